import { expect, test } from "vitest";
import type { EditionFigure, PastEdition } from "../../../src/model/editions.ts";
import { besideBefore, hasChannels } from "../../../src/site/editions/figureRows.ts";
import { reasonsText } from "../../../src/site/editions/plainFigureText.ts";
import { regionOf } from "../../../src/model/subjectsOfFacts.ts";
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

test("the reason of a revision names no event that the exports do not record", () => {
  const late = { reasons: [{ reason: "late-answer" as const, appeals: 12 }] };
  const notRecorded = { state: "missing", reason: "not-recorded" } as const;
  expect(reasonsText(createTelling(exampleFacts()), late)).toBe("ответ или закрытие пришли позже: 12");
  const repliesAlone = exampleFacts();
  regionOf(repliesAlone).periods.all.measures.closed = notRecorded;
  expect(reasonsText(createTelling(repliesAlone), late)).toBe("ответ пришёл позже: 12");
  const closingsAlone = exampleFacts();
  regionOf(closingsAlone).periods.all.measures.firstReply.median = notRecorded;
  expect(reasonsText(createTelling(closingsAlone), late)).toBe("закрытие пришло позже: 12");
});
