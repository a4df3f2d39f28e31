import type { Measures, Slice, Times } from "../../model/facts.ts";
import type { Wait } from "../../model/figures.ts";
import type { Headline } from "../../model/headlineChoice.ts";
import { channelsOf, inNormOf, normFor } from "../../model/subjectsOfFacts.ts";
import { tellsClosings, tellsReplyDates } from "../../model/toldFigures.ts";
import { capitalised, medianSentence, normText } from "../headline.ts";
import { secondReaction } from "../secondReaction.ts";
import type { Telling } from "../telling.ts";
import type { PressTexts } from "./pressTexts.ts";

type OfChannel = Pick<Headline, "channel" | "measures" | "event">;

/** How long half, three quarters and nine in ten wait, of one channel each, never of several mixed. */
export function timeSentences(telling: Telling, say: PressTexts, slice: Slice): string[] {
  const events = tellsClosings(telling.facts) ? (["first-reply", "closing"] as const) : (["first-reply"] as const);
  // Why an appeal is closed before it is answered is told once; of the other channels, how many that were.
  let isExplained = false;
  const unanswered = (measures: Measures): string[] => {
    const told = closedUnanswered(telling, say, measures, isExplained);
    isExplained ||= told.length > 0;
    return told;
  };
  return channelsOf(slice).flatMap(({ channel, measures }) => {
    const sentences = events.map((event) =>
      eventSentence(telling, say, { channel, measures, event }, () => unanswered(measures)),
    );
    // Of a channel with few appeals the same is said of both events: once is enough.
    return [...new Set(sentences)];
  });
}

function eventSentence(
  telling: Telling,
  say: PressTexts,
  { channel, measures, event }: OfChannel,
  unanswered: () => string[],
): string {
  const { facts, voice, names, figureText } = telling;
  const times: Times = event === "closing" ? measures.closing : measures.firstReply;
  const { median, precision, n } = times;
  if (median.state === "hidden")
    return say("time.hidden", {
      channel: names.channel(channel),
      fewer: voice.counted(facts.portal.minimum.shown, "appeal.genitive"),
    });
  if (median.state === "missing")
    return say(`time.absent.${event}`, {
      channel: names.channel(channel),
      reason: figureText.wait(median, precision, n).note ?? "",
    });
  const norm = normFor(facts, measures, event);
  return [
    `${medianSentence(telling, { channel, measures, event, times, norm: null })}${furtherText(telling, say, times, event)}.`,
    ofSentence(telling, say, times),
    ...(norm === null || norm.several ? [] : [say(`time.norm.${event}`, { norm: normText(norm.norm, voice) })]),
    ...inTimeSentence(telling, say, { measures, event }),
    ...(event === "first-reply" ? substanceSentence(telling, say, measures) : unanswered()),
  ].join(" ");
}

/** How many were answered or closed in time, of every channel: the one that is told first is not the only one. */
function inTimeSentence(
  { facts, voice }: Telling,
  say: PressTexts,
  { measures, event }: Pick<OfChannel, "measures" | "event">,
): string[] {
  const share = measures[inNormOf[event]];
  if (share.state !== "exact" || share.whole < facts.portal.minimum.compared) return [];
  const { part, whole, value } = share;
  const { n } = event === "closing" ? measures.closing : measures.firstReply;
  // Times leave out what is told by its week, shares under a long deadline do not.
  return [
    say(whole > n ? `time.in-time.weeks.${event}` : `time.in-time.${event}`, {
      share: voice.percent(value),
      part,
      whole,
    }),
  ];
}

/** Of how many appeals that is, and between which times chance alone may have put the half. */
function ofSentence({ voice }: Telling, say: PressTexts, { median, precision, n }: Times): string {
  const appeals = voice.counted(n, "appeal.dative");
  if (median.state !== "exact" || median.low === null) return say("time.of", { appeals });
  const low = voice.duration(median.low, precision);
  if (median.high === null) return say("time.of.more", { appeals, low });
  const high = voice.duration(median.high, precision);
  return low === high ? say("time.of", { appeals }) : say("time.of.interval", { appeals, low, high });
}

/** How long half waited for an answer that says more than that the appeal was taken in. */
function substanceSentence({ voice }: Telling, say: PressTexts, measures: Measures): string[] {
  const { median, precision } = measures.inSubstance;
  if (median.state === "exact") return [say("time.substance", { wait: voice.within(median.days, precision).trim() })];
  if (median.state === "not-reached")
    return [say("time.substance.beyond", { days: voice.passed(median.beyond).trim() })];
  const untold = secondReaction({ event: "first-reply", measures }, voice);
  return untold === null ? [] : [`${capitalised(untold)}.`];
}

/** Why half are closed before half are answered in substance, where that is what is read: nobody who hears both would believe it else. */
function closedUnanswered(
  { voice }: Telling,
  say: PressTexts,
  { closing, inSubstance }: Measures,
  isExplained: boolean,
): string[] {
  const [closed, answered] = [closing.median, inSubstance.median];
  const { never = 0 } = inSubstance;
  if (closed.state !== "exact" || never === 0) return [];
  const isSooner =
    answered.state === "not-reached" ||
    (answered.state === "exact" &&
      answered.days > closed.days &&
      voice.within(answered.days, inSubstance.precision) !== voice.within(closed.days, closing.precision));
  return isSooner
    ? [
        say(isExplained ? "time.closed-unanswered.next" : "time.closed-unanswered", {
          never,
          closed: closing.n - closing.waiting,
        }),
      ]
    : [];
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
  // Of times that are not told, or for which nobody waits, there is nothing to count along.
  const waits = channelsOf(slice).some(({ measures }) =>
    [measures.firstReply, measures.closing].some(({ waiting, never = 0 }) => waiting > never),
  );
  return [
    ...(tellsSubstance ? [say("time.note.substance")] : []),
    ...(!waits
      ? []
      : tellsClosings(facts)
        ? [say("time.note")]
        : tellsReplyDates(facts)
          ? [say("time.note.replies")]
          : []),
  ];
}

/** Why the times are of fewer appeals than came in, of each channel; only what is true of some of those left out. */
export function leftOutSentences({ voice, names }: Telling, say: PressTexts, slice: Slice): string[] {
  return channelsOf(slice).flatMap(({ channel, measures }) => {
    const { received, outcomes } = measures;
    const { n, precision } = measures.firstReply.n === 0 ? measures.closing : measures.firstReply;
    if (received.state !== "exact" || n === 0 || n >= received.value) return [];
    const rest = received.value - n;
    const unowed = outcomes.find(({ outcome }) => outcome === "unowed")?.count;
    const why = unowed?.state !== "exact" ? "undated" : unowed.value >= rest ? "unowed" : "both";
    return [
      say(`time.left-out.${why}`, {
        Where: capitalised(names.inChannel(channel)),
        appeals: voice.counted(n, "appeal.dative"),
        whole: received.value,
        rest,
        dates: say(precision === "week" ? "time.left-out.dates.week" : "time.left-out.dates"),
      }),
    ];
  });
}
