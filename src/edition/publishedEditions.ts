import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { editionsSchema } from "../model/editions.ts";
import { editionsFile } from "./editionFiles.ts";

/** The past editions that a finished site tells of: enough of editions.json to know them by, whatever version wrote it. */
const publishedSchema = editionsSchema
  .pick({ address: true })
  .extend({ editions: z.array(z.looseObject({ date: z.string(), inputs: z.string() })) })
  .loose();

/**
 * By date, from which exports a site made each of its editions.
 *
 * @param address of the portal; of another portal's site nothing is given
 * @throws Error where the site has no such file, or one of a version that wrote it otherwise
 */
export async function publishedEditions(siteDir: string, address: string): Promise<ReadonlyMap<string, string>> {
  const known = publishedSchema.parse(
    JSON.parse(await readFile(join(siteDir, "data", "editions", editionsFile), "utf8")),
  );
  return new Map(known.address === address ? known.editions.map(({ date, inputs }) => [date, inputs]) : []);
}
