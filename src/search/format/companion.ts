/**
 * What the search page needs beside hits: search/companion.json. It names files for the filters by norm and by rating,
 * for taking hits away, and the words that occur. None of them is loaded before somebody asks for it.
 */

export const companionSchema = 1;

/** Appeals in one block of marks and rows, counted from the oldest, whatever the shards of the index are. */
export const blockSize = 20_000;

export interface Companion {
  schema: typeof companionSchema;
  /** Day of the newest export, as in the manifest. */
  edition: string;
  total: number;
  /** Folders of the blocks, the oldest appeals first; each is named for its contents. */
  blocks: string[];
  vocabulary: VocabularyIndex;
}

/** The words of all texts, cut into files of about equal size. */
export interface VocabularyIndex {
  folder: string;
  /** First stem of each file 0.gz, 1.gz …, in order. */
  forward: string[];
  /** The same for files b0.gz, b1.gz …, whose stems are sorted by their letters from the end. */
  backward: string[];
}
