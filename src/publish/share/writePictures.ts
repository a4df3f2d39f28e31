import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Facts } from "../../model/facts.ts";
import { languagesOf } from "../../model/portal.ts";
import { allCharts, chartFile } from "../../charts/chartFiles.ts";
import { drawPng, pictureSize } from "../../charts/drawPng.ts";
import { lightColour } from "../../charts/palette.ts";
import { chartSource, pictureTexts } from "../../charts/pictureTexts.ts";
import { allMaps } from "../../charts/map/allMaps.ts";
import { drawMapPng } from "../../charts/map/drawMapPng.ts";
import { mapWords } from "../../words/mapWords.ts";
import { yearSpan } from "../../site/yearSpan.ts";
import { createTelling } from "../../words/telling.ts";
import { shareImage, shareImageSize, squareSize, squareWeekImage } from "../../site/share/shareImage.ts";
import { weekAddress } from "../../site/week/bulletin.ts";
import { cardsOf } from "./cards.ts";
import { drawCard } from "./drawCard.ts";
import { drawWeekCard } from "./drawWeekCard.ts";
import { weekCard } from "./weekCard.ts";

/**
 * Draws every chart and every map as a picture, and the pictures that go with links to the edition, agencies, topics and the week, in every
 * language of the portal.
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
    for (const { subject, page, chart } of allCharts(telling)) {
      const look = { colour: lightColour, ...pictureTexts(telling, subject, chart, page) };
      await write(
        join(further ?? "", chartFile(page, chart.id, "png")),
        drawPng(chart, look, pictureSize.width, pictureSize.height),
      );
    }
    const m = mapWords(telling.voice);
    for (const { page, map } of allMaps(telling, yearSpan(telling))) {
      const words = {
        mark: telling.facts.portal.demo ? telling.voice.t("site.demo") : null,
        source: chartSource(telling, page),
        few: m("map.few"),
        noResidents: m("map.no-residents"),
        outside: m("map.outside"),
      };
      await write(join(further ?? "", chartFile(page, map.id, "png")), drawMapPng(map, telling.facts.map ?? {}, words));
    }
    for (const card of cardsOf(telling)) await write(shareImage(card.address, further), drawCard(card));
    const week = weekCard(telling);
    await write(shareImage(weekAddress, further), drawWeekCard(week, shareImageSize));
    await write(squareWeekImage(further), drawWeekCard(week, squareSize));
  }
}
