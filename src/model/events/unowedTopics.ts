import { withAbove, type Nested } from "./belonging.ts";

/** Codes of the topics of which appeals are owed no answer: what the vocabulary marks so, and all that stands below it. */
export function unowedTopics(
  topics: readonly (Nested & { readonly answer?: "owed" | "notOwed" | undefined })[],
): ReadonlySet<string> {
  const marked = new Set(topics.filter(({ answer }) => answer === "notOwed").map(({ code }) => code));
  const above = withAbove(topics);
  return new Set(topics.filter(({ code }) => above(code).some((one) => marked.has(one))).map(({ code }) => code));
}
