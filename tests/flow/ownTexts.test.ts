import { expect, test } from "vitest";
import { titlesOf } from "../../src/flow/ownTexts.ts";
import type { Facts } from "../../src/model/facts.ts";
import type { CleaningRules } from "../../src/privacy/cleaningRules.ts";

const rules: CleaningRules = {
  language: "ru",
  doubtful: "mask",
  names: "default",
  addresses: "house",
  replySignatures: "mask",
  allow: {},
  placeNames: [],
  key: "",
  decisions: {},
  turn: 0,
};
const named = (name: string) => ({ code: name, name });

test("the last look takes titles that bear a name for the portal's own, and no person among the labels", () => {
  const vocabulary = {
    agencies: [named("Парк «Иван Орлов»"), named("Ержан Сулейменов"), named("Минтранс")],
    topics: [named("Сидорова Мария Петровна")],
    places: [named("Фонд Ивана Орлова")],
  };
  expect(titlesOf({ vocabulary } as unknown as Facts, rules)).toEqual(["Парк «Иван Орлов»", "Фонд Ивана Орлова"]);
});
