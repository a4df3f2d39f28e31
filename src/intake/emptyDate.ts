/** The first day of a calendar that a program counts by, and dates of nothing but zeros or of no figures at all. */
const zero = /^(?:0?1[-./]0?1[-./]0001|0001[-./]01[-./]01|00?[-./]00?[-./]0000|0000[-./]00[-./]00|[-./_ ]+)$/;
const firstDay = /^(?:0?1[-./]0?1[-./](?:1900|1753)|(?:1900|1753)[-./]01[-./]01|(?:30|31)[-./]12[-./]1899|12[-./](?:30|31)[-./]1899|1899[-./]12[-./](?:30|31))$/;
const midnight = /[ T](?:0?0:00(?::00(?:\.0+)?)?|12:00(?::00)? ?AM)Z?$/i;

/**
 * Whether a date of an event is what a program writes for none: 1C the 1st of January of the year 1, a database all zeros,
 * a spreadsheet the days from which it counts.
 *
 * @returns usual: of the days of spreadsheets and databases, which somebody might have meant
 */
export function emptyDate(text: string): "zero" | "usual" | null {
  // Nearly every date is told to be none by its century.
  if (/20\d\d/.test(text)) return null;
  const day = text.replace(midnight, "");
  return zero.test(day) ? "zero" : firstDay.test(day) ? "usual" : null;
}
