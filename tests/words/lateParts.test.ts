import { expect, test } from "vitest";
import type { Measures } from "../../src/model/facts.ts";
import { exactShare } from "../../src/measure/figure.ts";
import { createVoice } from "../../src/words/language.ts";
import { lateParts } from "../../src/words/lateParts.ts";
import { headlineText } from "../../src/words/headline.ts";
import { createTelling } from "../../src/words/telling.ts";
import { keyFigures } from "../../src/site/keyFigures.ts";
import { exampleFacts, measuresOf } from "./exampleFacts.ts";

const plain = (text: string | null): string | null => text?.replace(/\u00a0|\u202f/g, " ") ?? null;

/** Of 100 past the deadline 80 were answered in time, so 20 were not: 11 wait. */
function parts(language: "ru" | "en", [law, withdrawn, closed, undated]: [number, number, number, number]) {
  const measures: Measures = {
    ...measuresOf({ received: 120, median: 2, ceiling: 0.9, precision: "day" }, ["social"]),
    leftByLaw: { state: "exact", value: law },
    withdrawnUnanswered: { state: "exact", value: withdrawn },
    answeredInNorm: exactShare(80, 100),
    silent: exactShare(11, 100 + undated - closed),
  };
  measures.quality = { undatedReplies: exactShare(undated, 100) } as Measures["quality"];
  return plain(lateParts({ event: "first-reply", measures }, createVoice(language)));
}

test("a share not answered in time names those to whom no reply was owed any more", () => {
  expect(parts("ru", [5, 4, 6, 0])).toBe(
    "20 из 100: ждут до сих пор — 11, получили ответ позже — 3, к концу срока оставались без ответа, а потом закрыты без него по закону или отозваны авторами — 6",
  );
  expect(parts("ru", [6, 0, 6, 0])).toContain("а потом закрыты без него по закону — 6");
  expect(parts("en", [0, 6, 6, 0])).toBe(
    "20 of 100: 11 still waiting, 3 answered later, 6 without a reply when the deadline passed and then withdrawn by their authors",
  );
});

test("two numbers of appeals closed without a reply, and two of appeals counted, are told apart beside the sentence", () => {
  const facts = structuredClone(exampleFacts());
  const region = facts.subjects[0]!;
  const { social } = region.periods.year.byChannel;
  Object.assign(social!, {
    leftByLaw: { state: "exact", value: 5 },
    withdrawnUnanswered: { state: "exact", value: 4 },
    answeredInNorm: exactShare(80, 100),
    silent: exactShare(11, 94),
    quality: { undatedReplies: exactShare(0, 100) },
  });
  Object.assign(social!.firstReply, { n: 110, waiting: 20, never: 9 });
  const { sentence, evidence, late } = headlineText(createTelling(facts, "ru"), region);
  // Where another sentence has told how long it takes, who was not answered in time stands alone.
  expect(plain(late)).toMatch(/^В социальных сетях: .*20 из 100: .*\.$/u);
  expect(plain(sentence)).toContain(plain(late)!.replace(/^В социальных сетях: /u, "; "));
  expect(plain(sentence)).toContain("а потом закрыты без него по закону или отозваны авторами — 6");
  expect(plain(evidence)).toContain("о 100 из 110 известно, ответили ли в срок");
  expect(plain(evidence)).toContain("отозвано авторами — 4; из этих 9 после срока закрыто 6");
  const silent = keyFigures(createTelling(facts, "ru"), region.periods.year).find(({ id }) => id === "silent");
  expect(plain(silent?.note ?? null)).toContain("11 из 94; ");
  expect(plain(silent?.note ?? null)).toContain("без 6, закрытых без ответа после срока");
});

test("where replies have no dates, their number is not guessed; where nobody was let wait, nothing is added", () => {
  expect(parts("ru", [5, 4, 6, 2])).toContain("ждут до сих пор — 11, на остальные ответили позже, или они закрыты");
  expect(parts("ru", [0, 0, 0, 0])).toBeNull();
  expect(parts("ru", [3, 0, 0, 0])).toBeNull();
});
