import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { bundleNumbers, bundlesFor } from "../model/appealBundle.ts";
import type { Portal } from "../model/portal.ts";
import { editionsFile } from "../edition/editionFiles.ts";
import { releaseRecordFile } from "../publish/release/releaseRecord.ts";

/** How a site lays out its appeals: a page for each, or in so many bundles. */
export type AppealLayout = { bundles: number | null };

/** A portal of more appeals lies in bundles unless it says otherwise: with a page each it would outgrow a host of 20,000 files soon. */
export const mostPages = 10_000;

const recordSchema = z.looseObject({
  appealPages: z.enum(["each", "bundled"]),
  appealBundles: z.number().optional(),
});
const editionsSchema = z.looseObject({ address: z.string() });

/**
 * Into how many bundles the appeals of a portal are put. What the portal's settings say holds; else what the site before
 * has, so that growth changes no address; else their number decides.
 *
 * @param published appeals with a text of their own on the site
 * @returns undefined: each has a page of its own
 */
export function appealBundles(
  {
    appeals,
    ids,
    appealPages,
    appealBundles: asked,
  }: Pick<Portal, "appeals" | "ids" | "appealPages" | "appealBundles">,
  published: number,
  before: AppealLayout | null,
): number | undefined {
  if (appeals !== "full" || ids === "registry" || appealPages === "each") return undefined;
  if (appealPages === undefined && asked === undefined) {
    if (before === null && published <= mostPages) return undefined;
    if (before?.bundles === null) return undefined;
  }
  return asked ?? before?.bundles ?? bundlesFor(published);
}

/**
 * How the site that is about to be replaced lays out its appeals.
 *
 * @param address of the portal: another portal's site says nothing of this one
 * @returns null where there is no site, or one of a version that did not say it
 */
export async function layoutOf(live: string | null, address: string): Promise<AppealLayout | null> {
  if (live === null) return null;
  const read = async <Schema extends z.ZodType>(file: string, schema: Schema): Promise<z.output<Schema> | null> => {
    try {
      return schema.parse(JSON.parse(await readFile(join(live, file), "utf8")));
    } catch {
      return null;
    }
  };
  const [record, editions] = await Promise.all([
    read(releaseRecordFile, recordSchema),
    read(join("data", "editions", editionsFile), editionsSchema),
  ]);
  if (record === null || editions?.address !== address) return null;
  if (record.appealPages === "each") return { bundles: null };
  return record.appealBundles !== undefined && bundleNumbers.includes(record.appealBundles)
    ? { bundles: record.appealBundles }
    : null;
}
