import type { Appeal, Outcome } from "./appeal.ts";
import { dayOf } from "./calendar.ts";
import { registrationOf } from "./registration.ts";

/** What a register knows of an appeal on the evening of a day. */
export interface State {
  received: number;
  /** By the answering agency. */
  registered?: number | undefined;
  firstReply?: number | undefined;
  closed?: number | undefined;
  reopened?: number | undefined;
  outcome: Outcome | "open";
  rating?: number | undefined;
  retracted: boolean;
  reply: string;
}

/** The state at the end of `day`; undefined where the appeal has not arrived yet. */
export function stateOn(appeal: Appeal, day: number): State | undefined {
  const { timeline } = appeal;
  const happened = (minute: number | undefined): minute is number => minute !== undefined && dayOf(minute) <= day;
  if (!happened(appeal.received)) return undefined;

  const registered = registrationOf(appeal);
  const redated = timeline.redated !== undefined && happened(timeline.redated.at);
  const state: State = {
    received: redated && timeline.redated !== undefined ? timeline.redated.received : appeal.received,
    registered: happened(registered) ? registered : undefined,
    outcome: "open",
    retracted: happened(timeline.retracted),
    reply: "",
  };
  if (happened(timeline.firstReply)) {
    state.firstReply = timeline.firstReply;
    state.reply = appeal.firstText;
  }
  if (happened(timeline.closed)) {
    state.closed = timeline.closed;
    state.outcome = timeline.outcome;
    state.reply = appeal.finalText;
  }
  if (happened(timeline.reopened)) {
    state.reopened = timeline.reopened;
    state.closed = undefined;
    state.outcome = "open";
    if (happened(timeline.closedAgain)) {
      state.closed = timeline.closedAgain;
      state.outcome = timeline.outcome;
      state.reply = appeal.laterText;
    }
  }
  if (timeline.amended !== undefined && happened(timeline.amended.at)) {
    state.outcome = timeline.amended.outcome;
    state.reply = appeal.laterText;
  }
  if (timeline.rating !== undefined && happened(timeline.rating.at) && state.closed !== undefined)
    state.rating = timeline.rating.stars;
  return state;
}
