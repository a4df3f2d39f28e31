import { type Change, type ChangeKind, changeKinds } from "../model/change.ts";
import { type Editions, longestList, type PastEdition } from "../model/editions.ts";
import type { Outcome } from "../model/outcome.ts";
import type { Voice } from "./language.ts";
import type { Telling } from "./telling.ts";

/** What happened to how many appeals, and what that means. */
export function kindRows({ changes }: PastEdition, voice: Voice): string[][] {
  return changeKinds.flatMap((kind) => {
    const count = changes[kind];
    return count === undefined
      ? []
      : [[voice.t(`edition.kind.${kind}`), voice.integer(count), voice.t(`edition.kind.${kind}.note`)]];
  });
}

/** Counts by agency: a column for each kind that occurs. */
export function agencyCounts(
  { voice, names }: Telling,
  { changes, changesByAgency }: PastEdition,
): { head: string[]; rows: string[][]; total: string[] } {
  const kinds = changeKinds.filter((kind) => changes[kind] !== undefined);
  return {
    head: [voice.t("edition.agency"), ...kinds.map((kind) => voice.t(`edition.kind.${kind}`))],
    rows: changesByAgency.map(({ agency, changes: counts }) => [
      names.agencyShort(agency),
      ...kinds.map((kind) => voice.integer(counts[kind] ?? 0)),
    ]),
    total: [voice.t("data.total"), ...kinds.map((kind) => voice.integer(changes[kind] ?? 0))],
  };
}

const dated = new Set<ChangeKind>(["answered", "closed", "reopened", "redated"]);

/** A value before or after a change, in words; «нет» where there is none. */
function valueText({ voice, names }: Telling, value: string | null, change: Change): string {
  const { t, date } = voice;
  if (value === null) return t("edition.change.none");
  if (dated.has(change.kind)) {
    if (change.datesToWeek) return t("edition.week", { date: date(value) });
    return value.length === 10 ? date(value) : t("appeal.moment", { date: date(value), time: value.slice(11, 16) });
  }
  if (change.kind === "outcome") return names.outcome(value as Outcome);
  if (change.kind === "reassigned") return names.agencyShort(value);
  return change.kind === "reclassified" ? names.topic(value) : names.place(value);
}

/** «дата поступления: 19 июня 2026 → 18 июня 2026»; null where the kind says it all. */
export function appealChangeText(telling: Telling, change: Change): string | null {
  const { voice } = telling;
  const [before, after] = [change.before, change.after].map((value) => valueText(telling, value, change));
  if (before === undefined || after === undefined) return null;
  if (change.kind === "redated")
    return voice.t("edition.change.field", {
      field: voice.t(`edition.field.${change.field ?? "received"}`),
      before,
      after,
    });
  if (
    change.kind === "outcome" ||
    change.kind === "reassigned" ||
    change.kind === "reclassified" ||
    change.kind === "moved"
  )
    return voice.t("edition.change", { before, after });
  return (change.kind === "answered" || change.kind === "closed" || change.kind === "reopened") && change.after !== null
    ? after
    : null;
}

/** One appeal in a list of changes. */
interface ChangeItem {
  id: string;
  /** False for an appeal that has no page any more. */
  hasPage: boolean;
  agency: string | null;
  texts: string[];
}

/** The changes of one kind, an item an appeal. */
export interface ChangeList {
  kind: ChangeKind;
  count: number;
  /** Appeals that were taken down since: counted, not named. */
  down: number;
  /** null: more than can be listed. */
  items: ChangeItem[] | null;
}

/** What journalists look for comes first. */
const order: ChangeKind[] = [
  "vanished",
  "redated",
  "outcome",
  "reassigned",
  "withdrawn",
  "reopened",
  "reclassified",
  "moved",
  "returned",
  "restored",
  "closed",
  "answered",
  "new",
];

export function changeLists(telling: Telling, edition: PastEdition, { gone }: Editions): ChangeList[] {
  const { names } = telling;
  const withoutPage = new Set(gone);
  return order.flatMap((kind): ChangeList[] => {
    const count = edition.changes[kind];
    if (count === undefined) return [];
    // A kind that is counted and not listed: there are too many, or all of them were taken down.
    if (count > longestList) return [{ kind, count, down: 0, items: null }];
    const items = [...Map.groupBy(edition.lists[kind] ?? [], ({ id }) => id)].map(([id, changes]) => ({
      id,
      hasPage: kind !== "withdrawn" && !withoutPage.has(id),
      agency: changes[0]!.agency === null ? null : names.agencyShort(changes[0]!.agency),
      texts: changes.flatMap((change) => appealChangeText(telling, change) ?? []),
    }));
    return [{ kind, count, down: count - items.length, items }];
  });
}
