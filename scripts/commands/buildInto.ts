import { resolve } from "node:path";
import { folderDestination } from "../../src/flow/destination.ts";
import { publishPortal } from "../../src/flow/publishPortal.ts";
import type { Told, Values } from "./command.ts";

/** Options of every command that builds a portal into a folder. */
export const buildOptions = {
  data: { kind: "text", value: "DIR", usual: "data" },
  out: { kind: "text", value: "DIR", usual: "dist" },
  "new-ids": { kind: "flag" },
  "new-memory": { kind: "flag" },
} as const;

/**
 * Builds the portal of a data folder, and tells where it lies.
 *
 * @param shards folder of what its shards have worked out; null: it has none
 * @throws BuildStop as publishPortal does
 */
export async function buildInto(
  { data, out, "new-ids": newIds, "new-memory": newMemory }: Values<typeof buildOptions>,
  shards: string | null,
  { report, progress, words }: Told,
): Promise<void> {
  const { facts } = await publishPortal(resolve(data), folderDestination(resolve(out)), progress, report, {
    key: null,
    compress: false,
    meant: { newIds, newMemory },
    shards: shards === null ? null : resolve(shards),
  });
  console.log(words.say("build.done", { out, date: facts.edition.date }));
}
