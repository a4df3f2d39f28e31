import type { PublicAppeal } from "../../model/appeal.ts";
import { channels } from "../../model/channel.ts";
import { type AppealColumns, none, noRule } from "../../model/columns.ts";
import { isClosed } from "../../model/events/closing.ts";
import { eventStates, type EventStates, stateCode } from "../../model/events/eventStates.ts";
import { isAnswered } from "../../model/events/firstReply.ts";
import { inSubstanceCode, inSubstanceOf, type ReplySays } from "../../model/events/inSubstance.ts";
import { sharedNorm } from "../../model/events/keptNorm.ts";
import { recordedOf } from "../../model/events/unreadEvents.ts";
import { daysFollowed, type Followed } from "../../model/followed.ts";
import { daysBetween, parseMoment, type Moment } from "../../model/moment.ts";
import { type OfficeMark, officeMarks } from "../../model/officeMarks.ts";
import { outcomes } from "../../model/outcome.ts";
import { isPlausibleReceipt } from "../../model/plausibleReceipt.ts";
import { agencyClockColumns } from "./agencyClockColumns.ts";

/** Which events a source records, and until when its appeals were under observation. */
export interface Observation {
  firstReply: boolean;
  closing: boolean;
  /** Until when an appeal was seen that an edition was the last to hold. */
  until: (edition: string) => ObservationEnd;
  /** Whether later exports may follow it further. */
  isFollowedOn: (edition: string) => boolean;
}

/** The end of observation, as it is published, and the day of the export that proves it. */
export interface ObservationEnd {
  readonly at: Moment;
  readonly text: string;
  readonly exported: number;
}

/** Whether the date of receipt of an appeal is possible, in what an edition was the last to hold of it. */
function isDatedBy({ until }: Observation, received: Moment, edition: string): boolean {
  return isPlausibleReceipt(received.day, until(edition).exported);
}

/** What an appeal tells of its events, as far as its source was observed. */
export function observedStates(appeal: PublicAppeal, observation: Observation, edition: string): EventStates {
  return eventStates(appeal, observation, isDatedBy(observation, parseMoment(appeal.received), edition));
}

/** What the columns decide of an appeal: published with it, so that whatever shows it need only read. */
export type Decided = Followed &
  Pick<PublicAppeal, "firstReplyDays" | "agencyFirstReplyDays" | "inSubstanceState" | "inSubstanceDays">;

const channelIndex = new Map(channels.map((channel, index) => [channel, index]));
const outcomeIndex = new Map(outcomes.map((outcome, index) => [outcome, index]));

/**
 * Turns public appeals into the typed columns that the measures read.
 *
 * @param capacity the number of appeals that will be added
 * @param codes codes of agencies, topics and places, sorted
 * @returns add: takes one appeal, and what its published reply says as a whole, and gives what the figures of times take from it
 */
export function columnsBuilder(
  capacity: number,
  codes: { agencies: string[]; topics: string[]; places: string[] },
  observations: ReadonlyMap<string, Observation>,
): { add: (appeal: PublicAppeal, edition: string, says?: ReplySays) => Decided; columns: AppealColumns } {
  const index = (list: string[]) => new Map(list.map((code, position) => [code, position]));
  const agencies = index(codes.agencies);
  const topics = index(codes.topics);
  const places = index(codes.places);
  const at = (map: Map<string, number>, code: string | null) => (code === null ? none : (map.get(code) ?? none));

  const agencyClock = agencyClockColumns(capacity);
  const columns = {
    length: capacity,
    lists: { ...codes, channels, outcomes },
    agency: new Uint16Array(capacity),
    topic: new Uint16Array(capacity),
    place: new Uint16Array(capacity),
    channel: new Uint8Array(capacity),
    outcome: new Uint8Array(capacity),
    receivedDay: new Int32Array(capacity),
    followedDays: new Float64Array(capacity),
    followedDay: new Int32Array(capacity),
    followedOn: new Uint8Array(capacity),
    firstReplyRecorded: new Uint8Array(capacity),
    closingRecorded: new Uint8Array(capacity),
    answered: new Uint8Array(capacity),
    firstReplyState: new Uint8Array(capacity),
    closed: new Uint8Array(capacity),
    firstReplyDays: new Float64Array(capacity),
    closingDays: new Float64Array(capacity),
    dayPrecision: new Uint8Array(capacity),
    firstReplyNorm: new Float64Array(capacity),
    closingNorm: new Float64Array(capacity),
    closingNormSet: new Float64Array(capacity),
    firstReplyRule: new Uint8Array(capacity),
    closingRule: new Uint8Array(capacity),
    rating: new Uint8Array(capacity),
    reopened: new Uint8Array(capacity),
    confirmed: new Uint8Array(capacity),
    handedOver: new Uint8Array(capacity),
    reopenedDays: new Float64Array(capacity),
    agencyClock: agencyClock.columns,
    hasReplyText: new Uint8Array(capacity),
    closedDay: new Int32Array(capacity),
    inSubstanceState: new Uint8Array(capacity),
    inSubstanceDays: new Float64Array(capacity),
    officeMarks: {} as Partial<Record<OfficeMark, Uint8Array>>,
  } satisfies AppealColumns;

  let row = 0;
  const add = (appeal: PublicAppeal, edition: string, says: ReplySays = null): Decided => {
    const observation = observations.get(appeal.source)!;
    const { at: until, text: followedUntil } = observation.until(edition);
    const received = parseMoment(appeal.received);
    const isDated = isDatedBy(observation, received, edition);
    const closed = isClosed(appeal);
    const recorded = recordedOf(appeal, observation);
    columns.agency[row] = at(agencies, appeal.agency);
    columns.topic[row] = at(topics, appeal.topic);
    columns.place[row] = at(places, appeal.place);
    columns.channel[row] = channelIndex.get(appeal.channel)!;
    columns.outcome[row] = outcomeIndex.get(appeal.outcome)!;
    columns.receivedDay[row] = received.day;
    columns.followedDays[row] = isDated ? daysFollowed(received, until) : NaN;
    columns.followedDay[row] = until.day;
    columns.followedOn[row] = observation.isFollowedOn(edition) ? 1 : 0;
    columns.firstReplyRecorded[row] = recorded.firstReply ? 1 : 0;
    columns.closingRecorded[row] = recorded.closing ? 1 : 0;
    columns.answered[row] = isAnswered(appeal) ? 1 : 0;
    columns.closed[row] = closed ? 1 : 0;
    columns.firstReplyDays[row] = isDated ? (appeal.firstReplyDays ?? NaN) : NaN;
    columns.closingDays[row] = isDated ? (appeal.closingDays ?? NaN) : NaN;
    columns.dayPrecision[row] =
      appeal.datesToWeek === true
        ? 2
        : received.instant === null || appeal.closed?.length === 10 || appeal.firstReply?.length === 10
          ? 1
          : 0;
    columns.firstReplyNorm[row] = sharedNorm(appeal.firstReplyNorm, appeal.datesToWeek);
    columns.closingNorm[row] = sharedNorm(appeal.closingNorm, appeal.datesToWeek);
    columns.closingNormSet[row] = appeal.closingNorm ?? NaN;
    columns.firstReplyRule[row] = appeal.firstReplyRule ?? noRule;
    columns.closingRule[row] = appeal.closingRule ?? noRule;
    columns.rating[row] = appeal.rating ?? 0;
    columns.reopened[row] = appeal.reopened === null ? 0 : 1;
    columns.confirmed[row] = isConfirmed(appeal) ? 1 : 0;
    columns.reopenedDays[row] =
      isDated && appeal.reopened !== null ? daysBetween(received, parseMoment(appeal.reopened)) : NaN;
    agencyClock.add(row, appeal, observation, columns.followedDays[row]!, until);
    columns.handedOver[row] = appeal.handedFrom === null ? 0 : 1;
    // A text that is withheld was there; what was in it nobody outside may know.
    columns.hasReplyText[row] = appeal.reply !== null || appeal.withheld !== null ? 1 : 0;
    columns.closedDay[row] = appeal.closed === null ? 0 : parseMoment(appeal.closed).day;
    for (const mark of officeMarks) {
      const marked = appeal.marks?.[mark];
      if (marked !== undefined) (columns.officeMarks[mark] ??= new Uint8Array(capacity))[row] = marked ? 2 : 1;
    }
    const states = eventStates(appeal, observation, isDated);
    columns.firstReplyState[row] = stateCode(states.firstReplyState);
    const inSubstance = inSubstanceOf(appeal, says, observation, isDated);
    columns.inSubstanceState[row] = inSubstanceCode(inSubstance.state);
    columns.inSubstanceDays[row] = inSubstance.days ?? NaN;
    row++;
    const isDone = states.firstReplyState === "done";
    return {
      followedUntil,
      ...states,
      firstReplyDays: isDone ? appeal.firstReplyDays : null,
      agencyFirstReplyDays: isDone ? (appeal.agencyFirstReplyDays ?? null) : null,
      ...(inSubstance.state !== undefined && {
        inSubstanceState: inSubstance.state,
        inSubstanceDays: inSubstance.days,
      }),
    };
  };
  return { add, columns };
}

/** A result that the author confirmed before the appeal had to be taken up again was not the result. */
function isConfirmed({ confirmed, reopened }: PublicAppeal): boolean {
  return (
    confirmed !== undefined &&
    confirmed !== null &&
    (reopened === null || confirmed.slice(0, 10) >= reopened.slice(0, 10))
  );
}
