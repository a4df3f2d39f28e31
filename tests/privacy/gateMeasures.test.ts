import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { gateMeasures } from "../../src/model/gateMeasures.ts";
import { PERSONAL_DATA_CLASSES } from "../../src/privacy/classes.ts";
import { createDetectionContext, detect } from "../../src/privacy/detect.ts";
import { isDevsetPresent, readDevset, scoreWords } from "./factRuEval.ts";
import { comesOutRight, type HostileText, hostileTexts } from "./hostileTexts.ts";

const context = createDetectionContext();
const kinds: Readonly<Record<string, string>> = {
  phone: "phones",
  flat: "flats",
  birthDate: "births",
  health: "health",
  plate: "plates",
  email: "links",
  profile: "links",
  file: "links",
  passport: "documents",
  document: "documents",
  card: "documents",
  account: "documents",
  licence: "documents",
};

describe("What pages say of how well the gate does", () => {
  test.each(Object.entries(kinds))("is true of the class %s on hostile texts", (id, kind) => {
    const texts = hostileTexts().filter((text) => text.kind === kind);
    expect(gateMeasures[id]?.hostile).toEqual({
      right: texts.filter((text) => comesOutRight(text, context)).length,
      of: texts.length,
    });
  });

  test("is of classes that there are", () => {
    const ids = new Set<string>(PERSONAL_DATA_CLASSES.map(({ id }) => id));
    expect(Object.keys(gateMeasures).filter((id) => !ids.has(id))).toEqual([]);
  });

  test.each([
    ["privacy.md", (share: number) => share.toFixed(3).replace(/^0/u, "")],
    ["privacy.ru.md", (share: number) => share.toFixed(3).replace(".", ",")],
  ])("is what docs/%s says", (file, written) => {
    const rows = readFileSync(new URL(`../../docs/${file}`, import.meta.url), "utf8")
      .split("\n")
      .filter((line) => line.startsWith("|"));
    const shown = (about: RegExp) =>
      rows
        .find((row) => about.test(row))
        ?.split("|")[3]
        ?.trim();
    const share = (texts: HostileText[]) =>
      written(texts.filter((text) => comesOutRight(text, context)).length / texts.length);
    const [clean, hostile] = [true, false].map((isClean) =>
      hostileTexts().filter(({ kind }) => (kind === "clean") === isClean),
    );
    const { precision, recall } = gateMeasures.name!.news!;
    expect(shown(/factRuEval-2016/u)).toBe(written(precision));
    expect(shown(/recall of name words|полнота по словам имён/u)).toBe(written(recall));
    expect(shown(new RegExp(`^\\| ${hostile!.length} `, "u"))).toBe(share(hostile!));
    expect(shown(new RegExp(`^\\| ${clean!.length} `, "u"))).toBe(share(clean!));
  });

  // The set lies beside the project (../shared/data); where it is absent the test is shown as skipped.
  test.skipIf(!isDevsetPresent())("is true of names in the news", () => {
    const { precision, recall } = scoreWords(readDevset(), (text) =>
      detect(text, { ...context, classes: new Set(["name"]) }),
    );
    expect(precision).toBeCloseTo(gateMeasures.name!.news!.precision, 3);
    expect(recall).toBeCloseTo(gateMeasures.name!.news!.recall, 3);
  });
});
