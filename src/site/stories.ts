import { appealWaits, type AppealWait } from "../appeals/appealWait.ts";
import type { ListedAppeal } from "../edition/listedAppeal.ts";
import { dayOfIsoDate } from "../model/moment.ts";
import { normText } from "../words/headline.ts";
import type { Telling } from "../words/telling.ts";
import { weekWords } from "../words/weekWords.ts";

/** An appeal that a rule has chosen, and how it stands with it. */
export interface Chosen {
  appeal: ListedAppeal;
  wait: AppealWait;
  /** How many others the rule had to choose from by their id alone, since they have waited as many days. */
  ties?: number;
}

/** Solved appeals are looked for in so many days before the edition. */
const solvedWithinDays = 365;

/** Sensitive topics are told by their week, and of what has no text there is nothing to read. */
const mayBeTold = ({ datesToWeek, excerpt }: ListedAppeal): boolean => datesToWeek !== true && excerpt !== null;

const first = <Item>(items: readonly Item[], order: (a: Item, b: Item) => number): Item | null =>
  items.reduce<Item | null>((best, item) => (best === null || order(item, best) < 0 ? item : best), null);

const byId = (a: Chosen, b: Chosen): number => (a.appeal.id < b.appeal.id ? -1 : 1);
/** Whole days, as they are told. */
const daysOf = ({ wait }: Pick<Chosen, "wait">): number => Math.floor(wait.told ?? 0);
const longestFirst = (a: Chosen, b: Chosen): number => daysOf(b) - daysOf(a) || byId(a, b);

/**
 * The appeal that has waited longest for its end, or for a first reply where no closing is recorded.
 *
 * @param edition day of the newest export
 */
export function longestOpen(appeals: readonly ListedAppeal[], edition: string): Chosen | null {
  const waiting = appeals.filter(mayBeTold).flatMap((appeal): Chosen[] => {
    const waits = appealWaits(appeal, edition);
    const wait = waits.find(({ event }) => event === "closing") ?? waits.find(({ event }) => event === "first-reply");
    return wait?.state === "waiting" && wait.days !== null ? [{ appeal, wait }] : [];
  });
  const chosen = first(waiting, longestFirst);
  return chosen && { ...chosen, ties: waiting.filter((one) => daysOf(one) === daysOf(chosen)).length - 1 };
}

/** Handed over, taken up again, solved late. */
function obstacles({ appeal, wait }: Chosen): number {
  return [appeal.handedFrom !== null, appeal.reopened !== null, wait.inNorm === false].filter(Boolean).length;
}

/** Of the appeals acted upon in the year before the edition, the one that met most obstacles; of several the longest. */
export function hardestSolved(appeals: readonly ListedAppeal[], edition: string): Chosen | null {
  const since = dayOfIsoDate(edition) - solvedWithinDays;
  const solved = appeals.filter(mayBeTold).flatMap((appeal): Chosen[] => {
    const { outcome, closed, reopened } = appeal;
    if (outcome !== "acted" || closed === null || dayOfIsoDate(closed.slice(0, 10)) <= since) return [];
    if (reopened !== null && reopened.slice(0, 10) >= closed.slice(0, 10)) return [];
    const wait = appealWaits(appeal, edition).find(({ event }) => event === "closing");
    return wait?.state === "done" && wait.days !== null ? [{ appeal, wait }] : [];
  });
  return first(solved, (a, b) => obstacles(b) - obstacles(a) || longestFirst(a, b));
}

/** What is known of a chosen appeal, in the order in which it happened: a sentence each. */
export function storySentences({ appeal, wait, ties = 0 }: Chosen, { facts, voice, names }: Telling): string[] {
  const { w, wFor } = weekWords(voice);
  const on = (moment: string): { date: string } => ({ date: voice.date(moment) });
  // As its own page says them.
  const days = voice.duration(wait.told ?? 0, wait.precision);
  const rule = wait.rule === null ? undefined : facts.norms[wait.rule];
  const norm =
    wait.norm === null
      ? null
      : rule === undefined || rule.extension !== undefined
        ? voice.duration(wait.norm, "minute")
        : normText(rule, voice);
  return [
    w("stories.received", on(appeal.received)),
    ...(appeal.handedFrom === null ? [] : [w("stories.handed", { agency: names.agencyShort(appeal.handedFrom) })]),
    ...(appeal.firstReply === null ? [] : [w("stories.first-reply", on(appeal.firstReply))]),
    ...(appeal.reopened === null ? [] : [w("stories.reopened", on(appeal.reopened))]),
    wait.state === "done"
      ? w("stories.closed", { ...on(appeal.closed!), days })
      : w("stories.waits", { ...on(appeal.followedUntil ?? facts.edition.date), days }),
    ...(ties > 0 ? [wFor("stories.ties", ties)] : []),
    ...(norm === null ? [] : [w(wait.inNorm === false ? "stories.norm.late" : "stories.norm", { norm })]),
  ];
}
