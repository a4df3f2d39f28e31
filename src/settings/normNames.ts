import type { portalSchema } from "../model/portal.ts";
import type { Source } from "../model/source.ts";
import type { Vocabulary } from "../model/vocabulary.ts";

/**
 * The schema of a portal whose norms name only topics of its vocabulary and legal regimes of its sources, and whose settings
 * do not contradict each other.
 */
export function withKnownNames(schema: typeof portalSchema, vocabulary: Vocabulary, sources: readonly Source[]) {
  const topics = new Set(vocabulary.topics.map(({ code }) => code));
  const regimes = new Set(sources.map(({ regime }) => regime));
  return schema.superRefine(({ norms, ids, appealPages }, context) => {
    // What bundle an appeal lies in follows from hashed letters; registry numbers would fill one and leave others empty.
    if (ids === "registry" && appealPages === "bundled")
      context.addIssue({ code: "custom", path: ["appealPages"], message: "each, where ids are registry numbers" });
    norms.forEach(({ topic, regime }, index) => {
      const unknown = (key: string, expected: string) =>
        context.addIssue({ code: "custom", path: ["norms", index, key], message: expected });
      if (topic !== undefined && !topics.has(topic)) unknown("topic", "a code of vocabulary/topics.csv");
      if (regime !== undefined && !regimes.has(regime)) unknown("regime", "a regime of sources/*.yaml");
    });
  });
}
