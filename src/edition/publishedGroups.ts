import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { repliesSchema } from "../model/replies.ts";
import { replyGroupSchema } from "../model/replyGroups.ts";
import { repliesFile } from "./editionFiles.ts";

/** Groups of repeated replies that have a page. */
export interface PublishedGroups {
  readonly groups: readonly { readonly id: string; readonly appeals: readonly string[] }[];
  /** Ids of groups that are none any more and have an address still. */
  readonly gone: readonly string[];
}

export const noGroups: PublishedGroups = { groups: [], gone: [] };

/** As little of the file as is needed: one of an earlier version is read too. */
const publishedSchema = z.looseObject({
  ...repliesSchema.pick({ address: true, gone: true }).shape,
  groups: z.array(z.looseObject(replyGroupSchema.pick({ id: true, appeals: true }).shape)),
});

/**
 * The groups that replies.json of a site tells of.
 *
 * @throws SyntaxError or ZodError for a text that is none
 */
export const groupsTold = (json: string): z.infer<typeof publishedSchema> => publishedSchema.parse(JSON.parse(json));

/**
 * The groups of the site that is about to be replaced: their addresses are permanent.
 *
 * @param siteDir null: there is none
 * @returns none where that site is another portal's, or told of no groups yet
 */
export async function publishedGroups(siteDir: string | null, address: string): Promise<PublishedGroups> {
  if (siteDir === null) return noGroups;
  try {
    const published = groupsTold(await readFile(join(siteDir, "data", repliesFile), "utf8"));
    return published.address === address ? published : noGroups;
  } catch {
    // No such file, or one of a version that wrote it otherwise: then ids are made of content, which are mostly the same.
    return noGroups;
  }
}
