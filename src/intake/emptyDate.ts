/** The first day of a calendar that a program counts by, days that no calendar has, and dates of nothing but zeros or of no figures at all. */
const zero =
  /^(?:0?1[-./]0?1[-./]0001|0001[-./]01[-./]01|00?[-./]00?[-./]0000|0000[-./]00[-./]00|1900[-.]01[-.]00|00?[-./]0?1[-./]1900|0?1[-./]00?[-./]1900|[-./_ ]+|0(?:[.,]0+)?)$/;
const firstDay =
  /^(?:0?1[-./]0?1[-./](?:1900|1753)|(?:1900|1753)[-./]01[-./]01|(?:30|31)[-./]12[-./]1899|12[-./](?:30|31)[-./]1899|1899[-./]12[-./](?:30|31))$/;
const zone = String.raw`(?:Z|[-+]\d\d(?::?\d\d)?)?`;
const midnight = new RegExp(String.raw`[ T](?:0?0:00(?::00(?:\.0+)?)?|12:00(?::00)? ?AM)${zone}$`, "i");
/** Second 0 of computers, by the clock of some zone or other: their days begin at a whole hour. */
const secondZero = new RegExp(
  String.raw`^(?:0?1[-./]0?1[-./]1970|1970-01-01|31\.12\.1969|12/31/1969|1969-12-31)(?:[ T]\d{1,2}:00(?::00(?:\.0+)?)?(?: ?[AP]M)?${zone})?$`,
  "i",
);

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** Whether a year from 2000 on stands at a place of a text. */
function isOfCentury(text: string, at: number): boolean {
  return (
    text.charCodeAt(at) === 50 &&
    text.charCodeAt(at + 1) === 48 &&
    isDigit(text.charCodeAt(at + 2)) &&
    isDigit(text.charCodeAt(at + 3))
  );
}

/**
 * Whether a date of an event is what a program writes for none: 1C the 1st of January of the year 1, a database all zeros,
 * a spreadsheet and a computer the days from which they count.
 *
 * @returns usual: of the days of spreadsheets, databases and computers, which somebody might have meant
 */
export function emptyDate(text: string): "zero" | "usual" | null {
  // Nearly every cell is told to be none by its being empty, or by its century.
  if (text === "" || isOfCentury(text, 6) || isOfCentury(text, 0) || /20\d\d/.test(text)) return null;
  const day = text.replace(midnight, "");
  return zero.test(day) ? "zero" : firstDay.test(day) || secondZero.test(text) ? "usual" : null;
}
