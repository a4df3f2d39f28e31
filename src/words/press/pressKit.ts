import { type Editions } from "../../model/editions.ts";
import { type Subject } from "../../model/facts.ts";
import { type LongCase } from "../../model/longCases.ts";
import { headlineOf } from "../../model/headlineChoice.ts";
import { inNormOf, normFor, periodOf } from "../../model/subjectsOfFacts.ts";
import { tellsClosings } from "../../model/toldFigures.ts";
import { headlineText, normText, periodText } from "../headline.ts";
import { type Telling } from "../telling.ts";
import { caseSentences } from "./kitCases.ts";
import { changeSentences } from "./kitChanges.ts";
import { evidenceSentences } from "./kitEvidence.ts";
import { ownWords } from "./kitOwnWords.ts";
import { leftOutSentences, timeNote, timeSentences } from "./kitTimes.ts";
import { topicLimits, topicsSentence } from "./kitTopics.ts";
import { beforeSentences, channelSentence, openSentence } from "./kitVolume.ts";
import { type PressKit } from "./kit.ts";
import { type PressTexts, pressTexts } from "./pressTexts.ts";

export const pressAddress = ({ dimension, code }: Pick<Subject, "dimension" | "code">): string =>
  dimension === "region" ? "/press/" : `/press/${code}/`;

/**
 * @param editions all of them, for what changed since the one before
 * @param cases the open appeals of the subject that have waited longest; null: single appeals are not told of
 */
export function pressKit(
  telling: Telling,
  subject: Subject,
  editions: Editions,
  cases: readonly LongCase[] | null,
): PressKit {
  const { facts, voice, names, links } = telling;
  const say = pressTexts(voice);
  const period = periodOf(facts, subject);
  const slice = subject.periods[period];
  const { measures } = slice;
  const name = names.of(subject.dimension, subject.code);
  const headline = headlineText(telling, subject);
  const received = measures.received.state === "exact" ? measures.received.value : 0;
  const when = periodText(telling, period);
  const came =
    received === 0
      ? say("sentence.received.none", { name, period: when })
      : say("sentence.received", { name, period: when, appeals: voice.counted(received, "appeal") });
  const address = pressAddress(subject);
  const told =
    received === 0
      ? []
      : [...openSentence(telling, say, subject, period), ...beforeSentences(telling, say, subject, measures)];
  const replies = [...firstReplyNote(telling, say, subject), ...inTimeSentence(telling, say, subject)];
  return {
    name,
    address,
    short: received === 0 ? came : [came, headline.first, ...replies].join(" "),
    medium: [
      came,
      ...(received === 0
        ? []
        : [
            headline.first,
            ...replies,
            ...(headline.moved === null ? [] : [headline.moved]),
            topicsSentence(telling, say, subject, slice, topicLimits.few, false),
            ...told,
          ]),
    ],
    long: [
      { title: say("volume"), sentences: [came, ...channelSentence(telling, say, slice), ...told] },
      ...(received === 0
        ? []
        : [
            {
              title: say("time"),
              sentences: [
                ...timeSentences(telling, say, slice),
                ...timeNote(telling, say, slice),
                ...leftOutSentences(telling, say, slice),
              ],
            },
            { title: say("topics"), sentences: [topicsSentence(telling, say, subject, slice, topicLimits.most, true)] },
          ]),
      ...(tellsClosings(facts) && cases !== null
        ? [{ title: say("cases"), sentences: caseSentences(telling, say, subject, cases) }]
        : []),
      { title: say("changes"), sentences: changeSentences(telling, say, subject, editions) },
      ...ownWords(telling, subject),
    ],
    evidence: evidenceSentences(telling, say, subject).join(" "),
    cite: say(facts.portal.demo ? "cite.text.demo" : "cite.text", {
      portal: facts.portal.title,
      name,
      date: voice.date(facts.edition.date),
      address: links.absolute(address),
    }),
  };
}

/** That a first reply may be no more than a receipt: whoever hears "answered" hears "helped". */
function firstReplyNote({ facts }: Telling, say: PressTexts, subject: Subject): string[] {
  const headline = headlineOf(facts, subject.periods[periodOf(facts, subject)]);
  const isTold = headline?.times.median.state === "exact" || headline?.times.median.state === "not-reached";
  return isTold && headline?.event === "first-reply" ? [say("sentence.first-reply")] : [];
}

/**
 * How many were answered, or closed, in time: a headline tells those that were not, and whoever tells the one owes the other. None
 * where all were, of which the headline itself says so.
 */
function inTimeSentence({ facts, voice }: Telling, say: PressTexts, subject: Subject): string[] {
  const headline = headlineOf(facts, subject.periods[periodOf(facts, subject)]);
  if (headline === null) return [];
  const { event, measures } = headline;
  const share = measures[inNormOf[event]];
  if (share.state !== "exact" || share.part === share.whole) return [];
  const norm = normFor(facts, measures, event);
  const values = { share: voice.percent(share.value), part: share.part, whole: share.whole };
  return [
    norm === null || norm.several
      ? say(event === "closing" ? "sentence.in-time.closed" : "sentence.in-time", values)
      : say(`sentence.in-time.${event}`, { ...values, norm: normText(norm.norm, voice) }),
  ];
}
