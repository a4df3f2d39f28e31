import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Facts } from "../../model/facts.ts";
import { languagesOf } from "../../model/portal.ts";
import { inLanguage } from "../../site/inLanguage.ts";
import { createLinks } from "../../site/links.ts";
import { shareImage } from "../../site/share/shareImage.ts";
import { drawIcon, iconSizes } from "./drawIcon.ts";
import { drawCard } from "./drawCard.ts";
import { listedPages } from "./listedPages.ts";
import { cardsOf } from "./cards.ts";
import { sitemap } from "./sitemap.ts";
import { webManifest } from "./webManifest.ts";

/**
 * Writes what travels with the portal's links: pictures of agencies, topics and the edition in every language, icons, the
 * map of the site and the word to robots. The pages must be there: the map lists them.
 */
export async function writeShare(facts: Facts, siteDir: string, onProgress: (drawn: number) => void = () => {}): Promise<void> {
  const write = async (file: string, content: string | Buffer): Promise<void> => {
    await mkdir(dirname(join(siteDir, file)), { recursive: true });
    await writeFile(join(siteDir, file), content, { flag: "wx" });
  };
  let drawn = 0;
  for (const [at, language] of languagesOf(facts.portal).entries()) {
    const further = at === 0 ? null : language;
    const own = inLanguage(facts, language);
    await write(join(further ?? "", "portal.webmanifest"), webManifest(own, createLinks(facts.portal.address, further)));
    for (const card of cardsOf(own)) {
      await write(shareImage(card.address, further), drawCard(card));
      onProgress((drawn += 1));
    }
  }
  const sign = await readFile(join(siteDir, "favicon.svg"));
  for (const [file, size] of Object.entries(iconSizes)) await write(file, await drawIcon(sign, size));

  const links = createLinks(facts.portal.address);
  const root = links.absolute("/");
  const pages = (await listedPages(siteDir, facts)).map((page) => root + page);
  for (const [file, content] of Object.entries(sitemap(pages, facts.edition.date, root))) await write(file, content);
  await write("robots.txt", `User-agent: *\nAllow: /\n\nSitemap: ${root}sitemap.xml\n`);
}
