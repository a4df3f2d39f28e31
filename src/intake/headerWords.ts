import { sourceFields } from "../model/source.ts";
import { fieldWords } from "./fieldWords.ts";
import { spellingKey, visibleLabel } from "./label.ts";
import { presets } from "./presets.ts";

/** Longer texts name no column. */
const longestName = 80;
/** Headers of columns that no field reads and many registers have. */
const otherNames =
  /^(?:фио|ф\. ?и\. ?о\.?|заявитель|автор|адрес|телефон|e-?mail|примечани[ея]|комментари[йи]|ссылка|широта|долгота|координаты|вложени[ея]|name|address|phone|comments?|notes?|latitude|longitude|url|link|zip)$/iu;

let named: ReadonlySet<string> | undefined;

/** The headers that the layouts of official systems name. */
function presetNames(): ReadonlySet<string> {
  named ??= new Set(
    presets().flatMap(({ columns, ignore }) => [...Object.values(columns).flat(), ...ignore].map(spellingKey)),
  );
  return named;
}

/** Whether a text names a column of dates of receipt, which no table of appeals is without. */
export function namesReceipt(text: string): boolean {
  const name = visibleLabel(text);
  return (
    name.length <= longestName &&
    (/(?<!\p{L})дат[аы]|date/iu.test(name) || (fieldWords.received ?? []).some((pattern) => pattern.test(name)))
  );
}

/** Whether a text is the name of a column: in a layout of some system, or by the words that headers are guessed from. */
export function isHeaderWord(text: string): boolean {
  const name = visibleLabel(text);
  if (name === "" || name.length > longestName || !/\p{L}|№|#/u.test(name) || /[.!?]\s/u.test(name)) return false;
  return (
    presetNames().has(spellingKey(name)) ||
    otherNames.test(name) ||
    sourceFields.some((field) => fieldWords[field]?.some((pattern) => pattern.test(name)))
  );
}
