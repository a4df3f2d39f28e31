import { sourceFields, type Source, type SourceField } from "../model/source.ts";
import { spellingKey } from "./label.ts";

/** Which column (0-based) feeds which field. One column may feed several. */
export type ColumnMap = Partial<Record<SourceField, number>>;

export interface HeaderMatch {
  columns: ColumnMap;
  /** Fields of the mapping whose header is not there. */
  missing: SourceField[];
  /** Columns (0-based) that the mapping neither reads nor tells to ignore. */
  unread: number[];
  /** Columns (0-based) that feed a field although another column has the same header. */
  repeated: number[];
}

/** "Срок" is the first column of that name, "Срок[2]" the second. */
const positioned = /^(.*)\[(\d+)\]$/s;

function findColumn(keys: readonly string[], name: string): number {
  const whole = keys.indexOf(spellingKey(name));
  if (whole !== -1) return whole;
  const [, base, number] = positioned.exec(name) ?? [];
  if (base === undefined) return -1;
  let left = Number(number);
  const key = spellingKey(base);
  return keys.findIndex((candidate) => candidate === key && --left === 0);
}

type Mapping = Pick<Source, "columns" | "ignore"> & Partial<Pick<Source, "headers">>;

/** Finds a mapping's columns in a header by name; where several spellings are given, the first one that is there counts. */
export function matchHeader(header: readonly string[], source: Mapping): HeaderMatch {
  const keys = header.map(spellingKey);
  const columns: ColumnMap = {};
  const missing: SourceField[] = [];
  for (const field of sourceFields) {
    // Where there is no header row, a column that the description names like a field feeds it.
    const names = source.columns[field] ?? (source.headers?.includes(field) ? [field] : undefined);
    if (!names) continue;
    const index = names.map((name) => findColumn(keys, name)).find((found) => found !== -1);
    if (index === undefined) missing.push(field);
    else columns[field] = index;
  }
  const positions = new Set(
    Object.values(source.columns).flatMap((names) =>
      names.filter((name) => positioned.test(name)).map((name) => findColumn(keys, name)),
    ),
  );
  const isPositioned = (index: number): boolean => positions.has(index);
  const used = new Set(Object.values(columns));
  const ignored = new Set(source.ignore.map((name) => findColumn(keys, name)));
  const ignoredNames = new Set(source.ignore.map(spellingKey));
  const unread = keys.flatMap((key, index) =>
    used.has(index) || ignored.has(index) || ignoredNames.has(key) || key === "" ? [] : [index],
  );
  const repeated = [...used].filter(
    (index) => keys.indexOf(keys[index] ?? "") !== keys.lastIndexOf(keys[index] ?? "") && !isPositioned(index),
  );
  return { columns, missing, unread, repeated };
}

/** How many fields of a mapping a header feeds: the measure by which a header row and a delimiter are recognised. */
export function fieldsFound(header: readonly string[], source: Mapping): number {
  return Object.keys(matchHeader(header, source).columns).length;
}
