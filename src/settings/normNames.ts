import { type portalSchema } from "../model/portal.ts";
import { type Source } from "../model/source.ts";
import { type Vocabulary } from "../model/vocabulary.ts";

/** The schema of a portal whose norms name only topics of its vocabulary and legal regimes of its sources. */
export function withKnownNames(schema: typeof portalSchema, vocabulary: Vocabulary, sources: readonly Source[]) {
  const topics = new Set(vocabulary.topics.map(({ code }) => code));
  const regimes = new Set(sources.map(({ regime }) => regime));
  return schema.superRefine(({ norms }, context) => {
    norms.forEach(({ topic, regime }, index) => {
      const unknown = (key: string, expected: string) =>
        context.addIssue({ code: "custom", path: ["norms", index, key], message: expected });
      if (topic !== undefined && !topics.has(topic)) unknown("topic", "a code of vocabulary/topics.csv");
      if (regime !== undefined && !regimes.has(regime)) unknown("regime", "a regime of sources/*.yaml");
    });
  });
}
