import type { Source } from "../../model/source.ts";
import { commonOrder } from "../dateEvidence.ts";
import { visibleLabel } from "../label.ts";
import type { Table } from "../table.ts";
import { fileNamePattern, titleOf } from "./fileNamePattern.ts";
import type { DateColumn } from "./inspection.ts";
import type { Proposal } from "./proposal.ts";

/** What is known of a table when its source is described. */
export interface Described {
  /** Name of its file. */
  file: string;
  language: "ru" | "en";
  table: Table;
  headerless: boolean;
  proposals: readonly Proposal[];
  dates: readonly DateColumn[];
  halfSwapped: boolean;
  groupedBy: Source["groupedBy"];
}

/**
 * The description of a source that would read the table as it was inspected.
 *
 * @param known the source or the preset that recognised it
 */
export function describeSource(
  { file, language, table, headerless, proposals, dates, halfSwapped, groupedBy }: Described,
  known: Source | undefined,
): Omit<Source, "name"> {
  const fed = new Set(proposals.map(({ field }) => field));
  return {
    title: titleIn(language, file, known),
    files: [fileNamePattern(file)],
    kind: known?.kind ?? "snapshot",
    ...(known?.channel !== undefined && { channel: known.channel }),
    ...dateOrderOf(dates, halfSwapped, known),
    ...(headerless ? namedColumns(table.header, proposals) : mappedColumns(table.header, proposals)),
    ...(groupedBy !== undefined && { groupedBy }),
    missing: known?.missing ?? [],
    ...(known?.outcomes && fed.has("outcome") ? { outcomes: known.outcomes } : {}),
    ...(known?.channels && fed.has("channel") ? { channels: known.channels } : {}),
  };
}

/** The order of day and month, as far as it has to be said. */
function dateOrderOf(
  dates: readonly DateColumn[],
  halfSwapped: boolean,
  known: Source | undefined,
): Pick<Source, "dateOrder"> {
  if (halfSwapped) return { dateOrder: "half-swapped" };
  if (known?.dateOrder !== undefined) return { dateOrder: known.dateOrder };
  const order = commonOrder(dates.map(({ verdict }) => verdict));
  return order === undefined ? {} : { dateOrder: order };
}

/** Without a header row the columns are named in one place: there a column that has the name of a field feeds it. */
function namedColumns(
  header: readonly string[],
  proposals: readonly Proposal[],
): Pick<Source, "columns" | "ignore" | "headers"> {
  const fieldOf = (number: number) => proposals.find(({ column }) => column.number === number)?.field;
  return { columns: {}, ignore: [], headers: header.map((name, index) => fieldOf(index + 1) ?? name) };
}

function mappedColumns(header: readonly string[], proposals: readonly Proposal[]): Pick<Source, "columns" | "ignore"> {
  const used = new Set(proposals.map(({ column }) => column.number - 1));
  return {
    columns: Object.fromEntries(proposals.map(({ field, column }) => [field, [nameOf(header, column.number - 1)]])),
    ignore: header.flatMap((name, index) =>
      used.has(index) || visibleLabel(name) === "" ? [] : [nameOf(header, index)],
    ),
  };
}

/** The name of a column (0-based); one that occurs several times is told from its namesakes by its number. */
function nameOf(header: readonly string[], index: number): string {
  const names = header.map(visibleLabel);
  const own = names[index] ?? "";
  const isNamesake = (name: string): boolean => name === own;
  return names.filter(isNamesake).length > 1 ? `${own}[${names.slice(0, index).filter(isNamesake).length + 1}]` : own;
}

/** Titles for sources that a preset calls by a word of another language, and whose file's name says nothing either. */
const plainTitles = { ru: "Обращения", en: "Appeals" };

/** A title in the language of the data: the preset's, else the file's name where it is in that language too. */
function titleIn(language: "ru" | "en", name: string, known: Source | undefined): string {
  const isIn = (text: string): boolean => /\p{L}/u.test(text) && /[а-яё]/i.test(text) === (language === "ru");
  const ofFile = titleOf(name);
  return [known?.title ?? "", ofFile].find(isIn) ?? plainTitles[language];
}
