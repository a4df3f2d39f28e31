import { expect, test } from "vitest";
import { AppealNumbers, LostDigits } from "../../src/intake/appealNumber.ts";
import { intake, sourceOf } from "./portal.ts";

const numbersOf = (written: readonly string[]): string[] => {
  const numbers = new AppealNumbers();
  return written.map((one) => numbers.numberOf(one).number);
};

test("a number is the same however it is written, and stays as it was first seen", () => {
  expect(numbersOf(["0001001", "1001", "'1001", "1 001", "1\u00a0001", "1001.0", "№ 1001"])).toEqual(
    Array(7).fill("0001001"),
  );
  expect(numbersOf(["1001", "0001001", "1\u202f001,0"])).toEqual(["1001", "1001", "1001"]);
});

test("letters that look alike, dashes and spaces do not make two numbers of one", () => {
  expect(numbersOf(["ОД-12/2026", "OД‑12 / 2026", "OD-12/2026"])).toEqual(["ОД-12/2026", "ОД-12/2026", "OD-12/2026"]);
});

test("where a part of the long numbers was rounded, it is noticed too", () => {
  expect(
    lost([
      ...Array.from({ length: 20 }, (_, index) => `780120000000${10000 + index}`.padEnd(17, "7")),
      "78012000000010000",
      "78012000000020000",
      "78012000000030000",
    ]),
  ).toBe(true);
});

test("what is not a bare figure is another number", () => {
  expect(numbersOf(["0", "00", "A-001", "A-1", "01/2026", "1/2026", "12 34"])).toEqual([
    "0",
    "0",
    "A-001",
    "A-1",
    "01/2026",
    "1/2026",
    "12 34",
  ]);
});

const lost = (numbers: readonly string[]): boolean => {
  const digits = new LostDigits();
  for (const number of numbers) digits.add(number);
  return digits.lost;
};

test("digits that a spreadsheet rounded away are noticed, and long numbers that end in zeros by chance are not", () => {
  expect(lost(["7,78012E+15"])).toBe(true);
  expect(lost(["1.2E+17", "5"])).toBe(true);
  expect(lost(["78012000000000000", "78012000000001000", "78012000000002000"])).toBe(true);
  expect(lost(["7801200000000010", "7801200000000011", "7801200000000012", "7801200000000020"])).toBe(false);
  expect(lost(["7E15", "12E10", "1000000000000000"])).toBe(false);
});

const source = sourceOf("r", { kind: "delta", columns: { id: "id", received: "received", closed: "closed" } });
const table = (...rows: string[]): string => ["id,received,closed", ...rows].join("\n");

test("an appeal whose number lost its zeros between exports is one appeal, and it is said", async () => {
  const { appeals, said } = await intake(
    {
      "2026-09-30/a.csv": table("0071,2026-09-01,", "0072,2026-09-02,"),
      "2026-10-31/a.csv": table("72,2026-09-02,2026-10-05", "73,2026-10-07,"),
    },
    [source],
  );
  expect(appeals.map(({ id }) => id)).toEqual(["0071", "0072", "0072", "73"]);
  expect(said()).toMatchInlineSnapshot(`
    "WARNING NUMBER_REWRITTEN · once
      Numbers are written in another way than before.
      0001001 and 1001 are taken for one appeal, under the number that came first. Where they are two, tell whoever keeps the register.
        2026-10-31/a.csv:2 field id"
  `);
});

test("a file whose numbers lost their digits is not used", async () => {
  const { said } = await intake({ "2026-10-31/a.csv": table("4.1E+15,2026-09-01,", "4.1E+15,2026-09-02,") }, [source]);
  expect(said("NUMBERS_ROUNDED")).toMatchInlineSnapshot(`
    "ERROR NUMBERS_ROUNDED · once
      Numbers have lost digits: a spreadsheet has rounded them.
      Different appeals would be merged. Export the column as text, or open the export with this column marked as text; a column without its digits cannot be mapped as id.
        2026-10-31/a.csv:2 field id"
  `);
});

test("where numbers begin again each year, the year of receipt is part of the number", async () => {
  const { appeals } = await intake({ "2026-10-31/a.csv": table("1,2025-03-01,", "1,2026-02-02,") }, [
    { ...source, numbers: "yearly" },
  ]);
  expect(appeals.map(({ id }) => id)).toEqual(["2025/1", "2026/1"]);
});
