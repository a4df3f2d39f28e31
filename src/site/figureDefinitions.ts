import { type Definition } from "../model/facts.ts";
import { type Language } from "../model/portal.ts";
import english from "../strings/definitions.en.json" with { type: "json" };
import russian from "../strings/definitions.ru.json" with { type: "json" };
import { type DefinitionExamples } from "./definitionExamples.ts";
import { capitalised } from "../words/headline.ts";
import { type Voice } from "../words/language.ts";
import { createTexts } from "../words/texts.ts";
import { isExplained } from "../model/toldFigures.ts";
import { figureAnchor } from "../words/links.ts";
import { type Telling } from "../words/telling.ts";

/** Each language has every key: a missing one does not compile. */
const strings: Record<Language, Record<keyof typeof russian, string>> = { ru: russian, en: english };

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
  return facts.definitions
    .filter(({ id }) => isExplained(facts, id))
    .map((definition) => ({
      id: definition.id,
      anchor: figureAnchor(definition.id),
      name: textOf(`figure.${definition.id}`, voice),
      text: explanation(definition, voice),
      formula: "formula" in definition ? definition.formula : null,
      interval: "interval" in definition ? (definition.interval ?? null) : null,
      source: "source" in definition && definition.source !== "" ? definition.source : null,
      example: example(definition),
    }));
}

/** A share is explained by the words for its whole and its part: «обращения, у которых истёк срок…; из них те, на которые ответили…». */
function explanation(definition: Definition, voice: Voice): string {
  const words = (name: string): string => textOf(`definition.${name}`, voice);
  if (definition.kind === "count") return `${capitalised(words(definition.of))}.`;
  if (definition.kind === "share") return `${capitalised(words(definition.whole))}; ${words(definition.part)}.`;
  return textOf(`figure.${definition.id}.text`, voice);
}

/** The keys are built of the definitions in the facts, which are data. */
function textOf(key: string, voice: Voice): string {
  const texts: Record<string, string> = strings[voice.language];
  return voice.bound(createTexts(`definitions.${voice.language}.json`, texts, voice.language).text(key));
}
