import { expect, test } from "vitest";
import type { Facts } from "../../src/model/facts.ts";
import type { Shift } from "../../src/model/shifts.ts";
import { shiftTable } from "../../src/publish/downloads/shiftTable.ts";
import { shiftDefinitions } from "../../src/site/shifts/shiftDefinitions.ts";
import { toldShifts } from "../../src/site/shifts/toldShifts.ts";
import { createTelling } from "../../src/words/telling.ts";
import { exampleFacts } from "../words/exampleFacts.ts";
import { exampleShift, exampleShifts } from "../words/exampleShifts.ts";

const withShifts = (looked: Shift[]): Facts => ({ ...exampleFacts(), shifts: exampleShifts(looked) });
const plain = (text: string): string => text.replaceAll("\u00a0", " ");

test("only what is beyond chance is told, worse and better apart, with both shares and the interval", () => {
  const facts = withShifts([
    exampleShift({}),
    exampleShift({ code: "silent", found: false }),
    exampleShift({ code: "silent", figure: "closedInNorm", change: 0.3, low: 0.1, high: 0.5 }),
  ]);
  const { worse, better, lead } = toldShifts(createTelling(facts, "ru"));
  expect(worse.agency).toHaveLength(1);
  expect(plain(worse.agency[0]!.change)).toBe("−30,0 (от −42,0 до −17,0)");
  expect(plain(worse.agency[0]!.before)).toBe("80 %: 80 из 100");
  expect(plain(worse.agency[0]!.figure)).toBe("Ответ в срок в социальных сетях; срок: 3 дня");
  expect(better.agency).toHaveLength(1);
  expect(plain(lead)).toContain(
    "1 показатель стал хуже (ведомств — 1), 1 показатель стал лучше (ведомств — 1). Сравнили 3 показателя",
  );
  const { header, rows } = shiftTable(facts);
  expect(rows.map((row) => row[header.indexOf("beyond_chance")])).toEqual(["yes", "no", "yes"]);
  expect([rows[0]?.[header.indexOf("share")], rows[0]?.[header.indexOf("before_share")]]).toEqual([0.5, 0.8]);
});

test("where nothing moved, or nothing can be compared, the page says so", () => {
  expect(plain(toldShifts(createTelling(withShifts([exampleShift({ found: false })]), "ru")).lead)).toContain(
    "нигде не изменилась сильнее, чем бывает случайно",
  );
  expect(toldShifts(createTelling(exampleFacts(), "en")).lead).toContain("nothing to compare with");
});

test("rows that speak of the same appeals say so, with the topics that lie within each other", () => {
  const told = (looked: Shift[]): string | null => {
    const { overlap } = toldShifts(createTelling(withShifts(looked), "ru"));
    return overlap === null ? null : plain(overlap);
  };
  const topic = (code: string): Shift => exampleShift({ dimension: "topic", code });
  expect(told([exampleShift(), exampleShift({ figure: "closedInNorm" })])).toBeNull();
  expect(told([exampleShift(), topic("waste")])).toMatch(
    /^Строки пересекаются: обращения по темам — это и дела ведомств\.$/u,
  );
  expect(told([topic("heating"), topic("utilities")])).toMatch(
    /^Строки пересекаются: «Отопление» входит в «ЖКХ и благоустройство», а обращения по темам/u,
  );
  expect(told([topic("heating"), topic("roads")])).toBeNull();
});

test("what was counted is said, with the deadlines that it was counted by", () => {
  const told = shiftDefinitions(createTelling(withShifts([exampleShift()]), "ru")).map(plain);
  expect(told).toHaveLength(1);
  expect(told[0]).toMatch(
    /^«Ответ в срок» — доля получивших первый ответ не позже срока; .* Срок: в социальных сетях — /u,
  );
});
