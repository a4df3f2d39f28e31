import type { DefinitionExamples } from "./definitionExamples.ts";
import { definitionWords } from "../words/definitionWords.ts";
import { isExplained } from "../model/toldFigures.ts";
import { figureAnchor } from "../words/links.ts";
import type { Telling } from "../words/telling.ts";

/** A published figure explained: what the method page prints of a definition of the facts. */
export interface ExplainedFigure {
  id: string;
  /** Id of its element: a figure elsewhere links to /method/#anchor. */
  anchor: string;
  name: string;
  text: string;
  formula: string | null;
  interval: string | null;
  source: string | null;
  /** The figure of one agency of this edition, with what it was computed from; null where it has none. */
  example: string | null;
}

/** The definitions of the figures that the edition has, in its order; what was computed and what is explained are the same table. */
export function explainedFigures({ facts, voice }: Telling, example: DefinitionExamples): ExplainedFigure[] {
  const words = definitionWords(voice.language);
  return facts.definitions
    .filter(({ id }) => isExplained(facts, id))
    .map((definition) => ({
      id: definition.id,
      anchor: figureAnchor(definition.id),
      name: voice.bound(words.name(definition.id)),
      text: voice.bound(words.explain(definition)),
      formula: "formula" in definition ? definition.formula : null,
      interval: "interval" in definition ? (definition.interval ?? null) : null,
      source: "source" in definition && definition.source !== "" ? definition.source : null,
      example: example(definition),
    }));
}
