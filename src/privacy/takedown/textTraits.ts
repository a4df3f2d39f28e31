import { fingerprint } from "../fingerprint.ts";
import { normalise } from "../normalise.ts";
import { plainText } from "../plainText.ts";
import type { KeyedHash } from "./keyedHash.ts";

/** By what a text is known again. */
export interface TextTraits {
  /** Keyed hash of its words in order; "" where it has none. */
  readonly text: string;
  readonly words: number;
  /** Keyed hashes of a sample of its triples of words; none where it is too short. Made when it is first asked for. */
  readonly sample: () => readonly string[];
  /** The first few of the same: two texts that share none of them are hardly alike. */
  readonly probe: () => readonly string[];
}

/** Fewer triples than this are an idiom, not a text. */
const fewestTriples = 12;
const sampled = 32;
const probed = 6;
/** Characters kept of the hash of a triple: 40 bits. Of a hundred thousand texts none shares half of a sample by chance. */
export const sampleLength = 10;

/**
 * What a text says, whatever became of it on its way: markup, capitals, ё, punctuation, spaces and look-alike letters do
 * not count. The sample holds the triples that are lowest by a fixed hash (a bottom-k sketch), so that two texts that
 * share most of their triples share most of their samples; what is kept of them are keyed hashes.
 */
export function textTraits(raw: string, hash: KeyedHash): TextTraits {
  const words = wordsOf(raw);
  let lowest: string[] | null = null;
  const triples = (): string[] => (lowest ??= lowestTriples(words));
  const hashed = (count: number) =>
    triples()
      .slice(0, count)
      .map((triple) => hashOfTriple(hash, triple));
  let sample: string[] | null = null;
  return {
    text: words.length === 0 ? "" : hash("text", words.join(" ")),
    words: words.length,
    sample: () => (sample ??= hashed(sampled)),
    probe: () => sample ?? hashed(probed),
  };
}

/** The words of a text as they are compared: without markup, capitals, punctuation and look-alike letters, ё as е. */
export function wordsOf(raw: string): string[] {
  return (
    normalise(plainText(raw))
      .text.toLowerCase()
      .replaceAll("ё", "е")
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** Its triples of neighbouring words, each once. */
export function triplesIn(words: readonly string[]): string[] {
  return [...new Set(words.slice(2).map((word, at) => `${words[at]!} ${words[at + 1]!} ${word}`))];
}

export function hashOfTriple(hash: KeyedHash, triple: string): string {
  return hash("triple", triple).slice(0, sampleLength);
}

function lowestTriples(words: readonly string[]): string[] {
  const triples = new Map(triplesIn(words).map((triple) => [triple, fingerprint(triple)]));
  if (triples.size < fewestTriples) return [];
  return [...triples]
    .sort(([, one], [, other]) => one - other)
    .slice(0, sampled)
    .map(([triple]) => triple);
}
