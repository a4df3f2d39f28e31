import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { dayOfIsoDate } from "../../model/moment.ts";

/**
 * Where each appeal stands in a file of one appeal a line, and the day it was received, without holding any of them:
 * 20 bytes an appeal, so that a million are indexed in flat memory.
 */
export interface AppealLines {
  file: string;
  length: number;
  /** First byte of each line, in the order of the file. */
  starts: Float64Array;
  /** Bytes of each line, its end not counted. */
  sizes: Uint32Array;
  /** Days since 1970-01-01. */
  days: Int32Array;
}

const newline = 0x0a;
/** In a text of an appeal the quotes would be escaped: these bytes stand only where the field begins. */
const field = Buffer.from('"received":"');

function larger<Values extends Float64Array | Uint32Array | Int32Array>(values: Values): Values {
  const copy = new (values.constructor as new (length: number) => Values)(values.length * 2);
  copy.set(values);
  return copy;
}

/** @throws where a line has no day of receipt */
export async function findAppealLines(file: string): Promise<AppealLines> {
  let starts = new Float64Array(4096);
  let sizes = new Uint32Array(4096);
  let days = new Int32Array(4096);
  const known = new Map<string, number>();
  let length = 0;
  let offset = 0;
  let rest: Buffer = Buffer.alloc(0);
  const add = (line: Buffer, start: number): void => {
    if (line.length === 0) return;
    const at = line.indexOf(field);
    if (at === -1) throw new Error(`Line ${length + 1} of the edition's appeals has no day of receipt`);
    const date = line.toString("latin1", at + field.length, at + field.length + 10);
    const day = known.get(date) ?? dayOfIsoDate(date);
    known.set(date, day);
    if (length === starts.length) [starts, sizes, days] = [larger(starts), larger(sizes), larger(days)];
    starts[length] = start;
    sizes[length] = line.length;
    days[length] = day;
    length += 1;
  };
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    const bytes: Buffer = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    let from = 0;
    for (let end = bytes.indexOf(newline); end !== -1; end = bytes.indexOf(newline, from)) {
      add(bytes.subarray(from, end), offset + from);
      from = end + 1;
    }
    rest = bytes.subarray(from);
    offset += from;
  }
  add(rest, offset);
  return { file, length, starts: starts.slice(0, length), sizes: sizes.slice(0, length), days: days.slice(0, length) };
}

/** The lines of some appeals, in the order asked for. What stands together in the file is read at once. */
export async function readLines({
  file,
  starts,
  sizes,
}: Pick<AppealLines, "file" | "starts" | "sizes">): Promise<Buffer[]> {
  const handle = await open(file, "r");
  try {
    const lines: Buffer[] = [];
    for (let first = 0; first < starts.length;) {
      const start = starts[first] ?? 0;
      let last = first;
      const endOf = (line: number): number => (starts[line] ?? 0) + (sizes[line] ?? 0);
      while (last + 1 < starts.length && starts[last + 1] === endOf(last) + 1 && endOf(last + 1) - start < 1 << 26)
        last += 1;
      const bytes = Buffer.alloc(endOf(last) - start);
      const { bytesRead } = await handle.read(bytes, 0, bytes.length, start);
      if (bytesRead !== bytes.length) throw new Error("The edition changed while it was read");
      for (let line = first; line <= last; line += 1)
        lines.push(bytes.subarray((starts[line] ?? 0) - start, endOf(line) - start));
      first = last + 1;
    }
    return lines;
  } finally {
    await handle.close();
  }
}
