import { type Editions } from "../../model/editions.ts";
import { type Subject } from "../../model/facts.ts";
import { type LongCase } from "../../model/longCases.ts";
import { periodOf } from "../../model/subjectsOfFacts.ts";
import { tellsClosings } from "../../model/toldFigures.ts";
import { headlineText, periodText } from "../headline.ts";
import { type Telling } from "../telling.ts";
import { caseSentences } from "./kitCases.ts";
import { changeSentences } from "./kitChanges.ts";
import { ownWords } from "./kitOwnWords.ts";
import { leftOutSentence, timeNote, timeSentences } from "./kitTimes.ts";
import { topicLimits, topicsSentence } from "./kitTopics.ts";
import { beforeSentences, channelSentence, openSentence } from "./kitVolume.ts";
import { type PressKit } from "./kit.ts";
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
      : [...openSentence(telling, say, measures), ...beforeSentences(telling, say, subject, measures)];
  return {
    name,
    address,
    short: received === 0 ? came : `${came} ${firstSentence(headline.sentence)}`,
    medium: [
      came,
      ...(received === 0
        ? []
        : [headline.sentence, topicsSentence(telling, say, subject, slice, topicLimits.few, false), ...told]),
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
                ...leftOutSentence(telling, say, slice),
              ],
            },
            { title: say("topics"), sentences: [topicsSentence(telling, say, subject, slice, topicLimits.most, true)] },
          ]),
      ...(tellsClosings(facts) && cases !== null
        ? [{ title: say("cases"), sentences: caseSentences(telling, say, cases) }]
        : []),
      { title: say("changes"), sentences: changeSentences(telling, say, subject, editions) },
      ...ownWords(telling, subject),
    ],
    evidence: headline.evidence,
    cite: say(facts.portal.demo ? "cite.text.demo" : "cite.text", {
      portal: facts.portal.title,
      name,
      date: voice.date(facts.edition.date),
      address: links.absolute(address),
    }),
  };
}

/** A text up to where a new sentence begins. */
const firstSentence = (text: string): string => text.split(/(?<=\.) /u)[0]!;
