/** How a workbook writes dates: as days since an epoch, told from other numbers only by the format of their cell. */

/** Built-in number formats that show a date or a time (ECMA-376, part 1, 18.8.30, and the East Asian ones beside it). */
function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
}

/** A format of its own shows a date where letters for days, months, years or hours stand outside quotes and brackets. */
function isDateFormat(code: string): boolean {
  return /[dmyhдмгч]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\.|_./g, "").replace(/general|основной/i, ""));
}

/** @param custom formats of the workbook by id; styles: format id of each cell style, in order */
export function dateStyles(custom: ReadonlyMap<number, string>, styles: readonly number[]): boolean[] {
  return styles.map((id) => {
    const code = custom.get(id);
    return code === undefined ? isBuiltInDate(id) : isDateFormat(code);
  });
}

const millisecondsPerDay = 86_400_000;

/** Serial number of the 31st of December 9999, the last day that workbooks know. */
const lastSerial = 2_958_465;

/**
 * The date or date-time that a serial number stands for, as ISO text; null for a number that is no day of the program's. Day 60 of the 1900 system is the 29th of February
 * 1900, which never was; earlier days are one off for that.
 */
export function isoOfSerial(serial: number, since1904: boolean): string | null {
  if (!(serial >= 0 && serial < lastSerial + 1)) return null;
  const days = since1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial;
  const milliseconds = Math.round((days - 25_569) * 86_400) * 1000;
  const text = new Date(milliseconds).toISOString();
  return milliseconds % millisecondsPerDay === 0 ? text.slice(0, 10) : text.slice(0, 19);
}
