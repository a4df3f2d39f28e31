import { expect, test } from "vitest";
import { compareCard, compareFrame } from "../../../src/site/compare/compareCard.ts";
import {
  addressOf,
  areDrawn,
  chosenCodes,
  joinDays,
  joinGroups,
  joinLines,
} from "../../../src/site/compare/joinCards.ts";
import { createVoice } from "../../../src/words/language.ts";
import { findSubject } from "../../../src/model/subjectsOfFacts.ts";
import { exampleFacts } from "../../words/exampleFacts.ts";
import { createTelling } from "../../../src/words/telling.ts";

const facts = exampleFacts();
const voice = createVoice("ru");
const frame = compareFrame(createTelling(facts));
const cards = ["fast", "silent", "tiny"].map((code) =>
  compareCard(createTelling(facts), findSubject(facts, "agency", code)!, frame),
);
const known = new Set(["fast", "silent", "tiny", "d", "e"]);

test("an address chooses known agencies, each once, and the choice gives the address back", () => {
  expect(chosenCodes("?a=fast&b=nobody&c=fast&d=tiny", known)).toEqual(["fast", "tiny"]);
  expect(chosenCodes("", known)).toEqual([]);
  const four = ["e", "tiny", "fast", "d"];
  expect(chosenCodes(addressOf(four), known)).toEqual(four);
  expect(addressOf([])).toBe("");
});

test("figures stand beside their like: of all appeals, and of each channel by itself", () => {
  const groups = joinGroups(cards);
  expect(groups.map(({ id }) => id)).toEqual(["all", "social", "letter", "months"]);
  const months = groups.at(-1)!.rows;
  expect(months.length).toBeGreaterThan(2);
  // The newest month first, each with the share of every agency that has one.
  expect(months[0]!.cells.every((cell) => cell === null || cell.absent !== null || cell.length !== null)).toBe(true);
  for (const { rows } of groups) for (const { cells } of rows) expect(cells).toHaveLength(3);
  const received = groups[0]!.rows[0]!;
  expect(received.cells.map((cell) => cell!.text.replaceAll("\u00a0", " "))).toEqual(["6 600", "2 800", "3"]);
});

test("where no channel has a name, times stand with the figures of all appeals", () => {
  const plain = structuredClone(facts);
  for (const { periods } of plain.subjects) {
    for (const slice of Object.values(periods)) {
      slice.measures.channels = ["other"];
      slice.byChannel = slice.byChannel.social ? { other: slice.byChannel.social } : {};
    }
  }
  const card = compareCard(createTelling(plain), findSubject(plain, "agency", "fast")!, null);
  expect(card.groups.map(({ title }) => title.replaceAll("\u00a0", " "))).toEqual(["Все обращения"]);
  const social = cards[0]!.groups.find(({ id }) => id === "social")!.rows.slice(1);
  expect(card.groups[0]!.rows.slice(-social.length)).toEqual(social);
});

test("an agency that never explained has a nought beside those that did, not a gap", () => {
  const without = structuredClone(facts);
  const subject = findSubject(without, "agency", "fast")!;
  for (const { measures } of Object.values(subject.periods))
    measures.outcomes = measures.outcomes.filter(({ outcome }) => outcome !== "explained");
  const told = (of: typeof facts, code: string) =>
    compareCard(createTelling(of), findSubject(of, "agency", code)!, frame).groups[0]!.rows.find(
      ({ id }) => id === "explained",
    );
  expect(told(facts, "fast")!.length).toBeGreaterThan(0);
  expect(told(without, "fast")).toMatchObject({ text: "0\u00a0%", length: 0, absent: null });
  for (const { measures } of Object.values(findSubject(without, "region", "")?.periods ?? {}))
    measures.outcomes = measures.outcomes.filter(({ outcome }) => outcome !== "explained");
  expect(told(without, "fast")).toBeUndefined();
});

test("a hidden figure says so, and never has a bar", () => {
  const cells = joinGroups(cards).flatMap(({ rows }) => rows.map((row) => row.cells[2]!));
  const hidden = cells.filter((cell) => cell?.absent === "hidden");
  expect(hidden.length).toBeGreaterThan(0);
  for (const cell of hidden) expect([cell.length, cell.text]).toEqual([null, voice.t("figure.hidden")]);
});

test("colours are shown beside names only where something is drawn in them", () => {
  expect(areDrawn(cards)).toBe(true);
  expect(areDrawn([cards[2]!, cards[2]!])).toBe(false);
});

test("where no deadline has passed yet, the comparison says it in the words of the agency's page", () => {
  const waiting = structuredClone(facts);
  const subject = findSubject(waiting, "agency", "fast")!;
  for (const { byChannel } of Object.values(subject.periods))
    byChannel.social!.answeredInNorm = { state: "missing", reason: "none-eligible" };
  const card = compareCard(createTelling(waiting), subject, frame);
  const inNorm = card.groups.find(({ id }) => id === "social")!.rows.find(({ id }) => id === "inNorm")!;
  expect(inNorm).toMatchObject({ absent: "missing", note: voice.t("key.in-norm.none-due") });
});

test("the lines of all agencies share one axis and are told apart by dash; hidden times have none", () => {
  const chart = joinLines(frame, cards)!;
  expect(chart.series.map(({ label }) => label)).toEqual(["Минжкх", "Заозёрный район"]);
  expect(new Set(chart.series.map(({ dash }) => dash)).size).toBe(2);
  for (const { points } of chart.series) expect(points.at(-1)!.x).toBe(frame!.x.max);
  expect(joinLines(frame, [cards[2]!])).toBeNull();
});

test("the table under the lines has the shares that are drawn", () => {
  const chart = joinLines(frame, cards)!;
  const rows = joinDays(cards);
  expect(rows.length).toBeGreaterThan(3);
  for (const { day, texts } of rows) {
    texts.forEach((text, index) => {
      const point = chart.series[index]!.points.find(({ x }) => x === day);
      if (point?.y !== null && point !== undefined) expect(text).toBe(voice.percent(point.y));
    });
  }
});
