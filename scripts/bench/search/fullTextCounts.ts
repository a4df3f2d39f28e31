import { DatabaseSync } from "node:sqlite";
import { searchableText } from "../../../src/search/write/shardTexts.ts";
import { readQuery } from "../../../src/search/read/query.ts";
import type { SearchCorpus } from "./corpus.ts";

/** How many appeals SQLite's full-text search finds for each query over the same stems: an index that shares nothing with ours. */
export function fullTextCounts(corpus: SearchCorpus, queries: readonly string[]): number[] {
  const database = new DatabaseSync(":memory:");
  try {
    database.exec("create virtual table texts using fts5(stems, content='', tokenize='unicode61 remove_diacritics 0')");
    const insert = database.prepare("insert into texts(rowid, stems) values (?, ?)");
    const places = new Map(corpus.names.places.map(({ code, name }) => [code, name]));
    database.exec("begin");
    for (let number = 0; number < corpus.size; number += 1)
      insert.run(number + 1, searchableText(corpus.appeal(number), places, "ru"));
    database.exec("commit");
    const count = database.prepare("select count(*) as n from texts where texts match ?");
    return queries.map((typed) => {
      const { words, phrases } = readQuery(typed, "ru");
      const match = [...words.map((word) => [word]), ...phrases]
        .map((stems) => `"${stems.map((stem) => `${stem}ъ`).join(" ")}"`)
        .join(" AND ");
      return Number(count.get(match)?.["n"]);
    });
  } finally {
    database.close();
  }
}
