import { expect, test } from "vitest";
import { appealWaits } from "../../src/appeals/appealWait.ts";
import { createOutlook } from "../../src/appeals/outlook.ts";
import { remainingWait } from "../../src/model/remainingWait.ts";
import { subjectsOf } from "../../src/model/subjectsOfFacts.ts";
import { appeal } from "../search/write/sampleAppeals.ts";
import { exampleFacts } from "../words/exampleFacts.ts";

const facts = exampleFacts();
const edition = facts.edition.date;
const outlook = createOutlook(facts);
const [topic] = subjectsOf(facts, "topic");

test("of an appeal that waits what its topic's figures say by its channel is told, of any other nothing", () => {
  const waiting = appeal({
    id: "a",
    topic: topic?.code ?? "",
    channel: "social",
    received: "2026-11-10",
    firstReplyState: "waiting",
    closingState: "waiting",
  } as never);
  const waits = appealWaits(waiting, edition);
  const told = outlook(waiting, waits);
  const times = topic?.periods.year.byChannel.social?.firstReply;
  if (times === undefined) throw new Error("The example has no times of that topic");
  expect(told).toMatchObject({ event: "first-reply", remaining: remainingWait(times, told?.waited ?? 0) });
  expect(outlook({ ...waiting, topic: null }, waits)).toBeNull();
  expect(outlook(waiting, [])).toBeNull();
});
