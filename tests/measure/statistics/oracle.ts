import { readFileSync } from "node:fs";
import { expect } from "vitest";

/** One line of an oracle: `row("time")` is a number (NaN for NA), `row.text("group")` a string. */
export interface OracleRow {
  (column: string): number;
  text(column: string): string;
}

/** Reads a small comma-separated oracle whose quoted fields hold no commas. */
export function oracle(path: string): OracleRow[] {
  const [header = "", ...lines] = readFileSync(new URL(`oracles/${path}`, import.meta.url), "utf8")
    .trim()
    .split("\n");
  const columns = cells(header);
  return lines.map((line) => {
    const values = cells(line);
    const text = (column: string): string => {
      const value = values[columns.indexOf(column)];
      if (value === undefined) throw new Error(`${path} has no column ${column}`);
      return value;
    };
    return Object.assign((column: string) => (text(column) === "NA" ? NaN : Number(text(column))), { text });
  });
}

function cells(line: string): string[] {
  return line
    .trim()
    .split(",")
    .map((cell) => cell.replaceAll('"', ""));
}

/** Uniform numbers in [0, 1), the same for the same seed (mulberry32). */
export function uniform(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Expects two numbers within an absolute tolerance of each other; NaN only equals NaN. */
export function expectClose(actual: number, expected: number, tolerance: number, what: string): void {
  const near = Number.isNaN(expected) ? Number.isNaN(actual) : Math.abs(actual - expected) <= tolerance;
  expect(near, `${what}: ${actual} instead of ${expected}`).toBe(true);
}
