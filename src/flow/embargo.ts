import { readdir } from "node:fs/promises";
import { BuildStop } from "../model/buildStop.ts";
import { readSettings } from "../settings/readSettings.ts";

/**
 * Refuses to publish an edition before the day that its embargo names. It can be built and looked at: only those who are
 * named in the settings may have seen it.
 *
 * @param dataDir the portal's data folder
 * @param now milliseconds since 1970; the day is that of the portal's zone
 * @throws BuildStop EMBARGOED; and what reading the settings throws
 */
export async function requireNoEmbargo(dataDir: string, now: number): Promise<void> {
  const { portal, exportsDir } = await readSettings(dataDir);
  const { embargo, timeZone } = portal;
  if (embargo === undefined) return;
  const newest = (await readdir(exportsDir).catch(() => []))
    .filter((name) => /^\d{4}-\d{2}-\d{2}$/.test(name))
    .sort()
    .at(-1);
  // Year, month and day in the order of ISO dates, whatever the machine's locale.
  const today = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }).format(now);
  if (newest !== embargo.edition || today >= embargo.until) return;
  throw new BuildStop("EMBARGOED", [{ file: "portal.yaml" }], { edition: embargo.edition, until: embargo.until });
}
