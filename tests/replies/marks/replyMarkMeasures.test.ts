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

describe("What is said of how well marks are found", () => {
  // The set lies beside the project (../shared/data); where it is absent the test is shown as skipped.
  test.skipIf(!areRepliesPresent())("is what real replies show that no maker of rules had read", () => {
    const unread = readReplies().filter(({ isHeldOut }) => isHeldOut);
    expect(unread).toHaveLength(triedOn.real);
    expect(trialsOn(unread)).toEqual(trialParts.real);
  });

  test("is what invented replies show by which no rule was mended", () => {
    const unread = laterReplies("unread");
    expect(unread).toHaveLength(triedOn.invented);
    expect(trialsOn(unread)).toEqual(trialParts.invented);
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
