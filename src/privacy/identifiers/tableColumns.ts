import type { PersonalDataClass } from "../classes.ts";
import type { Span } from "../span.ts";
import { digitsOf } from "./keyword.ts";

/** What a column of a pasted table says of the cells below it, and how many digits such a cell has at least. */
const COLUMNS: readonly { readonly class: PersonalDataClass; readonly label: RegExp; readonly digits: number }[] = [
  { class: "passport", label: /^(?:пас{1,2}порт|серия|удостоверение личности)/iu, digits: 4 },
  { class: "snils", label: /^снилс/iu, digits: 9 },
  { class: "inn", label: /^инн(?!\p{L})(?! орг)/iu, digits: 12 },
  { class: "oms", label: /^(?:полис|омс|енп)/iu, digits: 9 },
  { class: "account", label: /^(?:лиц(?:евой|\.)? ?сч[её]т|л\/с|елс)/iu, digits: 4 },
  { class: "card", label: /^(?:номер )?карт[аы]/iu, digits: 12 },
  { class: "licence", label: /^(?:водительск|в\/у)/iu, digits: 6 },
  { class: "phone", label: /^(?:номер )?(?:тел|моб|сот|контакт)/iu, digits: 5 },
  { class: "birthDate", label: /^(?:дата|год) рожд|^г\. ?р\.|^д\. ?р\./iu, digits: 4 },
  { class: "flat", label: /^(?:кв(?:\.|артира)?|№ ?кв\p{L}*\.?|номер квартиры)$/iu, digits: 1 },
  {
    class: "name",
    label: /^(?:ф\.? ?и\.? ?о\.?|фамилия|имя|отчество|заявитель|собственник|жилец)(?!\p{L})/iu,
    digits: 0,
  },
];
const SEPARATOR = /[;|\t]/u;
/** Rows of one table, at most. */
const MOST_ROWS = 500;

/**
 * Values below their labels in a table that was pasted into a text: «ФИО;Паспорт;Телефон» in one line, the values in the
 * same places of the lines that follow. A heading has two cells at least, two of them labels known here. Linear.
 */
export function findTableColumns(text: string): Span[] {
  if (!text.includes("\n") || !SEPARATOR.test(text)) return [];
  const spans: Span[] = [];
  let columns: (number | undefined)[] = [];
  let separator = "";
  let rows = 0;
  let start = 0;
  for (const line of text.split("\n")) {
    const heading = headingOf(line);
    if (heading) {
      ({ columns, separator } = heading);
      rows = 0;
    } else if (columns.length > 0 && line.includes(separator) && rows++ < MOST_ROWS)
      spans.push(...cellsOf(line, start, separator, columns));
    else if (line.trim() !== "") columns = [];
    start += line.length + 1;
  }
  return spans;
}

function headingOf(line: string): { separator: string; columns: (number | undefined)[] } | undefined {
  const separator = SEPARATOR.exec(line)?.[0];
  if (separator === undefined || line.length > 400) return undefined;
  const columns = line.split(separator).map((cell) => {
    const found = COLUMNS.findIndex(({ label }) => label.test(cell.trim()));
    return found < 0 || /\d/u.test(cell) ? undefined : found;
  });
  return columns.filter((column) => column !== undefined).length >= 2 ? { separator, columns } : undefined;
}

function cellsOf(line: string, start: number, separator: string, columns: readonly (number | undefined)[]): Span[] {
  const spans: Span[] = [];
  let at = start;
  line.split(separator).forEach((cell, index) => {
    const column = COLUMNS[columns[index] ?? -1];
    const value = cell.trim();
    const from = at + cell.indexOf(value);
    const isValue =
      column !== undefined &&
      !value.startsWith("[") &&
      (column.digits === 0
        ? /^\p{L}[\p{L} .'-]{1,80}$/u.test(value)
        : digitsOf(value).length >= column.digits && value.length <= 60);
    if (isValue) spans.push({ start: from, end: from + value.length, class: column.class, tier: "confirmed" });
    at += cell.length + 1;
  });
  return spans;
}
