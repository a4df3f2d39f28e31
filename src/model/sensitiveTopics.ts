import { withAbove } from "./events/belonging.ts";
import type { TopicEntry } from "./vocabulary.ts";

/** What becomes of a topic that the portal's list does not have, where there is a list: sensitive until somebody lists it. */
export type UnlistedTopics = "sensitive" | "ordinary";

/**
 * Topics with their sensitivity as it goes down the tree: whatever stands under a sensitive one is sensitive, however it
 * is marked itself. Of a topic that nobody listed nobody has said that it is harmless, and under another spelling it may
 * be one of the sensitive ones.
 *
 * @param listed the portal's own topics; without any, the labels of the exports are the list
 */
export function withInheritedSensitivity(
  listed: readonly TopicEntry[],
  topics: readonly TopicEntry[],
  unlisted: UnlistedTopics,
): TopicEntry[] {
  const byCode = new Map(topics.map((topic) => [topic.code, topic]));
  const known = new Set(listed.map(({ code }) => code));
  const spellings = new Set(
    topics.filter((topic) => topic.sensitive).flatMap(({ name, aliases }) => [name, ...aliases].map(lettersOf)),
  );
  const isItself = (topic: TopicEntry): boolean =>
    topic.sensitive ||
    (!known.has(topic.code) && known.size > 0 && (unlisted === "sensitive" || spellings.has(lettersOf(topic.name))));
  const above = withAbove(topics);
  return topics.map((topic) => ({
    ...topic,
    sensitive: above(topic.code).some((code) => isItself(byCode.get(code)!)),
  }));
}

/** A spelling without all that people vary: case, ё, spaces, hyphens, full stops, Latin letters that look like ours. */
function lettersOf(text: string): string {
  const small = text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll("ё", "е")
    .replace(/[^\p{L}\p{N}]/gu, "");
  return /[а-я]/u.test(small)
    ? small.replace(/[aceopxykmthb]/gu, (letter) => "асеорхукмтнв"["aceopxykmthb".indexOf(letter)]!)
    : small;
}
