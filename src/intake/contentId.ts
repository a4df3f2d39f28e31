import { hash } from "node:crypto";
import { sourceFields, type Source, type SourceField } from "../model/source.ts";
import { shortDigest } from "./digest.ts";
import type { ColumnMap } from "./headerMatch.ts";
import { isContained, type RowDigests } from "./tableCopies.ts";

/** What an appeal says on the day it arrives and goes on saying: its reply, closing and outcome come later. */
const lasting = [
  "received",
  "registered",
  "channel",
  "topicGroup",
  "topic",
  "place",
  "agency",
  "text",
] as const satisfies readonly SourceField[];

const separator = "\u001f";

/**
 * Ids for the rows of a source that has none. A row is known by what lasts of it, so that it keeps its id when it is
 * closed; rows that say the same are numbered in the order of all the rest they say, so that the order of rows and files
 * does not matter. What no field reads (a counter of rows) does not count. Identical rows are distinct appeals (five
 * neighbours report one pothole), but a table whose rows nearly all stand in another table (the same file saved twice, a
 * sheet of those that are overdue) holds no appeals of its own.
 *
 * All rows of a source's edition are announced first, table by table, then asked for.
 */
export class ContentIds {
  readonly #identical: Source["identicalRows"];
  readonly #tables = new Map<string, RowDigests>();
  /** What lasts → what else the rows with it say; a single number where there is one such row, as nearly always. */
  readonly #rest = new Map<number, number | number[]>();
  readonly #given = new Map<string, number>();
  /** Tables that are copies of another, with how many of their rows are. */
  #copies: Map<string, number> | null = null;

  /** @param identical what the source says of identical rows; said to be distinct, they are so in two tables as well */
  constructor(identical?: Source["identicalRows"]) {
    this.#identical = identical;
  }

  /** Announces a row of a table. */
  announce(cells: readonly string[], columns: ColumnMap, table = ""): void {
    let digests = this.#tables.get(table);
    if (digests === undefined) this.#tables.set(table, (digests = { keys: [], rests: [] }));
    digests.keys.push(shortDigest(textOf(lasting, cells, columns)));
    digests.rests.push(shortDigest(textOf(sourceFields, cells, columns)));
    this.#copies = null;
  }

  /** How many rows of a table stand in another one and are counted there, where nearly all do; else 0. */
  copiedRows(table: string): number {
    return this.#settle().get(table) ?? 0;
  }

  /** How many rows of a table are there a second time, word for word. */
  identicalRows(table: string): number {
    const rests = this.#tables.get(table)?.rests ?? [];
    return rests.length - new Set(rests).size;
  }

  /** The id of a row. One that was not announced is known by everything it says. */
  idOf(cells: readonly string[], columns: ColumnMap, table = ""): string {
    const copies = this.#settle();
    const text = textOf(lasting, cells, columns);
    const others = this.#rest.get(shortDigest(text));
    const digest = hash("sha256", others === undefined ? cells.join(separator) : text, "hex").slice(0, 20);
    if (typeof others === "number") return `${digest}-1`;
    const rest = shortDigest(textOf(sourceFields, cells, columns));
    const first = others === undefined ? 0 : Math.max(0, others.indexOf(rest));
    if (this.#identical === "same") return `${digest}-${first + 1}`;
    // A copy is counted from the first again: its rows are those of the other table.
    const same = `${digest} ${rest}${copies.has(table) ? ` ${table}` : ""}`;
    const given = this.#given.get(same) ?? 0;
    this.#given.set(same, given + 1);
    return `${digest}-${first + given + 1}`;
  }

  #settle(): ReadonlyMap<string, number> {
    if (this.#copies !== null) return this.#copies;
    this.#rest.clear();
    const copies = new Map<string, number>();
    const own: RowDigests[] = [];
    // The largest first: a table is a part of one that is larger, or as large and came before.
    const bySize = [...this.#tables.entries()].sort(
      ([leftName, left], [rightName, right]) =>
        right.rests.length - left.rests.length || (leftName < rightName ? -1 : 1),
    );
    for (const [name, digests] of bySize) {
      const contained =
        this.#identical === "distinct"
          ? undefined
          : own.map((larger) => isContained(digests, larger)).find((copied) => copied !== null);
      if (contained) copies.set(name, contained.copied);
      const added = contained?.left ?? digests;
      if (!contained) own.push(digests);
      for (const [at, key] of added.keys.entries()) this.#add(key, added.rests[at] ?? 0);
    }
    for (const rest of this.#rest.values()) if (typeof rest === "object") rest.sort((left, right) => left - right);
    this.#copies = copies;
    return copies;
  }

  #add(key: number, rest: number): void {
    const known = this.#rest.get(key);
    if (known === undefined) this.#rest.set(key, rest);
    else if (typeof known === "number") this.#rest.set(key, [known, rest]);
    else known.push(rest);
  }
}

function textOf(fields: readonly SourceField[], cells: readonly string[], columns: ColumnMap): string {
  return fields
    .map((field) => (columns[field] === undefined ? "" : (cells[columns[field]] ?? "").trim()))
    .join(separator);
}
