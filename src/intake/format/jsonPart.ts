import { decodeText, surveyText } from "../encoding.ts";
import { FileFault } from "../fileFault.ts";
import type { RowBatch } from "../table.ts";
import type { ByteSource, OnRead } from "./byteSource.ts";
import { jsonLists, listOfRecords } from "./jsonLists.ts";
import { jsonRecords } from "./jsonRecords.ts";
import { RecordPlaces } from "../recordPlaces.ts";
import { headerAmong, type Part } from "./part.ts";

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const batchSize = 2048;

/** Nested objects become columns named "outer.inner"; what GeoJSON wraps around an object's properties is left out. */
function flatten(record: { [key: string]: Json }, prefix: string, into: Map<string, string>): Map<string, string> {
  for (const [key, value] of Object.entries(record)) {
    const name = prefix === "" && key === "properties" ? "" : prefix + key;
    if (value === null) into.set(name, "");
    else if (Array.isArray(value))
      into.set(name, value.every((item) => typeof item !== "object") ? value.join(", ") : JSON.stringify(value));
    else if (typeof value === "object") flatten(value, name === "" ? "" : `${name}.`, into);
    else into.set(name, String(value));
  }
  return into;
}

async function* recordsOf(
  texts: AsyncIterable<string>,
  wrapped: boolean,
  list: string | null,
): AsyncGenerator<{ line: number; cells: Map<string, string> }> {
  let [record, begins] = [0, 1];
  try {
    for await (const { line, text } of jsonRecords(texts, wrapped, list)) {
      record += 1;
      begins = line;
      yield { line, cells: flatten(JSON.parse(text) as { [key: string]: Json }, "", new Map()) };
    }
  } catch (cause) {
    if (cause instanceof SyntaxError)
      throw new FileFault("JSON_BROKEN", begins > 1 ? begins : undefined, undefined, record);
    // The record after the last whole one has no end.
    if (cause instanceof RangeError) throw new FileFault("JSON_BROKEN", undefined, undefined, record + 1);
    throw cause;
  }
}

function holdsRecords(value: Json): boolean {
  if (Array.isArray(value)) return value.some((item) => typeof item === "object" && item !== null);
  return typeof value === "object" && value !== null && Object.values(value).some(holdsRecords);
}

/**
 * True where the file is one object around an array of records. An object that ends within the sample is one only where
 * nothing follows it; a longer one is no record but what is around them.
 */
async function isWrapped(sample: string): Promise<boolean> {
  if (!/^\s*\{/.test(sample)) return false;
  try {
    for await (const { text } of jsonRecords(once(sample), false)) {
      const rest = sample.slice(sample.indexOf(text) + text.length);
      return rest.trim() === "" && holdsRecords(JSON.parse(text) as Json);
    }
  } catch (cause) {
    if (!(cause instanceof RangeError) && !(cause instanceof SyntaxError)) throw cause;
  }
  return true;
}

/**
 * The list in which the records of a file stand, where it is neither a list of objects nor objects line by line.
 *
 * @throws FileFault JSON_SHAPE where its records are no objects in a list
 */
async function listIn(texts: AsyncIterable<string>, wrapped: boolean): Promise<string | null> {
  const lists = await jsonLists(texts);
  const list = listOfRecords(lists);
  const others = [lists.rows, lists.named, lists.columns].some((counts) =>
    [...counts.values()].some((count) => count > 1),
  );
  // One object alone is a record.
  if (list === null && others) throw new FileFault("JSON_SHAPE");
  return wrapped ? list : null;
}

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}

/**
 * JSON: an array of objects, an object around such an array, or objects line by line. The columns are all the keys that
 * occur; an object without a key has an empty cell there.
 *
 * @throws FileFault FILE_EMPTY, FILE_NOT_TEXT, JSON_BROKEN, JSON_SHAPE
 */
export async function jsonPart(bytes: ByteSource, suffix: string, innerName: string | null): Promise<Part> {
  const { encoding, zeros, damaged } = await surveyText(() => bytes.open());
  if (encoding === null) throw new FileFault("FILE_NOT_TEXT");
  const texts = (onRead?: OnRead) => decodeText(bytes.open(onRead), encoding);
  let [wrapped, isPlain] = [false, false];
  for await (const text of texts()) {
    const sample = text.slice(0, 1 << 16);
    wrapped = await isWrapped(sample);
    isPlain = /^\s*\[\s*\{/.test(sample) || (!wrapped && /^\s*\{/.test(sample) && /\}\s*\{/.test(sample));
    break;
  }
  const list = isPlain ? null : await listIn(texts(), wrapped);
  const keys = new Set<string>();
  const first: Map<string, string>[] = [];
  const starts: number[] = [];
  for await (const { line, cells } of recordsOf(texts(), wrapped, list)) {
    for (const key of cells.keys()) keys.add(key);
    starts.push(line);
    if (first.length < headerAmong) first.push(cells);
  }
  if (first.length === 0) throw new FileFault("FILE_EMPTY");
  const header = [...keys].sort();
  const records = new RecordPlaces(starts);
  const rowOf = (cells: Map<string, string>): string[] => header.map((key) => cells.get(key) ?? "");

  const rows = async function* (onRead?: OnRead): AsyncGenerator<RowBatch> {
    let batch: RowBatch = { lines: [0], rows: [header], brokenQuotes: [] };
    let record = 0;
    for await (const { cells } of recordsOf(texts(onRead), wrapped, list)) {
      batch.lines.push(records.numberOf((record += 1)));
      batch.rows.push(rowOf(cells));
      if (batch.rows.length < batchSize) continue;
      yield batch;
      batch = { lines: [], rows: [], brokenQuotes: [] };
    }
    if (batch.rows.length > 0) yield batch;
  };
  const sample: RowBatch = {
    lines: [0, ...first.map((_, index) => records.numberOf(index + 1))],
    rows: [header, ...first.map(rowOf)],
    brokenQuotes: [],
  };
  return { suffix, innerName, encoding, readings: [{ delimiter: "json", sample, rows }], zeros, damaged, records };
}
