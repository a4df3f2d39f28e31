import { expect, test } from "vitest";
import { joinedRows } from "../../src/intake/joinedLabels.ts";
import { intake, sourceOf } from "./portal.ts";

const count = (labels: Record<string, number>, listed: readonly string[] = []): number =>
  joinedRows(new Map(Object.entries(labels)), new Set(listed));

test("names joined in one cell are told from names with a comma inside", () => {
  expect(count({ "Минстрой; Минтранс": 4, Минстрой: 9 })).toBe(4);
  expect(count({ "Минстрой, Минтранс": 4, Минстрой: 9, Минтранс: 1 })).toBe(4);
  expect(count({ "Министерство строительства, ЖКХ и энергетики": 4, ЖКХ: 1 })).toBe(0);
  expect(count({ "дороги; мосты": 4, дороги: 1 }, ["дороги; мосты"])).toBe(0);
});

test("rows with two agencies in a cell, and rows without one, are found", async () => {
  const source = sourceOf("r", { columns: { id: "id", received: "received", agency: "agency" } });
  const { said } = await intake(
    {
      "2026-10-31/a.csv":
        'id,received,agency\n1,2026-10-01,Минстрой\n2,2026-10-02,"Минстрой; Минтранс"\n3,2026-10-02,\n',
    },
    [source],
  );
  expect(said()).toMatchInlineSnapshot(`
    "WARNING AGENCY_MISSING · once
      No agency is named in the row.
      The appeal is counted for the region, and among those without an agency on the page of agencies. If the agency is known, fill it in at the source and export again.
        2026-10-31/a.csv:4 field agency

    WARNING LABELS_JOINED · once
      Some rows name several agencies, topics or places in one cell.
      Each combination is counted as one more of them. Let the export name the one that answers, or list the spelling as an alias of it in data/vocabulary.
        2026-10-31 field agency"
  `);
});
