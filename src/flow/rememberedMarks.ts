import { createHmac } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { markSet, replyMarks, type ReplyMark } from "../model/replyMarks.ts";
import type { MarkMemory } from "../replies/marks/markMemory.ts";
import { answerPlaces, type FoundMarks } from "../replies/marks/readMarks.ts";
import { openSealedText, sealedText } from "../system/sealedText.ts";
import { engineVersion } from "../system/engineVersion.ts";

/**
 * What replies were found to contain in the build before, or in its shards: keyed hashes of question and reply, marks, and
 * where they stand; no text, and of words only hashes. Sealed as a whole. Safe to delete; then every reply is read again.
 */
export interface RememberedMarks extends MarkMemory {
  /** The replies of this build, a line each. */
  written(): string;
  /** Writes them down, in place of what the build before left; once the site has passed. */
  keep(): Promise<void>;
}

/** What decides beside the replies. */
export interface MarkVersion {
  /** What codeHash and settingsHash give. */
  code: string;
  settings: string;
  /** Secret behind hashes and seal; null: nothing is remembered. */
  key: string | null;
}

type Entry = [
  spans: [mark: number, ...places: number[]][],
  /** Its place among `answerPlaces`. */
  answer: number,
  /** Hashes of stems that decided, those of common ones first. */
  common: string,
  others: string,
];

/** Characters of base64: 144 bits for a reply; 48 for a stem, of which few are common. */
const hashLength = 24;
const stemLength = 8;

/**
 * @param file of the build before; null: there is none, and nothing is kept
 * @param shards what `written` gave in the shards of this build; left out: it has none
 */
export async function openRememberedMarks(
  file: string | null,
  { code, settings, key }: MarkVersion,
  shards: AsyncIterable<string> | null = null,
): Promise<RememberedMarks | null> {
  if (key === null) return null;
  const hash = (kind: string, text: string): string =>
    createHmac("sha256", key).update(`${kind}\u0000`).update(text).digest("base64url");
  const sealOf = (content: string): string => hash(["marks", code, settings, engineVersion].join("\u0000"), content);
  const before = new Map<string, string>();
  const addLines = (content: string): void => {
    for (const line of content.split("\n"))
      if (line !== "") before.set(line.slice(0, hashLength), line.slice(hashLength));
  };
  if (file !== null) addLines(openSealedText(await readFile(file, "utf8").catch(() => ""), sealOf) ?? "");
  for await (const content of shards ?? []) addLines(content);
  const now = new Map<string, string>();
  const stems = new Map<string, string>();
  const hashOfStem = (stem: string): string => {
    const known = stems.get(stem);
    if (known !== undefined) return known;
    const made = hash("stem", stem).slice(0, stemLength);
    stems.set(stem, made);
    return made;
  };
  const nameOf = (reply: string, question: string | null): string =>
    hash("reply", `${question === null ? "" : `${question.length} ${question}`}\u0000${reply}`).slice(0, hashLength);
  const written = (): string =>
    [...now]
      .map(([name, line]) => name + line)
      .sort()
      .join("\n");
  /** Common stems are few, and are the same for all replies of a build. */
  let commonHashes: ReadonlySet<string> | null = null;

  return {
    find(reply, question, common) {
      const name = nameOf(reply, question);
      const line = before.get(name);
      if (line === undefined) return undefined;
      const [spans, answer, wereCommon, others] = JSON.parse(line) as Entry;
      commonHashes ??= new Set([...common].map(hashOfStem));
      if (!parts(wereCommon).every((stem) => commonHashes!.has(stem))) return undefined;
      if (parts(others).some((stem) => commonHashes!.has(stem))) return undefined;
      now.set(name, line);
      return foundOf(spans, answer);
    },
    add(reply, question, { spans, answer }, asked) {
      const of = (isCommon: boolean): string =>
        [...asked].flatMap(([stem, is]) => (is === isCommon ? [hashOfStem(stem)] : [])).join("");
      const entry: Entry = [
        [...spans].map(([mark, places]) => [
          replyMarks.indexOf(mark),
          ...places.flatMap(({ start, end }) => [start, end]),
        ]),
        answerPlaces.indexOf(answer),
        of(true),
        of(false),
      ];
      now.set(nameOf(reply, question), JSON.stringify(entry));
    },
    written,
    async keep() {
      if (file === null) return;
      await mkdir(dirname(file), { recursive: true });
      await writeFile(`${file}.new`, sealedText(written(), sealOf), { mode: 0o600 });
      await rename(`${file}.new`, file);
    },
  };
}

const parts = (hashes: string): string[] =>
  Array.from({ length: hashes.length / stemLength }, (_, at) => hashes.slice(at * stemLength, (at + 1) * stemLength));

function foundOf(entries: Entry[0], answer: number): FoundMarks {
  const spans = new Map(
    entries.map(([mark, ...places]): [ReplyMark, { start: number; end: number }[]] => [
      replyMarks[mark]!,
      Array.from({ length: places.length / 2 }, (_, at) => ({ start: places[2 * at]!, end: places[2 * at + 1]! })),
    ]),
  );
  return { marks: markSet(spans.keys()), spans, answer: answerPlaces[answer]! };
}
