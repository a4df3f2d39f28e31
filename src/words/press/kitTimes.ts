import { type Measures, type Slice, type Times } from "../../model/facts.ts";
import { type Wait } from "../../model/figures.ts";
import { type Headline, headlineOf } from "../../model/headlineChoice.ts";
import { channelsOf } from "../../model/subjectsOfFacts.ts";
import { tellsClosings, tellsReplyDates } from "../../model/toldFigures.ts";
import { capitalised, medianSentence } from "../headline.ts";
import { secondReaction } from "../secondReaction.ts";
import { type Telling } from "../telling.ts";
import { type PressTexts } from "./pressTexts.ts";

/** How long half, three quarters and nine in ten wait, of one channel each, never of several mixed. */
export function timeSentences(telling: Telling, say: PressTexts, slice: Slice): string[] {
  const events = tellsClosings(telling.facts) ? (["first-reply", "closing"] as const) : (["first-reply"] as const);
  return channelsOf(slice).flatMap(({ channel, measures }) => {
    const sentences = events.map((event) => eventSentence(telling, say, { channel, measures, event }));
    // Of a channel with few appeals the same is said of both events: once is enough.
    return [...new Set(sentences)];
  });
}

function eventSentence(
  telling: Telling,
  say: PressTexts,
  { channel, measures, event }: Pick<Headline, "channel" | "measures" | "event">,
): string {
  const { facts, voice, names, figureText } = telling;
  const times: Times = event === "closing" ? measures.closing : measures.firstReply;
  const { median, precision, n } = times;
  const { note } = figureText.wait(median, precision, n);
  if (median.state === "hidden")
    return say("time.hidden", {
      channel: names.channel(channel),
      fewer: voice.counted(facts.portal.minimum.shown, "appeal.genitive"),
    });
  if (median.state === "missing")
    return say(`time.absent.${event}`, { channel: names.channel(channel), reason: note ?? "" });
  const second = secondReaction({ event, measures }, voice);
  return [
    `${medianSentence(telling, { channel, measures, event, times, norm: null })}${furtherText(telling, say, times, event)}.`,
    ...(median.state === "not-reached"
      ? [say("time.of", { appeals: voice.counted(n, "appeal.genitive") })]
      : note === null
        ? []
        : [voice.bound(`${capitalised(note)}.`)]),
    ...(second === null ? [] : [`${capitalised(second)}.`]),
  ].join(" ");
}

/** «, на три четверти — за 16 часов, на девять десятых — за 2 дня»; up to the first that was not reached. */
function furtherText({ voice }: Telling, say: PressTexts, times: Times, event: Headline["event"]): string {
  if (times.median.state !== "exact") return "";
  const told: string[] = [];
  for (const quantile of ["upperQuartile", "ninetieth"] as const) {
    const wait: Wait = times[quantile];
    if (wait.state === "exact")
      told.push(say(`time.${event}.${quantile}`, { wait: voice.within(wait.days, times.precision) }));
    if (wait.state === "not-reached")
      told.push(say(`time.${event}.${quantile}.beyond`, { days: voice.passed(wait.beyond) }));
    if (wait.state !== "exact") break;
  }
  return told.join("");
}

/** What an answer in substance is, where its time is told; that those still waiting are counted, too, where an export tells for what they would wait. */
export function timeNote({ facts, voice }: Telling, say: PressTexts, slice: Slice): string[] {
  const tellsSubstance = channelsOf(slice).some(
    ({ measures }) => secondReaction({ event: "first-reply", measures }, voice) !== null,
  );
  return [
    ...(tellsSubstance ? [say("time.note.substance")] : []),
    ...(tellsClosings(facts) ? [say("time.note")] : tellsReplyDates(facts) ? [say("time.note.replies")] : []),
  ];
}

/** Why the times are of fewer appeals than came in, of the channel that the headline speaks of. */
export function leftOutSentence({ facts, voice, names }: Telling, say: PressTexts, slice: Slice): string[] {
  const headline = headlineOf(facts, slice);
  if (headline === null) return [];
  const { received }: Measures = headline.measures;
  const { n } = headline.times;
  if (received.state !== "exact" || n === 0 || n >= received.value) return [];
  return [
    say("time.left-out", {
      Where: capitalised(names.inChannel(headline.channel)),
      appeals: voice.counted(n, "appeal.dative"),
      whole: received.value,
    }),
  ];
}
