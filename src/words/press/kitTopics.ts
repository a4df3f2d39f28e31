import { type Breakdown, type Slice, type Subject } from "../../model/facts.ts";
import { channelsOf } from "../../model/subjectsOfFacts.ts";
import { type Telling } from "../telling.ts";
import { type PressTexts } from "./pressTexts.ts";

/** Topics that a paragraph and a full text name at most. */
export const topicLimits = { few: 3, most: 5 } as const;

/**
 * What people write about most, up to a number of topics. Of topics with as many appeals all are named or none, so that no
 * order of letters chooses between them; of few appeals no per cent is told.
 */
export function topicsSentence(
  { facts, voice, names, figureText }: Telling,
  say: PressTexts,
  { dimension }: Pick<Subject, "dimension">,
  slice: Slice,
  limit: number,
  counted: boolean,
): string {
  const { received } = slice.measures;
  const isMany = received.state === "exact" && received.value >= facts.portal.minimum.compared;
  const known = topicsOf(dimension, slice).flatMap(({ code, count, share }) =>
    share.state === "exact" && count.state === "exact" ? [{ code, count: count.value, share }] : [],
  );
  if (known.length === 0) return say("sentence.topics.none");
  const told = leading(known, limit).map(({ code, count, share }) => {
    const values = { name: names.topic(code), share: figureText.share(share).text };
    if (!isMany) return say("topic.few", { ...values, appeals: voice.counted(count, "appeal") });
    return counted
      ? say("topic.counted", { ...values, appeals: voice.counted(count, "appeal") })
      : say("topic", values);
  });
  if (told.length === 0) return say("sentence.topics.even");
  const topics = told.join(", ");
  const [only] = known;
  if (known.length === 1 && only!.share.value === 1)
    return say("sentence.topics.one", { topics: say("topic.only", { name: names.topic(only!.code) }) });
  const of = channelsOf(slice).length > 1 ? ".channels" : "";
  // A list of all is no list of the most frequent.
  if (told.length === known.length) return say(`sentence.topics.all${of}`, { topics });
  const other = known.find(({ code }) => code === "other");
  const isLarge = other !== undefined && other.count > known[told.length - 1]!.count;
  return isLarge
    ? say(`sentence.topics.but${of}`, { topics, other: names.topic("other") })
    : say(`sentence.topics${of}`, { topics });
}

/** An agency is asked about one or two topics: what it is asked in them says more. What is left over stands last. */
function topicsOf(dimension: Subject["dimension"], { topics, subtopics }: Slice): Breakdown {
  const told = (dimension === "region" ? topics : subtopics).filter(({ code }) => code !== "");
  return [...told.filter(({ code }) => code !== "other"), ...told.filter(({ code }) => code === "other")];
}

/** The first ones, without those that have as many appeals as the first that is left out. */
function leading<Topic extends { count: number }>(topics: readonly Topic[], limit: number): readonly Topic[] {
  const next = topics[limit];
  const first = topics.slice(0, limit);
  return next === undefined ? first : first.filter(({ count }) => count !== next.count);
}
