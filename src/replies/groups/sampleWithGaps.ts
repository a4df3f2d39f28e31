import { normalisedReply, placeholder } from "../normalisedReply.ts";
import { shinglesOf } from "./shingles.ts";

/** A word stays in the sample where more than half of the copies have it between the same neighbours. */
const inMostCopies = 0.5;
const closing = /^[\p{P}\p{S}]+/u;
const opening = /[\p{Ps}\p{Pi}"]+$/u;

/**
 * A reply without its greeting and signature, with a gap for each part that differs from copy to copy.
 *
 * @param reply masked, as it is published
 * @param shareOfShingle share of the copies that have a shingle
 * @returns pieces of the reply, and null for each gap
 */
export function sampleWithGaps(reply: string, shareOfShingle: (shingle: number) => number): (string | null)[] {
  const { words, starts, ends } = normalisedReply(reply);
  const shares = Array.from(shinglesOf(words), shareOfShingle);
  const stays = words.map(
    (word, at) =>
      word !== placeholder && shares.slice(Math.max(0, at - 2), at + 1).some((share) => share > inMostCopies),
  );
  const pieces: (string | null)[] = [];
  for (let at = 0; at < words.length;) {
    let next = at + 1;
    while (next < words.length && stays[next] === stays[at]) next += 1;
    pieces.push(stays[at] ? stretch(reply, ends[at - 1] ?? 0, starts[at]!, ends[next - 1]!, starts[next]) : null);
    at = next;
  }
  return pieces;
}

/** The words from `from` to `to` with the marks that belong to them: brackets that open before, stops that close behind. */
function stretch(reply: string, after: number, from: number, to: number, before: number | undefined): string {
  const opened = opening.exec(reply.slice(after, from))?.[0] ?? "";
  const closed = closing.exec(reply.slice(to, before))?.[0].replace(opening, "") ?? "";
  return `${opened}${reply.slice(from, to)}${closed}`.replace(/\s+/gu, " ");
}
