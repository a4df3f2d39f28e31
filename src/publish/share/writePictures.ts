import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Facts } from "../../model/facts.ts";
import { languagesOf } from "../../model/portal.ts";
import { createTelling } from "../../words/telling.ts";
import { shareImage, shareImageSize, squareSize, squareWeekImage } from "../../site/share/shareImage.ts";
import { weekAddress } from "../../site/week/bulletin.ts";
import { cardsOf } from "./cards.ts";
import { drawCard } from "./drawCard.ts";
import { drawWeekCard } from "./drawWeekCard.ts";
import { weekCard } from "./weekCard.ts";

/**
 * Draws the pictures that go with links to the edition, agencies, topics and the week, in every language of the portal.
 *
 * @param outDir the site, or a folder that becomes a part of it; holds none of these files yet
 */
export async function writePictures(facts: Facts, outDir: string): Promise<void> {
  const write = async (file: string, content: Buffer): Promise<void> => {
    await mkdir(dirname(join(outDir, file)), { recursive: true });
    await writeFile(join(outDir, file), content, { flag: "wx" });
  };
  for (const [at, language] of languagesOf(facts.portal).entries()) {
    const further = at === 0 ? null : language;
    const telling = createTelling(facts, language);
    for (const card of cardsOf(telling)) await write(shareImage(card.address, further), drawCard(card));
    const week = weekCard(telling);
    await write(shareImage(weekAddress, further), drawWeekCard(week, shareImageSize));
    await write(squareWeekImage(further), drawWeekCard(week, squareSize));
  }
}
