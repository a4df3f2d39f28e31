import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { renderInspection } from "../../../src/flow/inspection/renderInspection.ts";
import { sourceComments } from "../../../src/flow/inspection/sourceComments.ts";
import { inspectFile } from "../../../src/intake/inspect/inspectFile.ts";
import type { Inspection } from "../../../src/intake/inspect/inspection.ts";
import { sourceAsYaml } from "../../../src/intake/inspect/sourceAsYaml.ts";
import { reportWords } from "../../../src/words/reportStrings.ts";
import { emptyVocabulary, exportsFolder } from "../portal.ts";

const day = (index: number, later = 0): string => `${String(index + 1 + later).padStart(2, "0")}.09.2026`;
const look = async (header: readonly string[], row: (index: number) => readonly string[]): Promise<Inspection> => {
  const rows = [
    ["Номер", ...header, "Ведомство"],
    ...Array.from({ length: 24 }, (_, index) => [String(900 + index), ...row(index), "Минстрой"]),
  ];
  const [found] = await inspectFile(
    join(await exportsFolder({ "feed.csv": rows.map((cells) => cells.join(";")).join("\n") }), "feed.csv"),
    [],
    emptyVocabulary,
  );
  if (!found || "fault" in found) throw new Error(found?.fault.code);
  return found;
};
const columnsOf = (found: Inspection) =>
  (parse(sourceAsYaml(found, sourceComments(reportWords("ru"), true))) as { columns: Record<string, string> }).columns;

test.each([
  ["Дата", "Дата регистрации"],
  ["Дата", "Дата рег."],
])(
  "a date that is never later than the registration beside it is the receipt, with the evidence: %s",
  async (plain, registered) => {
    const found = await look([plain, registered], (index) => [day(index), day(index, index % 4)]);
    expect(columnsOf(found)).toMatchObject({ received: plain, registered });
    expect(renderInspection(found, reportWords("ru"))).toContain("раньше в 18, в остальных та же");
    const turned = await look([registered, plain], (index) => [day(index, index % 4), day(index)]);
    expect(columnsOf(turned)).toMatchObject({ received: plain, registered });
  },
);

test("a date that is later now and then, is always the same, or is called something else is none", async () => {
  const headers = ["Дата", "Дата регистрации"];
  for (const later of [(index: number) => (index === 5 ? 2 : 0), () => 1, () => 0]) {
    const found = await look(headers, (index) => [day(index, later(index)), day(index)]);
    expect(columnsOf(found)["received"]).toBe("Дата регистрации");
  }
  const born = await look(["Дата рождения", "Дата регистрации"], (index) => [`03.05.19${60 + index}`, day(index)]);
  expect(columnsOf(born)["received"]).toBe("Дата регистрации");
});
