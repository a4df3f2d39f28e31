import { describe, expect, test } from "vitest";
import { portalSchema } from "../../src/model/portal.ts";
import { cleaningRules, type CleaningRules } from "../../src/privacy/cleaningRules.ts";
import { textCleaner as cleanerOf } from "../../src/privacy/cleanText.ts";
import { createDetectionContext, detect } from "../../src/privacy/detect.ts";
import { NO_PLACE_NAMES, placeNamesFrom } from "../../src/privacy/placeNames.ts";
import { stem } from "../../src/privacy/names/stem.ts";
import { canaries } from "../canaries/canaries.ts";

const portal = (privacy: object = {}) =>
  portalSchema.parse({
    title: "Отклик",
    region: { name: "Край", in: "в Крае", of: "Края" },
    timeZone: "Europe/Moscow",
    address: "https://otklik.example/",
    publisher: { name: "Пресс-служба", email: "press@otklik.example" },
    privacy,
  });
const rules = (privacy: object = {}, decisions: CleaningRules["decisions"] = {}) =>
  cleaningRules(portal(privacy), NO_PLACE_NAMES, "key", decisions);
const textCleaner = (under: CleaningRules) => (text: string) => cleanerOf(under)({ text, field: "text" });
/** Holds a find that may be a street or a person. */
const doubtful = "Автомобиль Кречетникова стоит на газоне";

describe("a cleaned text", () => {
  test("holds nothing that is found when it is read again", () => {
    const clean = textCleaner(rules({ addresses: "street" }));
    const context = createDetectionContext({ addressLevel: "street" });
    for (let number = 0; number < 20; number++) {
      const all = canaries(number).map((canary) => canary.words);
      for (const text of [...all, all.join(". "), all.join("\n")]) {
        const { text: cleaned, left } = clean(text);
        expect(left).toEqual([]);
        expect(detect(cleaned, context).filter((span) => span.tier === "confirmed")).toEqual([]);
      }
    }
  });

  test("names the place names that it rests on", () => {
    const asked = textCleaner(cleaningRules(portal(), placeNamesFrom([stem("Кречетникова")]), "key"))(
      doubtful,
    ).placesAsked;
    for (const [name, known] of asked) expect(known).toBe(name === stem("Кречетникова"));
  });
});

describe("a doubtful find", () => {
  test("is masked, kept, or held for a person, as the settings say", () => {
    expect(textCleaner(rules())(doubtful).text).toBe("Автомобиль [ФИО] стоит на газоне");
    expect(textCleaner(rules({ doubtful: "keep" }))(doubtful).text).toBe(doubtful);
    const held = textCleaner(rules({ doubtful: "review" }))(doubtful);
    expect(held.doubtful).toMatchObject([{ class: "name", at: 12 }]);
    expect(JSON.stringify(held.doubtful)).not.toContain("Кречетников");
  });

  test("is what the person decided, in the same words only", () => {
    const { hash } = textCleaner(rules({ doubtful: "review" }))(doubtful).doubtful[0]!;
    expect(textCleaner(rules({ doubtful: "review" }, { [hash]: "accept" }))(doubtful)).toMatchObject({
      text: doubtful,
      doubtful: [],
    });
    expect(textCleaner(rules({ doubtful: "review" }, { [hash]: "mask" }))(doubtful)).toMatchObject({
      text: "Автомобиль [ФИО] стоит на газоне",
      doubtful: [],
    });
    expect(
      textCleaner(rules({ doubtful: "review" }, { [hash]: "accept" }))("Автобус Кречетникова опоздал").doubtful,
    ).toHaveLength(1);
  });

  test("is what the person decided where the portal masks or keeps all others, too", () => {
    const { hash } = textCleaner(rules({ doubtful: "review" }))(doubtful).doubtful[0]!;
    expect(textCleaner(rules({}, { [hash]: "accept" }))(doubtful).text).toBe(doubtful);
    expect(textCleaner(rules({ doubtful: "keep" }, { [hash]: "mask" }))(doubtful).text).toBe(
      "Автомобиль [ФИО] стоит на газоне",
    );
  });

  test("lets nothing out that is confirmed, whatever stands in the file", () => {
    const all = canaries(3)
      .map((canary) => canary.words)
      .join("\n");
    const judged = textCleaner(rules({ doubtful: "review" }))(all);
    const everyHash = new Proxy<CleaningRules["decisions"]>({ any: "accept" }, { get: () => "accept" });
    const { text, left } = textCleaner(rules({}, everyHash))(all);
    expect(left).toEqual([]);
    expect(detect(text, createDetectionContext()).filter((span) => span.tier === "confirmed")).toEqual([]);
    expect(judged.counts.length).toBeGreaterThan(5);
  });

  test("says what else it may be", () => {
    const reasons = (text: string) =>
      textCleaner(rules({ doubtful: "review" }))(text).doubtful.map(({ class: kind, reason }) => [kind, reason]);
    expect(reasons(doubtful)).toEqual([["name", "lone-word"]]);
    expect(reasons("Течёт. Садовая 8-45, затопили соседи")).toEqual([["flat", "house-or-flat"]]);
    expect(reasons("Звонила [ФИО] 334455")).toEqual([["phone", "number-beside-name"]]);
  });

  test("has a hash that nobody can make without the key", () => {
    const hashes = ["key", "other"].map(
      (key) => textCleaner({ ...rules({ doubtful: "review" }), key })(doubtful).doubtful[0]!.hash,
    );
    expect(hashes[0]).not.toBe(hashes[1]);
  });
});
