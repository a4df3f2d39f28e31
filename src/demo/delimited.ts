/** Writes one row: cells with the delimiter, a quotation mark or a line break are quoted (RFC 4180), lines end in CRLF. */
export function delimitedRow(cells: readonly string[], delimiter: string): string {
  const quoted = cells.map((cell) => (cell.includes(delimiter) || /["\r\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell));
  return `${quoted.join(delimiter)}\r\n`;
}
