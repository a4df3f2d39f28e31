import { type PublishedAppeal } from "../../model/appeal.ts";

/** What the groups of replies look at: public fields alone, the reply masked. */
export type RepliedAppeal = Pick<
  PublishedAppeal,
  "id" | "agency" | "topic" | "place" | "received" | "firstReply" | "closed" | "outcome" | "rating" | "reply"
>;
