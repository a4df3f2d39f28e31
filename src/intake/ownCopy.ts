/**
 * The same text in memory of its own. A cell that was cut out of a file is only a window on the whole piece that was
 * read; whoever keeps the cell would keep the piece.
 */
export function ownCopy(text: string): string {
  return Buffer.from(text, "utf16le").toString("utf16le");
}
