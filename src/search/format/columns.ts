/**
 * What appeals are filtered and counted by, as typed columns: 11 bytes an appeal, about 2.5 when packed. The build
 * writes them and the browser reads them.
 */

export const columnNames = ["agency", "topic", "place", "channel", "outcome"] as const;
export type ColumnName = (typeof columnNames)[number];

/** Stands for an empty cell. */
export const noCode = 0xffff;

export type SearchColumns = Readonly<Record<ColumnName, Uint16Array>> & {
  readonly length: number;
  /** Days since 1970-01-01, never falling. */
  readonly day: Int32Array;
};

const planes = columnNames.length + 1;

function split(values: Uint16Array, into: Uint8Array, at: number): void {
  const length = values.length;
  for (let index = 0; index < length; index += 1) {
    const value = values[index] ?? 0;
    into[at + index] = value & 0xff;
    into[at + length + index] = value >>> 8;
  }
}

function join(from: Uint8Array, at: number, length: number): Uint16Array {
  return Uint16Array.from({ length }, (_, index) => (from[at + index] ?? 0) | ((from[at + length + index] ?? 0) << 8));
}

/**
 * Columns as bytes: low bytes of a column together, then its high bytes, which packs best. Days are kept as steps from
 * one appeal to the next.
 *
 * @throws where days fall, or rise by more than 65,535 at once
 */
export function encodeColumns(columns: SearchColumns, firstDay: number): Uint8Array {
  const { length } = columns;
  const bytes = new Uint8Array(length * planes * 2);
  for (const [number, name] of columnNames.entries()) split(columns[name], bytes, number * 2 * length);
  let before = firstDay;
  const steps = Uint16Array.from(columns.day, (day) => {
    const step = day - before;
    if (step < 0 || step > 0xffff) throw new RangeError("Appeals are not in the order of their days");
    before = day;
    return step;
  });
  split(steps, bytes, columnNames.length * 2 * length);
  return bytes;
}

/** Reads what encodeColumns wrote. @throws where the bytes are not as many as the appeals ask for. */
export function decodeColumns(bytes: Uint8Array, length: number, firstDay: number): SearchColumns {
  if (bytes.length !== length * planes * 2) throw new RangeError("Columns of another length");
  const column = (number: number): Uint16Array => join(bytes, number * 2 * length, length);
  let day = firstDay;
  const [agency, topic, place, channel, outcome] = columnNames.map((_, number) => column(number)) as [
    Uint16Array,
    Uint16Array,
    Uint16Array,
    Uint16Array,
    Uint16Array,
  ];
  return {
    length,
    agency,
    topic,
    place,
    channel,
    outcome,
    day: Int32Array.from(column(columnNames.length), (step) => (day += step)),
  };
}

/** Columns of one shard as its file has them: with the codes that occur in it, so that a new agency elsewhere changes nothing here. */
export function encodeShardColumns(
  codes: Readonly<Record<ColumnName, readonly (string | null)[]>>,
  day: Int32Array,
  firstDay: number,
): Uint8Array {
  const lists = Object.fromEntries(
    columnNames.map((name) => [name, [...new Set(codes[name])].filter((code) => code !== null).sort()]),
  ) as Record<ColumnName, string[]>;
  const column = (name: ColumnName): Uint16Array => {
    const numbers = new Map(lists[name].map((code, number) => [code, number]));
    return Uint16Array.from(codes[name], (code) => (code === null ? noCode : (numbers.get(code) ?? noCode)));
  };
  const columns = {
    length: day.length,
    agency: column("agency"),
    topic: column("topic"),
    place: column("place"),
    channel: column("channel"),
    outcome: column("outcome"),
    day,
  };
  const head = new TextEncoder().encode(`${JSON.stringify(lists)}\n`);
  const planes = encodeColumns(columns, firstDay);
  const bytes = new Uint8Array(head.length + planes.length);
  bytes.set(head);
  bytes.set(planes, head.length);
  return bytes;
}

/** Where what encodeShardColumns wrote is cut into its parts, each of values of one kind. @param bytes may have something before */
export function columnParts(bytes: Uint8Array, length: number): Uint8Array[] {
  const head = bytes.length - length * planes * 2;
  return [
    bytes.subarray(0, head),
    ...Array.from({ length: planes * 2 }, (_, plane) =>
      bytes.subarray(head + plane * length, head + (plane + 1) * length),
    ),
  ];
}

/**
 * Reads what encodeShardColumns wrote.
 *
 * @param codes the edition's codes, whose positions are the numbers of the columns that come back
 */
export function decodeShardColumns(
  bytes: Uint8Array,
  length: number,
  firstDay: number,
  codes: Readonly<Record<ColumnName, readonly string[]>>,
): SearchColumns {
  const end = bytes.indexOf(0x0a);
  const lists = JSON.parse(new TextDecoder().decode(bytes.subarray(0, end))) as Record<ColumnName, string[]>;
  const columns = decodeColumns(bytes.subarray(end + 1), length, firstDay);
  for (const name of columnNames) {
    const numbers = new Map(codes[name].map((code, number) => [code, number]));
    const here = lists[name].map((code) => numbers.get(code) ?? noCode);
    const column = columns[name];
    for (let index = 0; index < length; index += 1) column[index] = here[column[index] ?? noCode] ?? noCode;
  }
  return columns;
}
