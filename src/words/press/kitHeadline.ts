import { brokenExports } from "../../model/brokenExports.ts";
import type { Slice, Subject } from "../../model/facts.ts";
import { type Headline, headlineOf } from "../../model/headlineChoice.ts";
import { channelsOf, inNormOf, periodOf } from "../../model/subjectsOfFacts.ts";
import { medianSentence, normText } from "../headline.ts";
import { lateNumbers } from "../lateParts.ts";
import type { Telling } from "../telling.ts";
import type { PressTexts } from "./pressTexts.ts";

/**
 * What a page puts into one headline, in sentences that can be read aloud: how long half wait and by which deadline, how many were
 * answered in time and of how many, and what became of the others. Each number stands with what it is a part of.
 */
export function headlineSentences(telling: Telling, say: PressTexts, subject: Subject): string[] {
  const { facts } = telling;
  const headline = headlineOf(facts, subject.periods[periodOf(facts, subject)]);
  if (headline === null) return [];
  const { event, times, norm } = headline;
  const isTold = times.median.state === "exact" || times.median.state === "not-reached";
  const median = medianSentence(telling, headline);
  return [
    norm === null
      ? `${median}.`
      : say(norm.several ? `sentence.norms.${event}` : `sentence.norm.${event}`, {
          median,
          norm: normText(norm.norm, telling.voice),
        }),
    ...(isTold && event === "first-reply" ? [say("sentence.first-reply")] : []),
    ...inTimeSentences(telling, say, headline),
  ];
}

/** «, больше всего — в социальных сетях: 7 545»: of which channel is spoken next, and why of that one; empty where there is but one. */
export function largestChannel({ names }: Telling, say: PressTexts, slice: Slice): string {
  const [largest, second] = channelsOf(slice);
  if (largest === undefined || second === undefined) return "";
  const [most, next] = [largest, second].map(({ measures: { received } }) =>
    received.state === "exact" ? received.value : null,
  );
  return typeof most === "number" && typeof next === "number"
    ? say(most > next ? "sentence.largest" : "sentence.largest.even", {
        where: names.inChannel(largest.channel).trim(),
        n: most,
      })
    : "";
}

/** That the exports lack months of the time that is told: beside the first number, which else would be taken for a fall. */
export function brokenSentence({ facts, voice }: Telling, say: PressTexts, subject: Subject): string[] {
  const period = periodOf(facts, subject);
  const headline = headlineOf(facts, subject.periods[period]);
  const broken = period === "year" && headline !== null ? brokenExports(facts, headline.channel) : null;
  return broken === null ? [] : [say("sentence.broken", { months: voice.counted(broken.months.length, "month") })];
}

function inTimeSentences(
  { facts, voice, names }: Telling,
  say: PressTexts,
  { channel, event, measures }: Headline,
): string[] {
  const share = measures[inNormOf[event]];
  if (share.state !== "exact") return [];
  const { part, whole, value } = share;
  const values = {
    appeals: voice.counted(whole, "appeal.genitive"),
    where: names.inChannel(channel),
    part,
    share: voice.percent(value),
  };
  if (part === whole) return [say(`sentence.in-time.all.${event}`, values)];
  const late = whole - part;
  const told = say(
    whole < facts.portal.minimum.compared ? `sentence.in-time.few.${event}` : `sentence.in-time.${event}`,
    values,
  );
  const numbers = lateNumbers({ event, measures });
  if (numbers === null || late === 0) return [told];
  const date = voice.date(facts.edition.date);
  const { waiting, later, closed, why } = numbers;
  if (closed === null) return [told, say("sentence.late.unknown", { late, waiting, date })];
  // All of one kind: no list of one.
  if (later === late) return [told, say("sentence.late.only.later", { late })];
  if (waiting === late) return [told, say("sentence.late.only.waiting", { late, date })];
  if (closed === late) return [told, say(`sentence.late.only.closed.${why}`, { late })];
  const parts = [
    ...(later > 0 ? [say("sentence.late.later", { later })] : []),
    ...(waiting > 0 ? [say("sentence.late.waiting", { waiting, date })] : []),
    ...(closed > 0 ? [say(`sentence.late.closed.${why}`, { closed })] : []),
  ];
  return [told, say("sentence.late", { late, parts: parts.join(", ") })];
}
