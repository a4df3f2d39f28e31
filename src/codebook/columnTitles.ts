import type { Outcome } from "../model/outcome.ts";
import { codebookWords } from "../words/codebookWords.ts";
import { definitionWords } from "../words/definitionWords.ts";
import type { Voice } from "../words/language.ts";
import { codeInWords } from "./codeLists.ts";
import type { Column } from "./column.ts";
import { outcomeOfFigure } from "./figureColumns.ts";

/** Names figures and columns in one language, plain as files want them. */
export interface ColumnTitles {
  /** How a column is headed in a file for people: «Ответили в срок, доля». */
  title: (column: Column) => string;
  /** How a figure is called that columns belong to. */
  figure: (figure: string) => string;
}

export function columnTitles(voice: Voice): ColumnTitles {
  const say = codebookWords(voice.language);
  const figures = definitionWords(voice.language);
  const figure = (name: string): string => {
    const outcome: Outcome | null = outcomeOfFigure(name);
    return outcome === null
      ? figures.name(name)
      : say("figure.outcome", { outcome: codeInWords("outcome", outcome, voice) });
  };
  const told = ({ words }: Column): string => {
    if (typeof words === "string") return say(`${words}.title`);
    if ("outcome" in words)
      return say(`figure.${words.of}.title`, { outcome: codeInWords("outcome", words.outcome, voice) });
    return say(`figure.title.${words.part}`, { figure: figure(words.figure) });
  };
  // A name that somebody types or looks for has plain blanks.
  return { figure, title: (column) => told(column).replaceAll("\u00a0", " ") };
}
