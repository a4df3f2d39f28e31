import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Facts } from "../../model/facts.ts";
import { languagesOf } from "../../model/portal.ts";
import { createLinks } from "../../words/links.ts";
import { createTelling } from "../../words/telling.ts";
import { drawIcon, iconSizes } from "./drawIcon.ts";
import { listedPages } from "./listedPages.ts";
import { sitemap } from "./sitemap.ts";
import { webManifest } from "./webManifest.ts";

/**
 * Writes what travels with the portal's links, its pictures aside (writePictures.ts): names for home screens, icons, the
 * map of the site and the word to robots. The pages must be there: the map lists them.
 */
export async function writeShare(facts: Facts, siteDir: string): Promise<void> {
  const write = async (file: string, content: string | Buffer): Promise<void> => {
    await mkdir(dirname(join(siteDir, file)), { recursive: true });
    await writeFile(join(siteDir, file), content, { flag: "wx" });
  };
  for (const [at, language] of languagesOf(facts.portal).entries()) {
    const further = at === 0 ? null : language;
    await write(join(further ?? "", "portal.webmanifest"), webManifest(createTelling(facts, language)));
  }
  const sign = await readFile(join(siteDir, "favicon.svg"));
  for (const [file, size] of Object.entries(iconSizes)) await write(file, await drawIcon(sign, size));

  const links = createLinks(facts.portal.address);
  const root = links.absolute("/");
  const pages = listedPages(siteDir, facts).map((page) => root + page);
  for (const [file, content] of Object.entries(sitemap(pages, facts.edition.date, root))) await write(file, content);
  await write("robots.txt", `User-agent: *\nAllow: /\n\nSitemap: ${root}sitemap.xml\n`);
}
