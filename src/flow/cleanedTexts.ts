import { createHmac } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { cleaningKey, type CleaningRules, type WrittenText } from "../privacy/cleaningRules.ts";
import type { CleanedText } from "../privacy/cleanText.ts";
import { plainText } from "../privacy/plainText.ts";
import { detectorVersion } from "./detectorVersion.ts";

/**
 * What the detectors made of texts in the build before: a keyed hash of each text, and the masked text where masking
 * changed it. Texts as they came are not in it. Each line carries a keyed hash of itself: one that somebody changed, or that
 * a failing disk did, is not taken over. Safe to delete; then everything is read again.
 */
export interface CleanedTexts {
  find(written: WrittenText): CleanedText | undefined;
  /** What a shard of this very build made of a text: proven detectors did, in another process. */
  made(written: WrittenText): CleanedText | undefined;
  add(written: WrittenText, cleaned: CleanedText): void;
  /** The texts of this build, one a line behind the version of the detectors. */
  written(): string;
  /** Writes them down; those of older builds go. */
  keep(): Promise<void>;
  /** Forgets everything, for this build and the next. */
  discard(): Promise<void>;
}

/** Words that were asked for are people's names as often as places': only their hashes are kept. */
type Entry = [
  text: string | 0,
  counts: CleanedText["counts"],
  doubtful: CleanedText["doubtful"],
  maskedDoubtful: CleanedText["maskedDoubtful"],
  placesAsked: (readonly [hash: string, known: boolean])[],
];

/**
 * @param file null: nothing is remembered from build to build; nor is it without a key, since then anybody could write lines
 * @param shards what `written` gave in the shards of this build; left out: it has none
 */
export async function openCleanedTexts(
  file: string | null,
  rules: CleaningRules,
  shards: AsyncIterable<string> | null = null,
): Promise<CleanedTexts> {
  if (rules.key === "" || (file === null && shards === null))
    return {
      find: () => undefined,
      made: () => undefined,
      add: () => undefined,
      written: () => "",
      keep: () => Promise.resolve(),
      discard: () => Promise.resolve(),
    };
  const version = await detectorVersion(rules);
  const addLines = (lines: Map<string, string>, content: string): void => {
    const [head, ...rest] = content.split("\n");
    if (head === version) for (const line of rest) lines.set(line.slice(0, hashLength), line.slice(hashLength));
  };
  const before = new Map<string, string>();
  if (file !== null) addLines(before, await readFile(file, "utf8").catch(() => ""));
  const inShards = new Map<string, string>();
  for await (const content of shards ?? []) addLines(inShards, content);
  /** The version belongs to what is sealed: a line of other detectors cannot be passed off as one of these. */
  const sealOf = (hash: string, content: string) =>
    createHmac("sha256", rules.key)
      .update(`line\u0000${version}\u0000${hash}\u0000${content}`)
      .digest("base64url")
      .slice(0, hashLength);
  const now = new Map<string, string>();
  const hashOf = (raw: string) => createHmac("sha256", rules.key).update(raw).digest("base64url").slice(0, hashLength);
  const places = new Set(rules.placeNames.map(hashOf));
  const findIn = (lines: ReadonlyMap<string, string>, written: WrittenText): CleanedText | undefined => {
    const hash = hashOf(cleaningKey(written, rules));
    const line = lines.get(hash);
    if (line === undefined) return undefined;
    const content = line.slice(hashLength);
    if (line.slice(0, hashLength) !== sealOf(hash, content)) return undefined;
    const [text, counts, doubtful, maskedDoubtful, placesAsked] = JSON.parse(content) as Entry;
    if (placesAsked.some(([hash, known]) => places.has(hash) !== known)) return undefined;
    now.set(hash, line);
    return {
      text: text === 0 ? plainText(written.text) : text,
      counts,
      doubtful,
      maskedDoubtful,
      left: [],
      placesAsked: [],
    };
  };
  const written = (): string => [version, ...[...now].map(([hash, line]) => hash + line).sort()].join("\n");
  return {
    find: (text) => findIn(before, text),
    made: (text) => (inShards.size === 0 ? undefined : findIn(inShards, text)),
    add(written, { text, counts, doubtful, maskedDoubtful, left, placesAsked }) {
      if (left.length > 0) return;
      const entry: Entry = [
        counts.length === 0 ? 0 : text,
        counts,
        doubtful,
        maskedDoubtful,
        placesAsked.map(([stem, known]) => [hashOf(stem), known] as const),
      ];
      const hash = hashOf(cleaningKey(written, rules));
      const content = JSON.stringify(entry);
      now.set(hash, sealOf(hash, content) + content);
    },
    written,
    async keep() {
      if (file === null) return;
      await mkdir(dirname(file), { recursive: true });
      await writeFile(`${file}.new`, written(), { mode: 0o600 });
      await rename(`${file}.new`, file);
    },
    async discard() {
      before.clear();
      now.clear();
      if (file !== null) await rm(file, { force: true });
    },
  };
}

/** 24 characters of base64 hold 144 bits. */
const hashLength = 24;
