import { deadlineStateOf } from "../../appeals/deadlineState.ts";
import { appealColumns, type AppealColumnName } from "../../codebook/appealColumns.ts";
import type { PublicAppeal } from "../../model/appeal.ts";
import { replyFollowedDays } from "../../model/events/eventStates.ts";
import type { AnyFacts } from "../../model/facts.ts";
import { dueMoment } from "../../model/dueMoment.ts";
import { daysFollowed } from "../../model/followed.ts";
import { writeMarks } from "../../model/officeMarks.ts";
import { parseMoment } from "../../model/moment.ts";
import { zoneOffsets } from "../../model/zoneOffset.ts";
import { nameOf } from "./subjectTable.ts";
import { type Cell, timed } from "../../words/figureCells.ts";
import { createLinks } from "../../words/links.ts";

/** Columns of appeals.csv, in order: a contract. */
export const appealHeader: AppealColumnName[] = appealColumns.map(({ name }) => name);

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
  const offsetAt = zoneOffsets(facts.portal.timeZone);
  // Of a sensitive appeal neither the day of receipt is told nor, then, the day on which its deadline ends.
  const due = ({ received, datesToWeek }: PublicAppeal, norm: number | null) =>
    norm === null || datesToWeek ? null : dueMoment(received, norm, offsetAt);
  const links = createLinks(facts.portal.address);
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
    links.appealCited(appeal.id),
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
    deadlineStateOf(appeal, "first-reply", facts.edition.date),
    deadlineStateOf(appeal, "closing", facts.edition.date),
    appeal.inSubstanceState ?? null,
    appeal.inSubstanceDays ?? null,
    appeal.replyMarks?.join("; ") ?? null,
    appeal.replyGroup ?? null,
    appeal.marks === undefined ? null : writeMarks(appeal.marks),
    due(appeal, appeal.firstReplyNorm),
    due(appeal, appeal.closingNorm),
  ];
}

/** Days from the receipt as published to the end of observation; null where the appeal counts for no time at all. */
function followedDays({ received, followedUntil, firstReplyState, closingState }: PublicAppeal): number | null {
  if (followedUntil === undefined || (timed(firstReplyState) ?? timed(closingState)) === null) return null;
  return daysFollowed(parseMoment(received), parseMoment(followedUntil));
}
