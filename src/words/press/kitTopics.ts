import type { Breakdown, Slice, Subject } from "../../model/facts.ts";
import { channelsOf } from "../../model/subjectsOfFacts.ts";
import type { Telling } from "../telling.ts";
import type { PressTexts } from "./pressTexts.ts";

/** Topics that a paragraph and a full text name at most. */
export const topicLimits = { few: 3, most: 5 } as const;

/**
 * What people write about most, up to a number of topics, and what lies in the one that is kept for the rest. Of topics with as
 * many appeals all are named or none, so that no order of letters chooses between them; of few appeals no per cent is told.
 */
export function topicSentences(
  { facts, voice, names, figureText }: Telling,
  say: PressTexts,
  { dimension }: Pick<Subject, "dimension">,
  slice: Slice,
  limit: number,
  counted: boolean,
): string[] {
  const { received } = slice.measures;
  const isMany = received.state === "exact" && received.value >= facts.portal.minimum.compared;
  const known = topicsOf(dimension, slice).flatMap(({ code, count, share }) =>
    share.state === "exact" && count.state === "exact" ? [{ code, count: count.value, share }] : [],
  );
  if (known.length === 0) return [say("sentence.topics.none")];
  const chosen = leading(known, limit);
  const told = chosen.map(({ code, count, share }, at) => {
    const values = { name: names.topic(code), share: figureText.share(share).text };
    if (!isMany) return say("topic.few", { ...values, appeals: voice.counted(count, "appeal") });
    if (counted) return say("topic.counted", { ...values, appeals: voice.counted(count, "appeal") });
    // The first says what all of them are shares of.
    return at === 0
      ? say("topic.first", { ...values, whole: voice.counted(share.whole, "appeal.genitive") })
      : say("topic", values);
  });
  if (told.length === 0) return [say("sentence.topics.even")];
  const topics = told.join(", ");
  const [only] = known;
  if (known.length === 1 && only!.share.value === 1)
    return [say("sentence.topics.one", { topics: say("topic.only", { name: names.topic(only!.code) }) })];
  const below = belowOther(slice, { facts, names }, say);
  // A list of all is no list of the most frequent.
  const isOtherTold = chosen.some(({ code }) => code === catchAll) && below !== "";
  const all =
    told.length < known.length
      ? say("sentence.topics", { topics })
      : say(channelsOf(slice).length > 1 ? "sentence.topics.all.channels" : "sentence.topics.all", { topics });
  if (isOtherTold) return [all, say("sentence.topics.below", { other: names.topic(catchAll), below })];
  const other = known.find(({ code }) => code === catchAll);
  if (other === undefined || told.length === known.length || other.count <= chosen.at(-1)!.count) return [all];
  // It is no topic, and yet more than one of those that are named.
  const values = { other: names.topic(catchAll), share: figureText.share(other.share).text, below };
  return [all, say(below === "" ? "sentence.topics.other.plain" : "sentence.topics.other", values)];
}

/** What is left over when topics are told. */
const catchAll = "other";

/** The topics below the one that is kept for the rest, the most frequent first: by its own name nobody knows whose they are. */
function belowOther({ subtopics }: Slice, { facts, names }: Pick<Telling, "facts" | "names">, say: PressTexts): string {
  const below = new Set(facts.vocabulary.topics.filter(({ parent }) => parent === catchAll).map(({ code }) => code));
  return subtopics
    .filter(({ code, count }) => below.has(code) && count.state === "exact" && count.value > 0)
    .map(({ code }) => say("topic.only", { name: names.topic(code) }))
    .join(", ");
}

/** An agency is asked about one or two topics: what it is asked in them says more. What is left over stands last. */
function topicsOf(dimension: Subject["dimension"], { topics, subtopics }: Slice): Breakdown {
  const told = (dimension === "region" ? topics : subtopics).filter(({ code }) => code !== "");
  return [...told.filter(({ code }) => code !== catchAll), ...told.filter(({ code }) => code === catchAll)];
}

/** The first ones, without those that have as many appeals as the first that is left out. */
function leading<Topic extends { count: number }>(topics: readonly Topic[], limit: number): readonly Topic[] {
  const next = topics[limit];
  const first = topics.slice(0, limit);
  return next === undefined ? first : first.filter(({ count }) => count !== next.count);
}
