import type { Definition } from "../model/facts.ts";
import { codebookWords } from "../words/codebookWords.ts";
import { definitionWords } from "../words/definitionWords.ts";
import type { Voice } from "../words/language.ts";
import { codeInWords, codeLists } from "./codeLists.ts";
import type { Column } from "./column.ts";
import { columnTitles } from "./columnTitles.ts";
import { outcomeOfFigure } from "./figureColumns.ts";

/** A column in words of one language, plain as files want them. */
export interface ToldColumn {
  name: string;
  title: string;
  meaning: string;
  type: string;
  unit: string | null;
  /** Its codes with their words; empty where it has none of its own. */
  values: { code: string; words: string }[];
  /** What an empty cell means. */
  empty: string;
}

/** Tells columns in one language. @param definitions of the facts, by which figures are explained */
export function columnTeller(definitions: readonly Definition[], voice: Voice): (column: Column) => ToldColumn {
  const say = codebookWords(voice.language);
  const figures = definitionWords(voice.language);
  const { title, figure: figureName } = columnTitles(voice);
  const byId = new Map(definitions.map((definition) => [definition.id, definition]));

  const explained = (figure: string): string => {
    if (outcomeOfFigure(figure) !== null) return say("figure.text.outcome");
    const definition = byId.get(figure);
    if (definition === undefined) throw new Error(`The facts have no definition of ${figure}`);
    return figures.explain(definition);
  };

  const meaning = ({ words }: Column): string => {
    if (typeof words === "string") return say(`${words}.text`);
    if ("outcome" in words)
      return say(`figure.${words.of}.text`, { outcome: codeInWords("outcome", words.outcome, voice) });
    const { figure, part } = words;
    if (part === "value" || part === "share" || part === "days") return explained(figure);
    if (part === "beyond") return say("figure.text.beyond");
    return say(`figure.text.${part}`, { figure: figureName(figure) });
  };

  return (column) => ({
    name: column.name,
    title: title(column),
    meaning: meaning(column),
    type: say(`type.${column.type}`),
    unit: column.unit === undefined ? null : say(`unit.${column.unit}`),
    values:
      column.codes === undefined
        ? []
        : codeLists[column.codes].map((code) => ({ code, words: codeInWords(column.codes!, code, voice) })),
    empty: say(`empty.${column.empty}`, column.reason === undefined ? {} : { reason: column.reason }),
  });
}
