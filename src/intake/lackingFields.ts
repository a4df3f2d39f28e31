import type { SourceField } from "../model/source.ts";

/** What a source has to record before the portal can speak of it, each with the fields any one of which is enough. */
const spokenOf = [
  ["id", ["id"]],
  ["closed", ["closed"]],
  ["outcome", ["outcome"]],
  ["reply", ["reply", "firstReply"]],
  ["firstReply", ["firstReply"]],
  ["channel", ["channel"]],
] as const satisfies readonly (readonly [SourceField, readonly SourceField[]])[];

/**
 * The fields that a mapping lacks, and that the portal is therefore silent about; in the order of the model.
 *
 * @param fields that columns feed
 * @param hasChannel whether the description names the channel of every row
 */
export function lackingFields(fields: Iterable<SourceField>, hasChannel: boolean): SourceField[] {
  const fed = new Set<SourceField>(fields);
  if (hasChannel) fed.add("channel");
  const lacking = spokenOf.filter(([, any]) => !any.some((field) => fed.has(field))).map(([field]) => field);
  // Who lacks the reply lacks its date, too: one thing is said once.
  return lacking.includes("reply") ? lacking.filter((field) => field !== "firstReply") : lacking;
}
