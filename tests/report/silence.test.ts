import { expect, test } from "vitest";
import { lackingFields } from "../../src/intake/lackingFields.ts";
import type { SourceField } from "../../src/model/source.ts";
import { silenceOf } from "../../src/report/silence.ts";
import { reportWords } from "../../src/words/reportStrings.ts";

const said = (...fields: SourceField[]) => silenceOf(lackingFields(["id", ...fields], true), reportWords("ru"));

test("what a mapping lacks is said in one line, with what the portal will be silent about", () => {
  expect(said("firstReply", "closed", "outcome")).toBeNull();
  expect(said("closed", "outcome")).toBe(
    "Не записано: ответ и его дата. Портал промолчит о том, что и когда отвечают.",
  );
  expect(said("firstReply", "outcome")).toBe(
    "Не записано: дата закрытия. Портал промолчит о том, за сколько обращения закрывают.",
  );
});

test("is said without what would have to be named before", () => {
  expect(said("firstReply", "closed")).toBe("Не записано: итог. Портал промолчит о том, чем всё кончается.");
});

test("replies without dates tell no times", () => {
  expect(said("reply", "closed", "outcome")).toBe(
    "Не записано: дата ответа. Портал промолчит о том, за сколько отвечают.",
  );
});
