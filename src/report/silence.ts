import type { ReportKey, ReportWords } from "../words/reportStrings.ts";

/**
 * In one line, what a mapping lacks and what the portal will therefore be silent about.
 *
 * @param fields that the mapping lacks
 * @returns null where it lacks none
 */
export function silenceOf(fields: readonly string[], words: ReportWords): string | null {
  if (fields.length === 0) return null;
  const list = (kind: "lacks" | "about"): string =>
    fields.map((field) => words.say(`silence.${kind}.${field}` as ReportKey)).join(", ");
  return words.say("silence", { lacks: list("lacks"), about: list("about") });
}
