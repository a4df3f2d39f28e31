import { hash } from "node:crypto";

/**
 * Ids for rows that have none: a digest of what the row says, and a number where several rows say the same. Identical
 * rows are distinct requests (five neighbours report one pothole), and reading the same file again gives the same ids.
 */
export class ContentIds {
  /** By 52 bits of the digest: two different rows that meet here only get different numbers. */
  readonly #seen = new Map<number, number>();

  idOf(cells: readonly string[]): string {
    const digest = hash("sha256", cells.join("\u001f"), "hex").slice(0, 20);
    const key = Number.parseInt(digest.slice(0, 13), 16);
    const occurrence = (this.#seen.get(key) ?? 0) + 1;
    this.#seen.set(key, occurrence);
    return `${digest}-${occurrence}`;
  }
}
