import { headlinesOf } from "../../model/headlineChoice.ts";
import type { Slice } from "../../model/facts.ts";
import { remainingWait, type WaitedStep } from "../../model/remainingWait.ts";
import { findSubject, periodOf } from "../../model/subjectsOfFacts.ts";
import { crossingWords } from "../../words/crossingWords.ts";
import { capitalised } from "../../words/headline.ts";
import { remainingTime } from "../../words/remainingWords.ts";
import type { Telling } from "../../words/telling.ts";
import { fewWaited, remainingLists } from "../remainingRows.ts";

/** What the head of a page says to those who wait already, and where the rest of it is. */
export interface Ahead {
  /** null where nobody knows of those who have waited so long. */
  sentence: string | null;
  href: string;
}

/** The wait that the sentence speaks of: longer than most social networks and hot lines take, shorter than a letter. */
const asked: WaitedStep = 3;

/**
 * How much longer those wait who have waited three days on a topic in one place: by what is known here, or, where too few wrote
 * from here, in the whole region.
 *
 * @param here the figures of the page itself; null where none is told
 * @returns null where nobody can tell either
 */
export function aheadOf(telling: Telling, topic: string, here: Slice | null): Ahead | null {
  const { facts, voice, links } = telling;
  const c = crossingWords(voice);
  const waited = voice.counted(asked, "day.accusative");
  const own = here === null ? "" : clauses(telling, here);
  if (own !== "") return { sentence: c("ahead.here", { waited, waits: capitalised(own) }), href: "#remaining" };
  const subject = findSubject(facts, "topic", topic);
  if (!subject) return null;
  const slice = subject.periods[periodOf(facts, subject)];
  if (remainingLists(telling, slice).length === 0) return null;
  const all = clauses(telling, slice);
  return {
    sentence: all === "" ? null : c("ahead.topic", { waited, Region: capitalised(facts.portal.region.in), waits: all }),
    href: `${links.topic(topic)}#remaining`,
  };
}

/** «в социальных сетях и за следующие 53 дня ответили меньше чем половине; в письмах половина …»: a clause for each channel of which it is known. */
function clauses({ facts, voice, names }: Telling, slice: Slice): string {
  const c = crossingWords(voice);
  const told: string[] = [];
  let before = "";
  for (const { channel, event, times } of headlinesOf(facts, slice)) {
    const remaining = remainingWait(times, asked);
    if (remaining === null || (remaining.half === null && remaining.known < 1)) continue;
    const where = names.inChannel(channel);
    if (remaining.half === null) {
      const few = fewWaited(times, asked);
      const known = voice.counted(Math.floor(remaining.known), "day.accusative");
      told.push(c(`ahead.${event}.beyond`, { where, known, of: few === null ? "" : c("ahead.of", { ...few }) }));
      before = "";
    } else {
      const half = remainingTime(remaining.half, { waited: asked, precision: times.precision }, voice);
      told.push(c(before === event ? `ahead.${event}.also` : `ahead.${event}`, { where, half }));
      before = event;
    }
  }
  return told.map((clause) => clause.trim()).join("; ");
}
