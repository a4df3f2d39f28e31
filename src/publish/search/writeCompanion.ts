import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { type PublicAppeal } from "../../model/appeal.ts";
import { appealWaits } from "../../site/appeals/appealWait.ts";
import { plainWord, visibleText, wordsOf, type SearchLanguage } from "../../site/search/analyzer.ts";
import { blockSize, companionSchema, type Companion } from "../../site/search/companion.ts";
import { encodeMarks, encodeRows, type WaitState } from "../../site/search/details.ts";
import { type SearchNames } from "../../site/search/manifest.ts";
import { countOf, encodeVocabulary, reversed, stemsInFile, type VocabularyEntry } from "../../site/search/vocabulary.ts";
import { nameOfContents } from "./shardRecords.ts";
import { writeOnce } from "./writeOnce.ts";

export interface CompanionOptions {
  /** In order of receipt (byReceipt), as the index has them. */
  appeals: readonly PublicAppeal[];
  names: SearchNames;
  language: SearchLanguage;
  /** Day of the newest export: until then an open appeal is known to have waited. */
  edition: string;
  /** Folder search/ of the new site. */
  outDir: string;
}

/** How the first reply of an appeal stands to its norm on the day of the newest export. */
function waitStateOf(appeal: PublicAppeal, edition: string): WaitState {
  const wait = appealWaits(appeal, edition).find(({ event }) => event === "first-reply");
  if (wait === undefined || wait.inNorm === null) return "unknown";
  if (wait.state === "done") return wait.inNorm ? "within" : "over";
  return wait.inNorm ? "waiting" : "overdue";
}

/** Words without letters are numbers of houses and letters: nobody mistypes them into each other, and they are many. */
const hasLetter = /\p{L}/u;

/** All words of the texts that the index holds, by stem in order. */
export function vocabularyOf({ appeals, names, language }: Pick<CompanionOptions, "appeals" | "names" | "language">): VocabularyEntry[] {
  const places = new Map(names.places.map(({ code, name }) => [code, name]));
  const stems = new Map<string, Map<string, number>>();
  for (const appeal of appeals) {
    const seen = new Set<string>();
    for (const part of [appeal.text, appeal.reply, places.get(appeal.place ?? "")]) {
      if (!part) continue;
      const text = visibleText(part);
      for (const { start, end, stem } of wordsOf(text, language)) {
        if (stem === null || !hasLetter.test(stem)) continue;
        const form = plainWord(text.slice(start, end));
        if (seen.has(form)) continue;
        seen.add(form);
        const forms = stems.get(stem) ?? new Map<string, number>();
        if (forms.size === 0) stems.set(stem, forms);
        forms.set(form, (forms.get(form) ?? 0) + 1);
      }
    }
  }
  const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return [...stems]
    .map(([stem, forms]) => ({ stem, forms: [...forms].map(([form, count]) => ({ form, count })).sort((a, b) => b.count - a.count || inOrder(a.form, b.form)) }))
    .sort((a, b) => inOrder(a.stem, b.stem));
}

function packed(text: string): Uint8Array {
  return gzipSync(text, { level: 9 });
}

function inFiles(entries: readonly VocabularyEntry[]): VocabularyEntry[][] {
  return Array.from({ length: Math.ceil(entries.length / stemsInFile) }, (_, at) => entries.slice(at * stemsInFile, (at + 1) * stemsInFile));
}

function writeVocabulary(entries: readonly VocabularyEntry[], outDir: string): Companion["vocabulary"] {
  const forward = inFiles(entries);
  // Looked up where the beginning is misspelt; what occurs once is hardly what was meant.
  const fromEnd = entries.filter((entry) => countOf(entry) > 1).map((entry) => ({ entry, key: reversed(entry.stem) }));
  const backward = inFiles(fromEnd.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ entry }) => entry));
  const files = [
    ...forward.map((part, at) => ({ name: `${at}.gz`, text: encodeVocabulary(part) })),
    ...backward.map((part, at) => ({ name: `b${at}.gz`, text: encodeVocabulary(part) })),
  ];
  const folder = `words-${nameOfContents(...files.map(({ text }) => text))}`;
  for (const { name, text } of files) writeOnce(join(outDir, folder, name), packed(text));
  return { folder, forward: forward.map(([first]) => first?.stem ?? ""), backward: backward.map(([first]) => reversed(first?.stem ?? "")) };
}

/**
 * Writes what the search page needs beside hits: marks for the filters by norm and rating, rows for taking away, the
 * vocabulary, and search/companion.json, which names them. All names but that one come from the contents.
 */
export function writeCompanion(options: CompanionOptions): Companion {
  const { appeals, edition, outDir } = options;
  const blocks: string[] = [];
  for (let from = 0; from < appeals.length; from += blockSize) {
    const block = appeals.slice(from, from + blockSize);
    const marks = encodeMarks(block.map((appeal) => ({ wait: waitStateOf(appeal, edition), rating: appeal.rating })));
    const rows = encodeRows(
      block.map((appeal) => ({
        id: appeal.id,
        received: appeal.received,
        firstReply: appeal.firstReply ?? "",
        closed: appeal.closed ?? "",
        firstReplyDays: appeal.firstReplyDays === null ? "" : String(appeal.firstReplyDays),
        closingDays: appeal.closingDays === null ? "" : String(appeal.closingDays),
        datesToWeek: appeal.datesToWeek ? "yes" : "no",
      })),
    );
    const folder = `details-${nameOfContents(marks, rows)}`;
    writeOnce(join(outDir, folder, "marks.columns"), gzipSync(marks, { level: 9 }));
    writeOnce(join(outDir, folder, "rows.columns"), packed(rows));
    blocks.push(folder);
  }
  const vocabulary = writeVocabulary(vocabularyOf(options), outDir);
  const companion: Companion = { schema: companionSchema, edition, total: appeals.length, blocks, vocabulary };
  writeOnce(join(outDir, "companion.json"), JSON.stringify(companion));
  return companion;
}
