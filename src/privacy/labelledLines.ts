/** What forms and tables name above or before a value: a document, a telephone, an account, a birth, a flat. */
const LABEL = String.raw`(?:пас{1,2}порт\p{L}{0,4}|паспортн\p{L}{2,3} данн\p{L}{2,3}|passport|удостоверени\p{L}{1,2}|свидетельств\p{L}{1,2}|св-в[оау]|свид-в[оау]|тел(?:ефон\p{L}{0,3}|\.)?|моб(?:ильн\p{L}{2,3})?\.?|сотов\p{L}{2,3}|контакт\p{L}{0,6}|phone|снилс|инн|полис\p{L}{0,2}(?: омс)?|омс|енп|(?:лицев\p{L}{2,3} )?сч[её]т\p{L}{0,2}|л\/с|елс|карт\p{L}{1,3}|прав[аы]|в\/у|военн\p{L}{2,3} билет\p{L}{0,2}|стс|птс|элн|уин|больничн\p{L}{2,3}(?: лист\p{L}{0,2})?|дат\p{L}{1,2} рожд(?:ени\p{L}|\.|-\p{L})|день рождения|год\p{L}{0,2} рождени\p{L}|рождени\p{L}|родил\p{L}{2,4}|[гд]\.? ?р\.?|квартир\p{L}{1,2}|кв\.?|комнат\p{L}{1,2}|ф\.?и\.?о\.?|имя|отчество|госномер\p{L}{0,2}|г\/н|vin|кадастров\p{L}{2,3} номер\p{L}{0,2}|сери\p{L}|номер\p{L}{0,2}|e-?mail|почт\p{L}{1,2})`;
/** «Телефон для связи», «Паспорт (серия, номер)», «Дата и место рождения»: what a form adds to its label. */
const MORE_OF_LABEL = String.raw`(?:(?:,? \p{L}{1,14}){1,3}| ?\([^)\n]{1,30}\))?`;
/** The label ends its line (or its cell), and the value begins the next; an empty line may lie between. */
const BREAK_AFTER_LABEL = new RegExp(
  String.raw`(?<!\p{L})${LABEL}${MORE_OF_LABEL}[ :.№#*-]{0,6}\n[ \t]*(?:\n[ \t]*)?`,
  "giu",
);
/** A number, or the letters of a series in capitals: «4512 334455», «II-РМ № 654321», «номер 334455». Words are another sentence. */
const VALUE = /^(?:[№+(]? ?(?:\d|[А-ЯЁA-Z]{1,4}[ -]{0,2}(?:[А-ЯЁA-Z]{2}|[№\d]))|(?:номер|№)[ №:]{0,3}\d)/u;
/** Names stand below their own labels only: elsewhere a capital in the next line opens a sentence. */
const BREAK_BEFORE_NAME =
  /(?<!\p{L})(?:фамили\p{L}{1,2}|ф\.?и\.?о\.?|имя|отчество)[ :.*-]{0,4}\n[ \t]*(?:\n[ \t]*)?(?=\p{L})/giu;
/** «112 233⏎445 95»: a number that goes on in the next line after its label. */
const BREAK_IN_NUMBER = new RegExp(
  String.raw`(?<!\p{L})${LABEL}${MORE_OF_LABEL}[ :.№#*-]{0,6}\d[\d -]{1,14}\n(?=(?:номер|№)?[ №:]{0,3}\d[\d -]{1,12}(?:\n|$|[^\d.,:/-]))`,
  "giu",
);
/** «номер⏎334455», «№⏎334455» after a series. */
const BREAK_AFTER_SIGN = /(?<=\d[ ,;]{0,3}(?:номер|№)[ :]{0,2})\n(?=\d)/giu;

/**
 * Brings a value back to the label that stands in the line above it, as forms, tables and pasted cards write it: the line
 * break becomes a space. Every character keeps its place, so that offsets hold; detectors that look for a keyword and a
 * number in one line then need not know of lines.
 */
export function joinLabelledLines(text: string): string {
  if (!text.includes("\n")) return text;
  const joined = (part: string): string => part.replace(/\n/gu, " ");
  const beforeValue = (part: string, offset: number): string =>
    VALUE.test(text.slice(offset + part.length, offset + part.length + 16)) ? joined(part) : part;
  const labelled = text.replace(BREAK_AFTER_LABEL, beforeValue).replace(BREAK_BEFORE_NAME, joined);
  const numbers = /\d[ -]{0,2}\n(?:номер|№)?[ №:\n]{0,3}\d/iu.test(labelled)
    ? labelled.replace(BREAK_IN_NUMBER, joined)
    : labelled;
  return /(?:номер|№)[ :]{0,2}\n\d/iu.test(numbers) ? numbers.replace(BREAK_AFTER_SIGN, " ") : numbers;
}
