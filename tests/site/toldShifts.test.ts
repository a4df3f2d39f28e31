import { expect, test } from "vitest";
import { type Facts } from "../../src/model/facts.ts";
import { type Shift } from "../../src/model/shifts.ts";
import { shiftTable } from "../../src/publish/downloads/shiftTable.ts";
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
  expect(plain(worse.agency[0]!.figure)).toBe("Ответ в срок в социальных сетях");
  expect(better.agency).toHaveLength(1);
  expect(plain(lead)).toContain("1 показатель стал хуже, 1 показатель стал лучше. Сравнили 3 показателя");
  const { header, rows } = shiftTable(facts);
  expect(rows.map((row) => row[header.indexOf("beyond_chance")])).toEqual(["yes", "no", "yes"]);
});

test("where nothing moved, or nothing can be compared, the page says so", () => {
  expect(plain(toldShifts(createTelling(withShifts([exampleShift({ found: false })]), "ru")).lead)).toContain(
    "нигде не изменилась сильнее, чем бывает случайно",
  );
  expect(toldShifts(createTelling(exampleFacts(), "en")).lead).toContain("nothing to compare with");
});
