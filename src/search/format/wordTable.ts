import type { IndexFile } from "./pagefindFormat.ts";

/**
 * Which index file of a shard holds a word: the files are numbered in the order of their words, and the table keeps the
 * shortest beginnings that tell neighbours apart, a third of what whole words would weigh.
 */

/** The shortest beginning of `first` that stands after `before`. Both must differ. */
function beginning(before: string, first: string): string {
  let length = 1;
  while (length < first.length && !(first.slice(0, length) > before)) length += 1;
  return first.slice(0, length);
}

/** @param files first and last word of every index file, in the order of the words */
export function encodeWordTable(files: readonly Pick<IndexFile, 0 | 1>[]): string {
  return files.map(({ 0: first }, at) => (at === 0 ? first : beginning(files[at - 1]?.[1] ?? "", first))).join("\n");
}

/** As Pagefind's metadata has it. The last word of a file is given as the next file's beginning, which no word equals that stands before it. */
export function decodeWordTable(table: string): IndexFile[] {
  if (table === "") return [];
  const firsts = table.split("\n");
  return firsts.map((first, at) => [first, firsts[at + 1] ?? "\u{10FFFF}", String(at)]);
}
