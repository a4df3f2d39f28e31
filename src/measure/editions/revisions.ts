import type { Change, ChangeKind } from "../../model/change.ts";
import type { Channel } from "../../model/channel.ts";
import {
  type EditionFigure,
  type PlainFigure,
  type RememberedFigure,
  type Revision,
  type RevisionReason,
  revisionReasons,
} from "../../model/editions.ts";

const reasonOf: Partial<Record<ChangeKind, RevisionReason>> = {
  new: "late-row",
  answered: "late-answer",
  closed: "late-answer",
  outcome: "outcome",
  reopened: "reopened",
  redated: "redated",
  reassigned: "reassigned",
  withdrawn: "withdrawn",
  restored: "restored",
};

const keyOf = (agency: string, channel: Channel | null, figure: RememberedFigure | "") =>
  `${agency}\n${channel ?? ""}\n${figure}`;

/** Counts, for each agency and channel, the appeals of a period that changed since, by the reason that they give figures to move. */
export class ReasonTally {
  readonly #counts = new Map<string, Map<RevisionReason | "redated-receipt", number>>();

  /**
   * @param changes of one appeal that was received in the period, by either of its dates
   * @param agencies the agencies it was counted under, before and after
   * @param crossed a new date of receipt has brought it into the period or out of it
   */
  add(changes: readonly Change[], agencies: readonly (string | null)[], crossed: boolean): void {
    const [first] = changes;
    if (first === undefined) return;
    const reasons = new Set<RevisionReason | "redated-receipt">(changes.flatMap(({ kind }) => reasonOf[kind] ?? []));
    if (crossed && changes.some(({ field }) => field === "received")) reasons.add("redated-receipt");
    for (const agency of new Set(["", ...agencies.filter((code) => code !== null)])) {
      for (const channel of [null, first.channel]) {
        const key = keyOf(agency, channel, "");
        let counts = this.#counts.get(key);
        if (counts === undefined)
          this.#counts.set(key, (counts = new Map<RevisionReason | "redated-receipt", number>()));
        for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
      }
    }
  }

  /** What can have moved a figure: of a count of receipts not the answers, of the region not what passed between its agencies. */
  of({ agency, channel, figure }: Pick<EditionFigure, "agency" | "channel" | "figure">): Revision["reasons"] {
    const counts = this.#counts.get(keyOf(agency, channel, ""));
    const moves = (reason: RevisionReason): boolean => {
      if (reason === "reassigned" && agency === "") return false;
      if (figure === "received") return ["late-row", "redated", "reassigned", "withdrawn", "restored"].includes(reason);
      return reason !== "outcome" || figure === "resolvedStrict" || figure === "resolvedGenerous";
    };
    const found = revisionReasons.flatMap((reason) => {
      const appeals = counts?.get(reason === "redated" && figure === "received" ? "redated-receipt" : reason);
      return appeals === undefined || !moves(reason) ? [] : [{ reason, appeals }];
    });
    if (found.length > 0) return found;
    const isCount =
      figure === "received" || figure === "closed" || figure === "resolvedStrict" || figure === "resolvedGenerous";
    return [{ reason: isCount ? "privacy" : "waiting", appeals: null }];
  }
}

const same = (one: PlainFigure, other: PlainFigure) =>
  one.state === other.state && one.value === other.value && one.whole === other.whole;

/**
 * The published figures that are others now, with the reasons.
 *
 * @param then as the edition published them; now: of the same period, from the newest exports
 * @param recomputed the edition's figures by today's method, where they differ from what it published
 */
export function revisionsOf(
  then: readonly EditionFigure[],
  now: readonly EditionFigure[],
  reasons: ReasonTally,
  recomputed: readonly EditionFigure[] = then,
): Revision[] {
  const byKey = (figures: readonly EditionFigure[]) =>
    new Map(figures.map((figure) => [keyOf(figure.agency, figure.channel, figure.figure), figure]));
  const current = byKey(now);
  const today = byKey(recomputed);
  return then.flatMap((published) => {
    // There was no figure that could be another one now; nor is the answer in substance read again of replies that were changed since.
    if (published.state === "missing" || published.figure === "inSubstanceMedian") return [];
    const key = keyOf(published.agency, published.channel, published.figure);
    const is = plain(current.get(key), published.figure);
    const was = plain(published, published.figure);
    if (same(was, is)) return [];
    const again = plain(today.get(key), published.figure);
    const moved = same(again, was) ? [] : [{ reason: "method" as const, appeals: null }];
    const others = same(again, is) ? [] : reasons.of(published);
    const { agency, channel, figure } = published;
    return [{ agency, channel, figure, then: was, now: is, reasons: [...others, ...moved] }];
  });
}

/** Whoever has no appeal left has received none; every other figure of theirs is missing. */
function plain(figure: EditionFigure | undefined, name: RememberedFigure): PlainFigure {
  if (figure === undefined)
    return name === "received"
      ? { state: "exact", value: 0, whole: null, reason: null }
      : { state: "missing", value: null, whole: null, reason: "none-eligible" };
  return { state: figure.state, value: figure.value, whole: figure.whole, reason: figure.reason };
}
