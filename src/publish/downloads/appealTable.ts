import { type PublicAppeal } from "../../model/appeal.ts";
import { type Facts } from "../../model/facts.ts";
import { daysFollowed, endOfDay } from "../../model/followed.ts";
import { dayOfIsoDate, parseMoment } from "../../model/moment.ts";
import { zoneOffsets } from "../../model/zoneOffset.ts";
import { nameOf } from "./subjectTable.ts";
import { type Cell } from "./figureCells.ts";

/** Columns of appeals.csv, in order: a contract. */
export const appealHeader = [
  "id", "channel", "agency", "agency_name", "handed_from", "topic", "topic_name", "place", "place_name", "received", "first_reply",
  "closed", "reopened", "dates_to_week", "outcome", "rating", "first_reply_days", "closing_days", "text", "reply", "withheld", "address",
  "first_reply_state", "closing_state", "followed_days", "first_reply_norm_days", "closing_norm_days",
  "registered", "agency_first_reply_days", "agency_closing_days", "confirmed",
];

/** Makes the rows of appeals.csv. */
export function appealRows(facts: Facts): (appeal: PublicAppeal) => Cell[] {
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
  const followedDays = daysFollowedIn(facts.portal.timeZone);
  const address = facts.portal.address.replace(/\/$/, "");
  return (appeal) => [
    appeal.id, appeal.channel, appeal.agency, agencyName(appeal.agency), appeal.handedFrom, appeal.topic, topicName(appeal.topic),
    appeal.place, placeName(appeal.place), appeal.received, appeal.firstReply, appeal.closed, appeal.reopened, appeal.datesToWeek ? "yes" : "no", appeal.outcome, appeal.rating,
    firstReplyDays(appeal), appeal.closingDays, appeal.text, appeal.reply, appeal.withheld, `${address}/appeals/${appeal.id}/`,
    appeal.firstReplyState ?? null, appeal.closingState ?? null, followedDays(appeal), appeal.firstReplyNorm, appeal.closingNorm,
    appeal.registered ?? null, appeal.agencyFirstReplyDays ?? null, appeal.agencyClosingDays ?? null, appeal.confirmed ?? null,
  ];
}

/** A closing is a first reply where the reply itself has no usable date. */
function firstReplyDays({ firstReplyState, firstReplyDays, closingDays }: PublicAppeal): number | null {
  return firstReplyDays ?? (firstReplyState === "done" ? closingDays : null);
}

/** Days from the receipt as published to the end of observation; null where the appeal counts for no time at all. */
function daysFollowedIn(timeZone: string): (appeal: PublicAppeal) => number | null {
  const offsetAt = zoneOffsets(timeZone);
  return ({ received, followedTo, firstReplyState, closingState }) => {
    if (followedTo === undefined || (firstReplyState ?? closingState) === undefined) return null;
    return daysFollowed(parseMoment(received), endOfDay(dayOfIsoDate(followedTo), offsetAt));
  };
}
