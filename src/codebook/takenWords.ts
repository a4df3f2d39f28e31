import type { Voice } from "../words/language.ts";
import { appealColumns, type AppealColumnName } from "./appealColumns.ts";
import { codeInWords, codeLists, type CodeList } from "./codeLists.ts";
import { columnTitles } from "./columnTitles.ts";

/** Words of a table that is taken away from the search, few enough for a page: titles of columns by name, codes by list. */
export type TakenWords = Readonly<Record<"titles" | "yesno" | "channel" | "outcome", Readonly<Record<string, string>>>>;

/** @param names columns of the table */
export function takenWords(names: readonly AppealColumnName[], voice: Voice): TakenWords {
  const { title } = columnTitles(voice);
  const codes = (list: CodeList): Record<string, string> =>
    Object.fromEntries(codeLists[list].map((code) => [code, codeInWords(list, code, voice)]));
  return {
    titles: Object.fromEntries(
      appealColumns.filter(({ name }) => names.includes(name)).map((column) => [column.name, title(column)]),
    ),
    yesno: codes("yesno"),
    channel: codes("channel"),
    outcome: codes("outcome"),
  };
}
