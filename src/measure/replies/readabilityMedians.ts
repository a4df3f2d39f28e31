import type { ReplyColumns } from "../../model/columns.ts";
import { leastReplies, type ReplySlice } from "../../model/replies.ts";
import { missing, rounded, tooFew } from "../figure.ts";

/** The middle value, of an even number the mean of the two middle ones. */
function median(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** How the longer ones of some replies read, by medians. @param places of replies in the columns */
export function readabilityMedians(
  places: Iterable<number>,
  { wordsPerSentence, grade }: ReplyColumns,
): ReplySlice["readability"] {
  const long = Array.from(places).filter((place) => !Number.isNaN(wordsPerSentence[place]));
  if (long.length === 0) return missing("none-eligible");
  if (long.length < leastReplies) return tooFew;
  return {
    state: "exact",
    n: long.length,
    wordsPerSentence: rounded(median(long.map((place) => wordsPerSentence[place]!)), 1e2),
    grade: rounded(median(long.map((place) => grade[place]!)), 1e2),
  };
}
