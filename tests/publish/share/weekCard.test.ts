import { createCanvas, loadImage } from "@napi-rs/canvas";
import { expect, test } from "vitest";
import budgets from "../../../package.json" with { type: "json" };
import { drawWeekCard } from "../../../src/publish/share/drawWeekCard.ts";
import { weekCard } from "../../../src/publish/share/weekCard.ts";
import { shareImage, shareImageSize, squareSize, squareWeekImage } from "../../../src/site/share/shareImage.ts";
import { createTelling } from "../../../src/words/telling.ts";
import { exampleFacts } from "../../words/exampleFacts.ts";
import { exampleWeeks } from "../../words/exampleWeeks.ts";

const telling = (weeks = true) => createTelling({ ...exampleFacts(), ...(weeks && { weeks: exampleWeeks() }) });

test("the card of a week says its number, what it stands beside, its topics, and that a demonstration is one", () => {
  const card = weekCard(telling());
  expect(card.total).toBe("221\u00a0обращение");
  expect(card.beside.join(" ").replaceAll("\u00a0", " ")).toContain("в эту пришло больше обычного");
  expect(card.topics.map(({ name, count, length }) => [name, count, length])).toEqual([
    ["Отопление", "48", 1],
    ["Дворы и площадки", "42", 42 / 48],
    ["Ямы и ремонт дорог", "31", 31 / 48],
    ["Обращение с отходами", "12", 0.25],
  ]);
  expect(card.foot.join(" ")).toMatch(/вымышлены/u);
});

test.each([shareImageSize, squareSize])(
  "a card of $width × $height is light, and the same bytes again",
  async (size) => {
    for (const card of [weekCard(telling()), weekCard(telling(false))]) {
      const picture = drawWeekCard(card, size);
      const { width, height } = await loadImage(picture);
      expect({ width, height }).toEqual(size);
      expect(picture.length).toBeLessThanOrEqual(budgets.budgets["share-image"]);
      expect(drawWeekCard(card, size).equals(picture)).toBe(true);
    }
  },
);

test.each([shareImageSize, squareSize])("on a card of $width × $height no bar reaches the foot", async (size) => {
  const card = weekCard(telling());
  // Five topics, the lowest with the longest bar, and the foot of a demonstration.
  const lowest = { name: "Уличное освещение", count: "48", length: 1 };
  const picture = await loadImage(
    drawWeekCard({ ...card, title: `${card.title} `.repeat(2), topics: [...card.topics, lowest] }, size),
  );
  const canvas = createCanvas(size.width, size.height);
  canvas.getContext("2d").drawImage(picture, 0, 0);
  const footTop = size.height - 30 - (card.foot.length - 1) * 26 - 19;
  const { data } = canvas.getContext("2d").getImageData(0, footTop, size.width, size.height - footTop);
  const blue = Array.from({ length: data.length / 4 }, (_, at) => data[at * 4 + 2]! - data[at * 4]! > 60);
  expect(card.foot).toHaveLength(2);
  expect(blue.filter(Boolean)).toHaveLength(0);
});

test("the page of the week has a picture of its own, in each language", () => {
  expect(shareImage("/week/", null)).toBe("/share/week.png");
  expect(shareImage("/week/", "en")).toBe("/share/en/week.png");
  expect(squareWeekImage("en")).toBe("/share/en/week-square.png");
});
