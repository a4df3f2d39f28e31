import { csvRows } from "../csvRows.ts";
import { delimiters, type Dialect } from "../dialect.ts";
import { decodeText, surveyText } from "../encoding.ts";
import { FileFault } from "../fileFault.ts";
import type { RowBatch } from "../table.ts";
import type { ByteSource } from "./byteSource.ts";
import { headerAmong, type Part } from "./part.ts";
import { withoutWrapping } from "./wrappedLines.ts";

const sampleLength = 1 << 18;

async function firstText(texts: AsyncIterable<string>, length: number): Promise<string> {
  let sample = "";
  for await (const text of texts) {
    sample += text;
    if (sample.length >= length) break;
  }
  return sample.slice(0, length);
}

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}

/** The first records of the beginning of a file; what an unclosed quotation mark leaves is told when the whole is read. */
async function sampleOf(sample: string, dialect: Dialect): Promise<RowBatch> {
  const records: RowBatch = { lines: [], rows: [], brokenQuotes: [] };
  try {
    for await (const { lines, rows } of csvRows(once(sample), dialect)) {
      records.lines.push(...lines.slice(0, headerAmong));
      records.rows.push(...rows.slice(0, headerAmong));
    }
  } catch (cause) {
    if (!(cause instanceof FileFault)) throw cause;
    // The sample ends inside a quoted cell. What came before will do; where that is nothing, the lines as they are.
    if (records.rows.length > 0) return records;
    const whole = sample.split("\n", headerAmong).map((line) => line.replace(/\r$/, "").split(dialect.delimiter));
    return { lines: whole.map((_, index) => index + 1), rows: whole, brokenQuotes: [] };
  }
  return records;
}

/** @throws FileFault FILE_EMPTY, FILE_NOT_TEXT */
export async function csvPart(bytes: ByteSource, suffix: string, innerName: string | null): Promise<Part> {
  const survey = await surveyText(() => bytes.open());
  if (survey.bytes === 0) throw new FileFault("FILE_EMPTY");
  const { encoding } = survey;
  if (encoding === null) throw new FileFault("FILE_NOT_TEXT");
  const sample = await firstText(decodeText(bytes.open(), encoding), sampleLength);
  if (sample.trim() === "") throw new FileFault("FILE_EMPTY");
  const newline = sample.includes("\n") || !sample.includes("\r") ? "\n" : "\r";
  const readings = await Promise.all(
    delimiters.map(async (delimiter) => {
      const dialect: Dialect = { delimiter, newline };
      return {
        delimiter,
        sample: await sampleOf(sample, dialect),
        rows: (onRead?: (read: number) => void) => csvRows(decodeText(bytes.open(onRead), encoding), dialect),
      };
    }),
  );
  return {
    suffix,
    innerName,
    encoding,
    readings: withoutWrapping(readings),
    zeros: survey.zeros,
    damaged: survey.damaged,
  };
}
