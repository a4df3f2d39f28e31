import { type Change, type ChangeKind, changeKinds } from "../../model/change.ts";
import type { ChangeCounts, PastEdition } from "../../model/editions.ts";

/** Counts appeals by what became of them, all together and by agency. */
export class ChangeTally {
  readonly #all = new Map<ChangeKind, number>();
  readonly #byAgency = new Map<string, Map<ChangeKind, number>>();

  /** @param changes of one appeal: of each kind it counts once */
  add(changes: readonly Change[]): void {
    for (const kind of new Set(changes.map((change) => change.kind))) {
      const agency = changes.find((change) => change.kind === kind)!.agency ?? "";
      this.#all.set(kind, (this.#all.get(kind) ?? 0) + 1);
      let counts = this.#byAgency.get(agency);
      if (counts === undefined) this.#byAgency.set(agency, (counts = new Map<ChangeKind, number>()));
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
    }
  }

  /** Most changes first, then by code. */
  result(): Pick<PastEdition, "changes" | "changesByAgency"> {
    const sum = (counts: Map<ChangeKind, number>) => [...counts.values()].reduce((total, count) => total + count, 0);
    return {
      changes: inOrder(this.#all),
      changesByAgency: [...this.#byAgency]
        .sort(([one, left], [other, right]) => sum(right) - sum(left) || (one < other ? -1 : 1))
        .map(([agency, counts]) => ({ agency, changes: inOrder(counts) })),
    };
  }
}

function inOrder(counts: ReadonlyMap<ChangeKind, number>): ChangeCounts {
  return Object.fromEntries(changeKinds.flatMap((kind) => (counts.has(kind) ? [[kind, counts.get(kind)!]] : [])));
}
