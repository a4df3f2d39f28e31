import { type Source } from "../model/source.ts";
import { csvRows } from "./csvRows.ts";
import { decodeText, surveyText } from "./encoding.ts";
import { FileFault } from "./fileFault.ts";
import { openBytes } from "./openBytes.ts";
import { sniffDialect } from "./sniffDialect.ts";
import { type Table } from "./table.ts";

const sampleLength = 1 << 18;

async function firstText(texts: AsyncIterable<string>, length: number): Promise<string> {
  let sample = "";
  for await (const text of texts) {
    sample += text;
    if (sample.length >= length) break;
  }
  return sample.slice(0, length);
}

/**
 * A CSV file, packed or not: its encoding is found from all its bytes, its delimiter and header row by the mapping.
 *
 * @param onRead called with bytes read from the disk while rows() runs
 * @throws FileFault FILE_EMPTY, FILE_NOT_TEXT, HEADER_UNKNOWN
 */
export async function openCsv(path: string, source: Source, onRead?: (bytes: number) => void): Promise<Table> {
  const survey = await surveyText(openBytes(path));
  if (survey.bytes === 0) throw new FileFault("FILE_EMPTY");
  if (survey.zeros > 0) throw new FileFault("FILE_NOT_TEXT");
  const { encoding } = survey;

  const sample = await firstText(decodeText(openBytes(path), encoding), sampleLength);
  if (sample.trim() === "") throw new FileFault("FILE_EMPTY");
  const { delimiter, newline, headerRecord, found } = sniffDialect(sample, source);
  if (found === 0) throw new FileFault("HEADER_UNKNOWN");

  let header: string[] = [];
  let headerLine = 1;
  for await (const { rows, lines } of csvRows(decodeText(openBytes(path), encoding), { delimiter, newline })) {
    header = rows[headerRecord] ?? [];
    headerLine = lines[headerRecord] ?? 1;
    break;
  }
  return {
    encoding,
    delimiter,
    header,
    headerLine,
    rows: () => csvRows(decodeText(openBytes(path, onRead), encoding), { delimiter, newline }),
  };
}
