import { describe, expect, it } from "vitest";
import type { ComparedAgency, Facts } from "../../src/model/facts.ts";
import { placesText } from "../../src/site/placesText.ts";
import { standingText } from "../../src/words/standing.ts";
import { standingGroups, standingTable } from "../../src/site/standingTable.ts";
import { findSubject } from "../../src/model/subjectsOfFacts.ts";
import { exampleFacts } from "./exampleFacts.ts";
import { createTelling } from "../../src/words/telling.ts";

/** Facts in which "fast" is compared as given and "tiny" is listed only. */
function compared(agency: Partial<ComparedAgency>): Facts {
  const whole: ComparedAgency = {
    agency: "fast",
    part: 800,
    whole: 1000,
    value: 0.8,
    low95: 0.7,
    high95: 0.85,
    low998: 0.65,
    high998: 0.9,
    position: "at",
    expected: 0.78,
    ratio: 1.02,
    ratioLow: 0.95,
    ratioHigh: 1.1,
    adjusted: 0.79,
    adjustedPosition: "at",
    reversed: false,
    level: "at",
    places: { best: 1, worst: 2 },
    ...agency,
  };
  const silent: ComparedAgency = {
    ...whole,
    agency: "silent",
    part: 300,
    value: 0.3,
    position: "below",
    adjustedPosition: "below",
    level: "below",
    adjusted: 0.31,
    reversed: false,
    places: { best: 3, worst: 3 },
  };
  const facts = exampleFacts();
  return {
    ...facts,
    comparisons: [
      {
        period: "year",
        channel: "social",
        figure: "answeredInNorm",
        target: 0.77,
        phi: 1,
        tau2: 0,
        funnel: [],
        agencies: [whole, silent],
        listed: [{ agency: "tiny", whole: 3 }],
      },
    ],
  };
}

const said = (facts: Facts, code: string): string | null =>
  standingText(createTelling(facts), findSubject(facts, "agency", code)!)?.replaceAll("\u00a0", " ") ?? null;

describe("what is said of an agency among the others", () => {
  it("is above, at or below, with its share and the common one, and never a place", () => {
    expect(said(compared({}), "fast")).toBe(
      "Доля ответов в срок в социальных сетях — 80 % против 77 % у всех сравнимых ведомств вместе. Разница укладывается в обычный разброс между ведомствами. С поправкой на темы обращений — 79 %.",
    );
    expect(said(compared({}), "silent")).toContain("заметно хуже остальных: 30 % против 77 %");
    expect(said(compared({ position: "above", adjustedPosition: "above", level: "above" }), "fast")).toContain(
      "заметно лучше остальных",
    );
  });

  it("warns where the plain and the adjusted share disagree", () => {
    expect(said(compared({ position: "below" }), "fast")).toContain(
      "Без поправки ведомство ниже остальных, с поправкой на темы и пути — на общем уровне. Раз ответы расходятся",
    );
    expect(said(compared({ reversed: true }), "fast")).toContain(
      "до поправки доля по одну сторону от общей, после неё — по другую",
    );
    expect(said(compared({}), "fast")).not.toContain("Внимание");
  });

  it("is no level where there are too few appeals, and that is said with their number", () => {
    expect(said(compared({}), "tiny")).toBe(
      "Обращений, по которым можно судить о сроке, 3. Это меньше 30: с другими ведомство не сравниваем.",
    );
  });

  it("is nothing without a comparison, and for what is no agency", () => {
    const facts = compared({});
    expect(said({ ...facts, comparisons: [] }, "fast")).toBeNull();
    expect(standingText(createTelling(facts), findSubject(facts, "topic", "utilities")!)).toBeNull();
  });
});

describe("the table of levels", () => {
  const tableOf = (facts: Facts) => standingTable(createTelling(facts));

  it("keeps a short table whole, and folds of a long one who neither stands out nor would by one of the shares", () => {
    const [notable, doubtful] = tableOf(compared({ position: "above", reversed: true }))!.rows;
    const common = { ...doubtful!, disputed: false };
    const short = [...Array.from({ length: 10 }, () => common), notable!, doubtful!];
    expect(standingGroups(short)).toEqual({ open: short, folded: [] });
    expect(standingGroups([common, ...short])).toEqual({
      open: [notable, doubtful],
      folded: Array.from({ length: 11 }, () => common),
    });
  });

  it("sets plain and adjusted shares side by side in alphabetical order, and lists who is not placed", () => {
    const table = tableOf(compared({ position: "above", reversed: true }))!;
    expect(
      table.rows.map(({ name, plain, adjusted, level, warning }) =>
        [name, plain, adjusted, level, warning].map((text) => text?.replaceAll("\u00a0", " ") ?? null),
      ),
    ).toEqual([
      ["Заозёрный район", "30 %", "31 %", "ниже остальных", null],
      ["Минжкх", "80 %", "79 %", "на общем уровне", "без поправки — выше остальных, с поправкой — на общем уровне"],
    ]);
    expect(table.few!.replaceAll("\u00a0", " ")).toBe(
      "Не сравниваем (обращений, у которых срок прошёл, меньше 30): Архивное агентство (3).",
    );
  });

  it("marks a change of sign", () => {
    expect(tableOf(compared({ reversed: true }))!.rows[1]!.warning!.replaceAll("\u00a0", " ")).toBe(
      "без поправки и с поправкой — по разные стороны общей доли",
    );
  });

  it("is not there where fewer than five agencies can be compared", () => {
    expect(tableOf({ ...compared({}), comparisons: [] })).toBeNull();
  });
});

it("says for how many agencies a place could be named", () => {
  const facts = compared({});
  expect(placesText(createTelling(facts))!.replaceAll("\u00a0", " ")).toContain(
    "точно для 1 из 2. У 1 из них промежуток возможных мест — больше половины списка.",
  );
  const unsure = structuredClone(facts);
  for (const { agencies } of unsure.comparisons)
    for (const agency of agencies) if (agency.places) agency.places = { best: 1, worst: 2 };
  expect(placesText(createTelling(unsure))!.replaceAll("\u00a0", " ")).toContain(
    "нельзя назвать точно ни для одного из 2.",
  );
});
