import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { type Editions, editionsSchema, type PastEdition } from "../model/editions.ts";

let editions: Editions | undefined;

/**
 * All editions (editions.json), oldest first; none where the edition folder does not hold the file.
 *
 * @throws Error naming the fields that break the contract
 */
export function readEditions(): Editions {
  if (editions) return editions;
  const path = join(process.env["OTKLIK_EDITION"] ?? "", "editions.json");
  if (!existsSync(path)) return (editions = { schema: 1, address: "", editions: [], gone: [] });
  const result = editionsSchema.safeParse(JSON.parse(readFileSync(path, "utf8")));
  if (!result.success)
    throw new Error(`editions.json breaks the contract of the edition:\n${z.prettifyError(result.error)}`);
  return (editions = result.data);
}

/** Where an edition has its page. */
export const editionAddress = ({ date }: Pick<PastEdition, "date">): string => `/editions/${date}/`;

/** Whether files of these editions name single appeals, as only a portal of whole appeals has them: then what is taken down leaves them, the one change they see. */
export const namesAppeals = (editions: readonly Pick<PastEdition, "files">[]): boolean =>
  editions.some(({ files }) => files.some(({ name }) => name === "changes.csv"));
