import { type PublicAppeal } from "../../model/appeal.ts";
import { replyFollowedDays } from "../../model/events/eventStates.ts";
import { type AnyFacts } from "../../model/facts.ts";
import { daysFollowed } from "../../model/followed.ts";
import { writeMarks } from "../../model/officeMarks.ts";
import { parseMoment } from "../../model/moment.ts";
import { nameOf } from "./subjectTable.ts";
import { type Cell, timed } from "../../words/figureCells.ts";

/** Columns of appeals.csv, in order: a contract. */
export const appealHeader = [
  "id",
  "channel",
  "agency",
  "agency_name",
  "handed_from",
  "topic",
  "topic_name",
  "place",
  "place_name",
  "received",
  "first_reply",
  "closed",
  "reopened",
  "dates_to_week",
  "outcome",
  "rating",
  "first_reply_days",
  "closing_days",
  "text",
  "reply",
  "withheld",
  "address",
  "first_reply_state",
  "closing_state",
  "followed_days",
  "first_reply_norm_days",
  "closing_norm_days",
  "registered",
  "agency_first_reply_days",
  "agency_closing_days",
  "confirmed",
  "first_reply_followed_days",
  "followed_until",
  "marks",
];

/** Makes the rows of appeals.csv. */
export function appealRows(facts: AnyFacts): (appeal: PublicAppeal) => Cell[] {
  const names = (dimension: "agency" | "topic" | "place") => {
    const known = new Map<string, string>();
    return (code: string | null) => {
      if (code === null) return null;
      const name = known.get(code) ?? nameOf(facts, dimension, code);
      known.set(code, name);
      return name;
    };
  };
  const agencyName = names("agency");
  const topicName = names("topic");
  const placeName = names("place");
  const replyFollowed = (appeal: PublicAppeal) => {
    const days = followedDays(appeal);
    return days === null || timed(appeal.firstReplyState) === null
      ? null
      : replyFollowedDays(days, appeal.firstReplyState, appeal.outcome, appeal.closingDays);
  };
  const address = facts.portal.address.replace(/\/$/, "");
  return (appeal) => [
    appeal.id,
    appeal.channel,
    appeal.agency,
    agencyName(appeal.agency),
    appeal.handedFrom,
    appeal.topic,
    topicName(appeal.topic),
    appeal.place,
    placeName(appeal.place),
    appeal.received,
    appeal.firstReply,
    appeal.closed,
    appeal.reopened,
    appeal.datesToWeek ? "yes" : "no",
    appeal.outcome,
    appeal.rating,
    appeal.firstReplyDays,
    appeal.closingDays,
    appeal.text,
    appeal.reply,
    appeal.withheld,
    `${address}/appeals/${appeal.id}/`,
    timed(appeal.firstReplyState),
    timed(appeal.closingState),
    followedDays(appeal),
    appeal.firstReplyNorm,
    appeal.closingNorm,
    appeal.registered ?? null,
    appeal.agencyFirstReplyDays ?? null,
    appeal.agencyClosingDays ?? null,
    appeal.confirmed ?? null,
    replyFollowed(appeal),
    appeal.followedUntil ?? null,
    appeal.marks === undefined ? null : writeMarks(appeal.marks),
  ];
}

/** Days from the receipt as published to the end of observation; null where the appeal counts for no time at all. */
function followedDays({ received, followedUntil, firstReplyState, closingState }: PublicAppeal): number | null {
  if (followedUntil === undefined || (timed(firstReplyState) ?? timed(closingState)) === null) return null;
  return daysFollowed(parseMoment(received), parseMoment(followedUntil));
}
