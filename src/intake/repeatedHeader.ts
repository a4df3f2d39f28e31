import { FileFault } from "./fileFault.ts";
import { spellingKey } from "./label.ts";

/** So many cells of a row have to name columns before it is taken for a header. */
const fewestNames = 3;

/**
 * Watches for a second header among the rows, as stacked exports have it.
 *
 * @returns whether a row is the header once more; it is left out then
 * @throws FileFault HEADER_AGAIN where a row names the columns in another order, or others
 */
export function repeatedHeader(header: readonly string[]): (line: number, cells: readonly string[]) => boolean {
  const keys = header.map(spellingKey);
  const names = new Set(keys.filter((key) => key !== ""));
  const firsts = new Set(header.map((name) => name.trim().charAt(0)).filter((letter) => letter !== ""));
  return (line, cells) => {
    // Nearly every row is told to be none by its first cells.
    const first = cells.find((cell) => cell !== "") ?? "";
    if (names.size < fewestNames || !firsts.has(first.trim().charAt(0))) return false;
    const filled = cells.map(spellingKey).filter((key) => key !== "");
    const known = filled.filter((key) => names.has(key)).length;
    if (known < fewestNames || known * 3 < filled.length * 2) return false;
    if (cells.every((cell, index) => spellingKey(cell) === (keys[index] ?? ""))) return true;
    throw new FileFault("HEADER_AGAIN", line);
  };
}
