import { loadImage } from "@napi-rs/canvas";
import { expect, test } from "vitest";
import { cardsOf } from "../../../src/publish/share/cards.ts";
import { drawCard } from "../../../src/publish/share/drawCard.ts";
import { shareImage, shareImageSize } from "../../../src/site/share/shareImage.ts";
import { exampleFacts } from "../../words/exampleFacts.ts";
import budgets from "../../../package.json" with { type: "json" };
import { createTelling } from "../../../src/words/telling.ts";

const cards = cardsOf(createTelling(exampleFacts()));
const of = (address: string) => cards.find((card) => card.address === address)!;

test("the edition, every agency and every topic has a card, no two at one address", () => {
  expect(cards.map(({ address }) => shareImage(address, null)).sort()).toEqual(
    [...new Set(cards.map(({ address }) => shareImage(address, null)))].sort(),
  );
  expect(cards.map(({ address }) => address)).toEqual(
    expect.arrayContaining(["/", "/agencies/fast/", "/agencies/silent/", "/agencies/tiny/", "/topics/heating/"]),
  );
});

test("a card says what the page says: its headline, its figures, the day of its data", () => {
  expect(of("/agencies/silent/")).toMatchObject({
    name: "Администрация Заозёрного района",
    asOf: "Данные на\u00a015\u00a0ноября\u00a02026\u00a0года",
  });
  expect(of("/agencies/silent/").headline).toMatch(/меньше половины обращений/u);
  expect(of("/agencies/fast/").figures.map(({ value }) => value)).toContain("6\u00a0600");
});

test("a picture has the size that networks ask for, is light, and is the same bytes when drawn again", async () => {
  for (const address of ["/", "/agencies/silent/", "/agencies/tiny/"]) {
    const picture = drawCard(of(address));
    const { width, height } = await loadImage(picture);
    expect({ width, height }).toEqual(shareImageSize);
    expect(picture.length).toBeLessThanOrEqual(budgets.budgets["share-image"]);
    expect(drawCard(of(address)).equals(picture)).toBe(true);
  }
});

test("a card of a demonstration says that it is one, and figures of one channel name it", () => {
  const facts = exampleFacts();
  const made = (demo: boolean) =>
    cardsOf(createTelling({ ...facts, portal: { ...facts.portal, demo } })).find(
      ({ address }) => address === "/agencies/fast/",
    )!;
  expect(made(true).mark).toContain("вымышлены");
  expect(made(false).mark).toBeNull();
  expect(drawCard(made(true)).equals(drawCard(made(false)))).toBe(false);
  const labels = made(true).figures.map(({ label }) => label.replaceAll("\u00a0", " "));
  expect(labels[0]).toBe("Получено обращений");
  for (const label of labels.slice(1))
    expect(label).toMatch(/, (в социальных сетях|в письмах|через сайты и приложения)$/u);
});

test("a headline and a name of any length stay inside the picture", () => {
  const card = {
    ...of("/agencies/fast/"),
    name: "Очень длинное название ".repeat(12),
    headline: "Половина обращений ждёт ответа дольше недели; ".repeat(9),
  };
  expect(drawCard(card).length).toBeGreaterThan(10_000);
});

test("a page of an agency or a topic has a picture of its own, any other the edition's, each in its language", () => {
  expect(shareImage("/agencies/gzhi/", null)).toBe("/share/agencies/gzhi.png");
  expect(shareImage("/topics/roads/", "en")).toBe("/share/en/topics/roads.png");
  for (const address of ["/", "/agencies/", "/places/north/", "/appeals/2026-10/"])
    expect(shareImage(address, null)).toBe("/share/edition.png");
});
