import { createHash } from "node:crypto";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { VocabularyIndex } from "../format/companion.ts";
import { countOf, encodeVocabulary, reversed, stemsInFile, type VocabularyEntry } from "../format/vocabulary.ts";
import { shortName } from "./shardRecords.ts";
import { writeOnce } from "./writeOnce.ts";

export interface VocabularyWriter {
  /** Takes the stems in order. */
  add: (entry: VocabularyEntry) => void;
  /** Writes the files. */
  finish: () => VocabularyIndex;
}

/** Cuts the words of all texts into files; what is packed already is all that stays in memory of those before. */
export function vocabularyWriter(outDir: string): VocabularyWriter {
  const files: { name: string; packed: Uint8Array }[] = [];
  const index: VocabularyIndex = { folder: "", forward: [], backward: [] };
  const contents = createHash("sha256");
  const keep = (name: string, text: string): void => {
    contents.update(text).update("\0");
    files.push({ name, packed: gzipSync(text, { level: 9 }) });
  };
  let part: VocabularyEntry[] = [];
  const endPart = (): void => {
    if (part.length === 0) return;
    keep(`${index.forward.length}.gz`, encodeVocabulary(part));
    index.forward.push(part[0]?.stem ?? "");
    part = [];
  };
  const fromEnd: { key: string; line: string }[] = [];
  return {
    add(entry) {
      if (entry.forms.length === 0) return;
      part.push(entry);
      if (part.length === stemsInFile) endPart();
      // Looked up where the beginning is misspelt; what occurs once is hardly what was meant.
      if (countOf(entry) > 1) fromEnd.push({ key: reversed(entry.stem), line: encodeVocabulary([entry]) });
    },
    finish() {
      endPart();
      fromEnd.sort((a, b) => (a.key < b.key ? -1 : 1));
      for (let from = 0; from < fromEnd.length; from += stemsInFile) {
        keep(
          `b${index.backward.length}.gz`,
          fromEnd
            .slice(from, from + stemsInFile)
            .map(({ line }) => line)
            .join("\n"),
        );
        index.backward.push(fromEnd[from]?.key ?? "");
      }
      index.folder = `words-${shortName(contents)}`;
      for (const { name, packed } of files) writeOnce(join(outDir, index.folder, name), packed);
      return index;
    },
  };
}
