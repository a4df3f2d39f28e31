import type { Editions } from "../../model/editions.ts";
import type { Subject } from "../../model/facts.ts";
import type { LongCase } from "../../model/longCases.ts";
import { periodOf } from "../../model/subjectsOfFacts.ts";
import { tellsClosings } from "../../model/toldFigures.ts";
import { headlineText, periodText } from "../headline.ts";
import type { Telling } from "../telling.ts";
import { caseSentences } from "./kitCases.ts";
import { changeSentences } from "./kitChanges.ts";
import { evidenceSentences } from "./kitEvidence.ts";
import { brokenSentence, headlineSentences, largestChannel } from "./kitHeadline.ts";
import { ownWords } from "./kitOwnWords.ts";
import { leftOutSentences, timeNote, timeSentences } from "./kitTimes.ts";
import { topicLimits, topicSentences } from "./kitTopics.ts";
import { beforeSentences, channelSentence, openSentence } from "./kitVolume.ts";
import type { PressKit } from "./kit.ts";
import { pressTexts } from "./pressTexts.ts";

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
  const received = measures.received.state === "exact" ? measures.received.value : 0;
  const when = periodText(telling, period);
  const cameBy = (channel: string): string =>
    received === 0
      ? say("sentence.received.none", { name, period: when })
      : say("sentence.received", { name, period: when, appeals: voice.counted(received, "appeal"), channel });
  // What follows in the short texts is of one channel.
  const came = cameBy(largestChannel(telling, say, slice));
  const address = pressAddress(subject);
  const told =
    received === 0
      ? []
      : [...openSentence(telling, say, subject, period), ...beforeSentences(telling, say, subject, measures)];
  const { moved } = headlineText(telling, subject);
  const broken = brokenSentence(telling, say, subject);
  const headline = received === 0 ? [] : [...broken, ...headlineSentences(telling, say, subject)];
  const date = voice.date(facts.edition.date);
  const source = say(facts.portal.demo ? "cite.source.demo" : "cite.source", { portal: facts.portal.title, date });
  return {
    name,
    address,
    short: [came, ...headline, source].join(" "),
    medium: [
      came,
      ...headline,
      ...(received === 0
        ? []
        : [
            ...(moved === null ? [] : [moved]),
            ...topicSentences(telling, say, subject, slice, topicLimits.few, false),
            ...told,
          ]),
      source,
    ],
    long: [
      { title: say("volume"), sentences: [cameBy(""), ...broken, ...channelSentence(telling, say, slice), ...told] },
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
            { title: say("topics"), sentences: topicSentences(telling, say, subject, slice, topicLimits.most, true) },
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
      date,
      address: links.absolute(address),
    }),
  };
}
