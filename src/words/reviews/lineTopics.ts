import { withAbove, withBelow } from "../../model/events/belonging.ts";
import type { ReviewForm, ReviewLine } from "../../model/reviewForm.ts";
import type { Telling } from "../telling.ts";
import { wordsIn } from "./formWords.ts";
import { reviewTexts } from "./reviewTexts.ts";

type Section = Pick<ReviewForm["sections"][number], "lines">;

const plain = (text: string): string => text.replaceAll("\u00a0", " ");
/** What is kept for the rest says nothing by its own name: what lies below it is told. */
const catchAll = "other";

/** The topics that lines of a section name, each once. */
const named = ({ lines }: Section): string[] => [
  ...new Set(
    lines.flatMap(({ count }) =>
      typeof count === "object" && "topics" in count && count.topics !== "rest" ? count.topics : [],
    ),
  ),
];

/**
 * «темы: „Дороги“ (кроме „Светофоры“), „Экология“»: which topics a line counts, without those below them that another line of
 * its section counts.
 *
 * @returns null where the line is named as its only topic is, or counts something else
 */
export function lineTopics({ voice, names, facts }: Telling, { title, count }: ReviewLine, section: Section) {
  if (typeof count !== "object" || !("topics" in count) || count.topics === "rest") return null;
  const say = reviewTexts(voice);
  const own = count.topics;
  if (own.length === 0) return say("review.line.topics.none");
  const others = named(section).filter((code) => !own.includes(code));
  const told = own.map((code) => {
    const below = withBelow(code, facts.vocabulary.topics);
    const apart = others.filter((other) => other !== code && below.has(other));
    const name = say("review.topic", { name: names.topic(code) });
    if (apart.length === 0) return name;
    return say(apart.length === 1 ? "review.line.topics.but" : "review.line.topics.but.several", {
      name,
      apart: listed(apart),
    });
  });
  const line = voice.bound(wordsIn(title, voice.language));
  if (plain(told.join()) === plain(say("review.topic", { name: line }))) return null;
  return say(told.length === 1 ? "review.line.topics.one" : "review.line.topics", { topics: told.join(", ") });

  function listed(codes: readonly string[]): string {
    return codes.map((code) => say("review.topic", { name: names.topic(code) })).join(", ");
  }
}

/** The topics that are left to the line of the rest: whole ones by their own name, of others what no line counts. */
export function restTopics({ facts }: Pick<Telling, "facts">, section: Section): string[] {
  const { topics } = facts.vocabulary;
  const counted = new Set(named(section));
  const above = withAbove(topics);
  const isCounted = (code: string): boolean => above(code).some((upper) => counted.has(upper));
  const told = (code: string): string[] => {
    if (isCounted(code)) return [];
    const children = topics.filter(({ parent }) => parent === code).map((topic) => topic.code);
    const isWhole = [...withBelow(code, topics)].every((below) => !counted.has(below));
    if (children.length === 0 || (isWhole && code !== catchAll)) return [code];
    return children.flatMap(told);
  };
  return topics.filter(({ parent }) => parent === null).flatMap(({ code }) => told(code));
}
