import { expect, test } from "vitest";
import { type EditionFigure, type PastEdition } from "../../../src/model/editions.ts";
import { besideBefore, hasChannels } from "../../../src/site/editions/figureRows.ts";
import { exampleFacts } from "../../words/exampleFacts.ts";
import { createTelling } from "../../../src/words/telling.ts";

const received = (channel: EditionFigure["channel"], value: number): EditionFigure => ({
  agency: "",
  channel,
  figure: "received",
  state: "exact",
  value,
  whole: null,
  reason: null,
});
const edition = (...figures: EditionFigure[]) => ({ figures, revisions: [] }) as unknown as PastEdition;

test("figures of several channels name theirs, all together first", () => {
  const several = edition(received(null, 12), received("social", 7), received("letter", 5));
  expect(hasChannels(several)).toBe(true);
  expect(besideBefore(createTelling(exampleFacts()), several, undefined)).toEqual([
    ["Поступило", "все", "12"],
    ["Поступило", "Социальные сети", "7"],
    ["Поступило", "Письма", "5"],
  ]);
});

test("figures of a single channel stand once, without a name that would be the same in every row", () => {
  const single = edition(received(null, 12), received("other", 12));
  expect(hasChannels(single)).toBe(false);
  expect(besideBefore(createTelling(exampleFacts()), single, undefined)).toEqual([["Поступило", "12"]]);
});
