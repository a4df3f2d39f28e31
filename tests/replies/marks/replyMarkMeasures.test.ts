import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import {
  faultOf,
  leastHaving,
  leastPrecision,
  leastRecall,
  precisionOf,
  recallOf,
  replyMarkMeasures,
  type TrialPart,
  trialParts,
  triedOn,
} from "../../../src/model/replyMarkMeasures.ts";
import { replyMarks } from "../../../src/model/replyMarks.ts";
import { createMarkReader } from "../../../src/replies/marks/markReader.ts";
import { readMarks } from "../../../src/replies/marks/readMarks.ts";
import { readReplyRules } from "../../../src/settings/readReplyRules.ts";
import { areRepliesPresent, type CodedReply, readReplies, trialOf } from "./devReplies.ts";
import { laterReplies } from "./laterReplies.ts";

const reader = createMarkReader(await readReplyRules(resolve(import.meta.dirname, "../../../data")));

function trialsOn(replies: readonly CodedReply[]) {
  const marked = replies.map((reply) => ({ reply, marks: readMarks(reply.reply, reply.question, reader).marks }));
  return Object.fromEntries(replyMarks.map((mark) => [mark, trialOf(mark, marked)]));
}

/** Compares a part with what the rules find, but for marks that have no trial there. */
function expectTrials(part: TrialPart, replies: readonly CodedReply[]): void {
  const stated = trialParts[part];
  const found = trialsOn(replies);
  expect(Object.fromEntries(Object.keys(stated).map((mark) => [mark, found[mark]]))).toEqual(stated);
}

describe("What is said of how well marks are found", () => {
  // The set lies beside the project (../shared/data); where it is absent the test is shown as skipped.
  test.skipIf(!areRepliesPresent())("is what real replies show that no maker of rules had read", () => {
    const unread = readReplies().filter(({ isHeldOut }) => isHeldOut);
    expect(unread).toHaveLength(triedOn.real);
    expectTrials("real", unread);
  });

  test("is what invented replies show, where the rule of a mark was not mended by them", () => {
    const [earlier, last] = [laterReplies("unread"), laterReplies("last")];
    expect(earlier.length + last.length).toBe(triedOn.invented);
    expectTrials("earlier", earlier);
    expectTrials("last", last);
  });

  test("leaves out what rules were mended by, and nothing of the last replies", () => {
    const missing = (part: TrialPart) => replyMarks.filter((mark) => trialParts[part][mark] === undefined);
    expect({ real: missing("real"), earlier: missing("earlier"), last: missing("last") }).toEqual({
      real: ["nextStep"],
      earlier: ["who", "sentElsewhere"],
      last: [],
    });
  });

  test("is held up by replies by which rules were mended: nearly all of each mark is found, and little else", () => {
    for (const [mark, trial] of Object.entries(trialsOn(laterReplies("later")))) {
      expect(faultOf(trial), mark).toBeNull();
      expect(trial.having, mark).toBeGreaterThanOrEqual(60);
    }
  });

  test("hides a mark that is found too seldom, too often, or was tried on too few", () => {
    const good = { having: 20, found: 19, lacking: 80, left: 79 };
    expect(precisionOf(good)).toBe(leastPrecision);
    expect(faultOf(good)).toBeNull();
    expect(faultOf({ ...good, left: 78 })).toBe("precision");
    expect(recallOf({ ...good, found: 17 })).toBe(leastRecall);
    expect(faultOf({ ...good, found: 17, left: 80 })).toBeNull();
    expect(faultOf({ ...good, found: 16, left: 80 })).toBe("recall");
    expect(faultOf({ having: leastHaving - 1, found: leastHaving - 1, lacking: 80, left: 80 })).toBe("too-few-texts");
    expect(precisionOf({ having: 3, found: 0, lacking: 9, left: 9 })).toBeNull();
    expect(recallOf({ having: 0, found: 0, lacking: 9, left: 9 })).toBeNull();
  });

  test("shows those marks alone that were measured well", () => {
    expect(replyMarks.filter((mark) => faultOf(replyMarkMeasures[mark]) === null)).toEqual(
      replyMarks.filter((mark) => mark !== "who" && mark !== "sentElsewhere"),
    );
  });
});
