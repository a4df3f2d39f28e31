import { hash } from "node:crypto";
import { type SourceField } from "../model/source.ts";
import { shortDigest } from "./digest.ts";
import { type ColumnMap } from "./headerMatch.ts";

/** What an appeal says on the day it arrives and goes on saying: its reply, closing and outcome come later. */
const lasting = ["received", "registered", "channel", "topicGroup", "topic", "place", "agency", "text"] as const satisfies readonly SourceField[];

const separator = "\u001f";

/**
 * Ids for the rows of a source that has none. A row is known by what lasts of it, so that it keeps its id when it is
 * closed; rows that say the same are numbered in the order of all the rest they say, so that the order of rows and files
 * does not matter. Identical rows are distinct appeals (five neighbours report one pothole).
 *
 * All rows of a source's edition are announced first, then asked for.
 */
export class ContentIds {
  readonly #mergeIdentical: boolean;
  /** What lasts → what else the rows with it say; a single number where there is one such row, as nearly always. */
  readonly #rest = new Map<number, number | number[]>();
  readonly #given = new Map<string, number>();
  #sorted = true;

  constructor(mergeIdentical = false) {
    this.#mergeIdentical = mergeIdentical;
  }

  /** Announces a row. */
  announce(cells: readonly string[], columns: ColumnMap): void {
    const key = shortDigest(lastingText(cells, columns));
    const rest = shortDigest(cells.join(separator));
    const known = this.#rest.get(key);
    if (known === undefined) this.#rest.set(key, rest);
    else if (typeof known === "number") this.#rest.set(key, [known, rest]);
    else known.push(rest);
    this.#sorted = false;
  }

  /** The id of a row. One that was not announced is known by everything it says. */
  idOf(cells: readonly string[], columns: ColumnMap): string {
    if (!this.#sorted) this.#sort();
    const text = lastingText(cells, columns);
    const others = this.#rest.get(shortDigest(text));
    const digest = hash("sha256", others === undefined ? cells.join(separator) : text, "hex").slice(0, 20);
    const rest = shortDigest(cells.join(separator));
    const first = typeof others === "object" ? others.indexOf(rest) : 0;
    if (typeof others === "number") return `${digest}-1`;
    if (this.#mergeIdentical) return `${digest}-${first + 1}`;
    const same = `${digest} ${rest}`;
    const given = this.#given.get(same) ?? 0;
    this.#given.set(same, given + 1);
    return `${digest}-${first + given + 1}`;
  }

  #sort(): void {
    for (const rest of this.#rest.values()) if (typeof rest === "object") rest.sort((left, right) => left - right);
    this.#sorted = true;
  }
}

function lastingText(cells: readonly string[], columns: ColumnMap): string {
  return lasting.map((field) => (columns[field] === undefined ? "" : (cells[columns[field]] ?? "").trim())).join(separator);
}
