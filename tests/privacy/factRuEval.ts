import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import type { Span } from "../../src/privacy/span.ts";

/** Russian news with gold person spans (dialogue-evaluation/factRuEval-2016, MIT), kept beside the project. */
const DEVSET = new URL("../../../shared/data/factrueval-devset.tar.gz", import.meta.url);

export function isDevsetPresent(): boolean {
  return existsSync(DEVSET);
}

interface Interval {
  readonly start: number;
  readonly end: number;
}

export interface GoldText {
  readonly text: string;
  /** Words (tokens with a letter) in text order, and whether each is part of a person's name. */
  readonly words: readonly (Interval & { readonly person: boolean })[];
}

/** Files of a ustar archive by name: blocks of 512 bytes, the size in octal at byte 124. */
function readTar(bytes: Buffer): Map<string, string> {
  const files = new Map<string, string>();
  for (let position = 0; position + 512 <= bytes.length && bytes[position] !== 0;) {
    const name = bytes
      .subarray(position, position + 100)
      .toString("utf8")
      .replace(/\0.*$/su, "");
    const size = Number.parseInt(bytes.subarray(position + 124, position + 136).toString("latin1"), 8) || 0;
    files.set(name, bytes.subarray(position + 512, position + 512 + size).toString("utf8"));
    position += 512 + Math.ceil(size / 512) * 512;
  }
  return files;
}

const fields = (line: string): string[] => (line.split("#")[0] ?? "").trim().split(/\s+/u);

/** The texts of the set with the words of every Person object marked. */
export function readDevset(): GoldText[] {
  const files = readTar(gunzipSync(readFileSync(DEVSET)));
  const names = [...files.keys()].filter((name) => name.endsWith(".txt")).sort();
  return names.map((name) => {
    const lines = (extension: string): string[][] =>
      (files.get(name.replace(/txt$/u, extension)) ?? "")
        .split("\n")
        .filter((line) => line.trim() !== "")
        .map(fields);
    const spans = new Map(
      lines("spans").map((line) => [line[0], { start: Number(line[2]), end: Number(line[2]) + Number(line[3]) }]),
    );
    const people = lines("objects")
      .filter((line) => line[1] === "Person")
      .flatMap((line) => line.slice(2).flatMap((id) => spans.get(id) ?? []));
    const words = lines("tokens")
      .filter((line) => /\p{L}/u.test(line[3] ?? ""))
      .map((line) => ({ start: Number(line[1]), end: Number(line[1]) + Number(line[2]) }))
      .map((word) => ({ ...word, person: people.some((span) => span.start < word.end && span.end > word.start) }));
    return { text: files.get(name) ?? "", words };
  });
}

export interface Score {
  readonly precision: number;
  readonly recall: number;
}

/** Precision and recall of words: a word is found when a span touches it. */
export function scoreWords(texts: readonly GoldText[], find: (text: string) => readonly Span[]): Score {
  let both = 0;
  let found = 0;
  let gold = 0;
  for (const { text, words } of texts) {
    const spans = find(text);
    for (const word of words) {
      const hit = spans.some((span) => span.start < word.end && span.end > word.start);
      if (hit) found += 1;
      if (word.person) gold += 1;
      if (hit && word.person) both += 1;
    }
  }
  return { precision: both / found, recall: both / gold };
}
