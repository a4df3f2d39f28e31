import Papa from "papaparse";
import { type Source } from "../model/source.ts";
import { delimiters, type Delimiter, type Dialect } from "./csvRows.ts";
import { fieldsFound } from "./headerMatch.ts";

/** A header stands among the first records: some exports put a title or the name of an archive above it. */
const headerAmong = 40;

export interface SniffedDialect extends Dialect {
  /** 0-based number of the record that is the header. */
  headerRecord: number;
  /** How many fields of the mapping it feeds. */
  found: number;
}

function firstRecords(sample: string, delimiter: Delimiter, newline: "\n" | "\r"): string[][] {
  const { data } = Papa.parse<string[]>(sample, { delimiter, newline, preview: headerAmong });
  return data.map((row) => row.map((cell) => cell.replace(/\r$/, "")));
}

/**
 * Tries every delimiter on the beginning of a file and takes the one under which some record is the mapping's header.
 * The header confirms the delimiter: no statistics over semicolons in people's texts.
 */
export function sniffDialect(sample: string, source: Pick<Source, "columns" | "ignore">): SniffedDialect {
  const newline = sample.includes("\n") || !sample.includes("\r") ? "\n" : "\r";
  let best: SniffedDialect = { delimiter: ",", newline, headerRecord: 0, found: 0 };
  for (const delimiter of delimiters) {
    for (const [headerRecord, record] of firstRecords(sample, delimiter, newline).entries()) {
      const found = fieldsFound(record, source);
      if (found > best.found) best = { delimiter, newline, headerRecord, found };
    }
  }
  return best;
}
