import { expect, test } from "vitest";
import { decodeMarks, replyStates } from "../../../src/search/format/details.ts";
import { replyStatesOf } from "../../../src/search/write/replyStatesOf.ts";
import { shardDetails } from "../../../src/search/write/shardDetails.ts";
import type { PublicAppeal } from "../../../src/model/appeal.ts";
import { exampleReplies } from "../../words/exampleReplies.ts";

test("each appeal can be found by whether its reply repeats, tells of one event, or neither", () => {
  const states = replyStatesOf(exampleReplies());
  const appeals = ["habit-0", "event-5", "alone"].map(
    (id) =>
      ({ id, received: "2026-10-01", firstReply: null, closed: null, outcome: "open", rating: null }) as PublicAppeal,
  );
  const { replies } = decodeMarks(shardDetails(appeals, "2026-10-31", states).marks, 3);
  expect([...replies].map((number) => replyStates[number])).toEqual(["repeated", "notice", "other"]);
});
