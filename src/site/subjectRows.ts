import type { Measures } from "../model/facts.ts";
import type { BarRow } from "./breakdownRows.ts";
import type { Voice } from "../words/language.ts";
import { isTold } from "../model/toldFigures.ts";
import type { Telling } from "../words/telling.ts";

/** Appeals that are still open, by age. */
export function openRows({ voice, figureText }: Telling, measures: Measures): BarRow[] {
  const values = measures.openByAge.map(({ count }) => (count.state === "exact" ? count.value : 0));
  const largest = Math.max(1, ...values);
  return measures.openByAge.map(({ from, to, count }, index) => ({
    name:
      to === null
        ? voice.t("open.age.endless", { from: voice.counted(from, "day") })
        : voice.t("open.age", { from, to: voice.counted(to, "day") }),
    href: null,
    count: figureText.count(count),
    share: null,
    length: (values[index]! / largest) * 100,
    colour: "outcome-open",
  }));
}

/** How long the oldest open appeal has waited: of one that is told to its week between which days; null where none is open. */
export function oldestOpenText({ oldestOpen, oldestOpenToWeek }: Measures, voice: Voice): string | null {
  if (oldestOpen === null) return null;
  if (oldestOpenToWeek !== true || oldestOpen === 0)
    return voice.t("open.oldest", { days: voice.counted(oldestOpen, "day") });
  return voice.t("open.oldest.week", {
    from: Math.max(0, oldestOpen - 6),
    to: voice.counted(oldestOpen, "day.genitive"),
  });
}

/** How many residents gave each mark, the best first. */
export function markRows({ voice, figureText }: Telling, measures: Measures): BarRow[] {
  const values = measures.marks.map((count) => (count.state === "exact" ? count.value : 0));
  const largest = Math.max(1, ...values);
  return measures.marks
    .map((count, index) => ({
      name: voice.t("ratings.mark", { mark: index + 1 }),
      href: null,
      count: figureText.count(count),
      share: null,
      length: (values[index]! / largest) * 100,
      colour: "series-subject",
    }))
    .reverse();
}

/** What a reader must know about the data of a subject before trusting its figures. */
export function dataNotes(measures: Measures, compared: number, voice: Voice): string[] {
  const { t } = voice;
  const notes: string[] = [];
  // Each share is of other appeals: which, could nobody tell by its words alone.
  const of = ({ value, part, whole }: { value: number; part: number; whole: number }): string =>
    t("notes.share", { share: voice.percent(value), part: voice.integer(part), whole: voice.integer(whole) });
  const { received, firstReply, reopened, confirmed, handedOver } = measures;
  if (received.state === "exact" && received.value < compared) notes.push(t("notes.few", { minimum: compared }));
  if (!isTold(measures, "firstReply.median"))
    notes.push(t(isTold(measures, "closed") ? "notes.no-first-reply" : "notes.no-events"));
  if (firstReply.n > 0 && firstReply.precision === "day") notes.push(t("notes.day-precision"));
  if (reopened.state === "exact" && reopened.part > 0) notes.push(t("notes.reopened", { share: of(reopened) }));
  if (confirmed.state === "exact") notes.push(t("notes.confirmed", { share: of(confirmed) }));
  if (handedOver.state === "exact" && handedOver.part > 0)
    notes.push(t("notes.handed-over", { share: of(handedOver) }));
  const unknown = measures.outcomes.find(({ outcome }) => outcome === "unknown");
  if (unknown?.share.state === "exact" && unknown.share.part > 0)
    notes.push(t("notes.unknown-outcome", { share: of(unknown.share) }));
  const { quality } = measures;
  if (quality) {
    const remarks = [
      [quality.undatedReplies, "notes.undated-replies", 0.005],
      [quality.undatedClosings, "notes.undated-closings", 0.005],
      [quality.closedAtOnce, "notes.closed-at-once", 0.02],
      [quality.repliedOnLastDay, "notes.last-day", 0.2],
      [quality.massClosings, "notes.mass-closings", 0.1],
      [quality.closedAtExport, "notes.closed-at-export", 0.1],
      [quality.closedWithoutReply, "notes.without-reply", 0.05],
    ] as const;
    // Small shares are the ordinary noise of any register.
    for (const [share, key, from] of remarks)
      if (share.state === "exact" && share.value >= from) notes.push(t(key, { share: of(share) }));
  }
  return notes.length > 0 ? notes : [t("notes.none")];
}
