import type { Channel, Outcome, Slot, Timeline } from "./appeal.ts";
import { civilDate, dayNumber, dayOf, minutesInDay, weekday, workingDayAfter, workingDayBefore } from "./calendar.ts";
import { type Manner, mannerOf, overload } from "./manner.ts";
import type { Random } from "./random.ts";
import type { PlacedTopic } from "./topics.ts";

/** Nobody answers at night: a reply due between 22:00 and 8:00 goes out in the morning. */
function awake(minute: number, random: Random): number {
  const hour = Math.floor((minute % minutesInDay) / 60);
  if (hour >= 8 && hour < 22) return minute;
  const morning = (dayOf(minute) + (hour >= 22 ? 1 : 0)) * minutesInDay + 8 * 60;
  return morning + random.whole(0, 75);
}

/** Works are closed in office hours and a little after. */
function inOffice(minute: number, random: Random): number {
  const hour = Math.floor((minute % minutesInDay) / 60);
  if (hour >= 8 && hour < 19) return minute;
  const morning = (dayOf(minute) + (hour >= 19 ? 1 : 0)) * minutesInDay + 9 * 60;
  return morning + random.whole(0, 150);
}

function outcomeOf(topic: PlacedTopic, manner: Manner, tellable: ReadonlySet<Outcome>, random: Random): Outcome {
  const ends = topic.ends;
  const likely = (outcome: Outcome): number => (tellable.has(outcome) ? 1 : 0.2);
  if (random.chance(0.012)) return random.chance(0.5) ? "withdrawn" : "unanswered";
  const names: Outcome[] = ["acted", "planned", "explained", "refused", "redirected"];
  return (
    names[
      random.weighted([
        ends.acted * likely("acted"),
        ends.planned * likely("planned"),
        ends.explained * manner.explains * likely("explained"),
        ends.refused * likely("refused"),
        ends.redirected,
      ])
    ] ?? "explained"
  );
}

function stars(outcome: Outcome, kindness: number, reopened: boolean, random: Random): number {
  const weights: Record<Outcome, number[]> = {
    acted: [7, 5, 9, 24, 55],
    planned: [24, 18, 24, 20, 14],
    explained: [32, 18, 18, 16, 16],
    refused: [68, 18, 8, 4, 2],
    redirected: [40, 22, 20, 10, 8],
    unanswered: [80, 12, 5, 2, 1],
    withdrawn: [10, 10, 30, 25, 25],
  };
  const tilted = weights[outcome].map((weight, index) => weight * Math.exp(kindness * 0.45 * (index - 2)));
  const value = random.weighted(tilted) + 1;
  return reopened ? Math.min(value, random.whole(1, 3)) : value;
}

/** The first reply and the closing of each channel, before silence and reopening are thought of. */
function answerTimes(
  slot: Slot,
  manner: Manner,
  factor: number,
  topic: PlacedTopic,
  random: Random,
): { first: number; closed: number } {
  const { received } = slot;
  if (slot.channel === "letter") {
    const closed = letterAnswer(received, manner, factor, random);
    return { first: closed, closed };
  }
  const quick = manner.closingDays < 0.3;
  if (slot.channel === "social") {
    const handling = slot.handedFrom === slot.agency ? 1 : 1.5;
    const first = awake(
      Math.round(received + random.lognormal(manner.firstReplyHours * 60 * Math.min(factor, 6), 0.85)),
      random,
    );
    const long = !quick && random.chance(0.15) ? 9 : 1;
    const span = random.lognormal(
      manner.closingDays * minutesInDay * (quick ? 1 : topic.pace) * factor * handling * long,
      quick ? 0.7 : 0.95,
    );
    const closed = (quick ? awake : inOffice)(Math.round(received + span), random);
    return { first: Math.min(first, closed), closed };
  }
  const base = quick ? 0.35 : 3.4 * Math.sqrt(manner.firstReplyHours / 7);
  const first = inOffice(
    Math.round(received + random.lognormal(base * minutesInDay * Math.min(factor, 4), 0.5)),
    random,
  );
  const settled = random.chance(0.5)
    ? first
    : inOffice(
        Math.round(first + random.lognormal((quick ? 0.3 : 4.5) * minutesInDay * topic.pace * factor, 0.8)),
        random,
      );
  return { first, closed: settled };
}

/** Letters are answered within 30 days of registration (59-ФЗ, article 12); a few are late, some agencies wait for the last day. */
function letterAnswer(received: number, manner: Manner, factor: number, random: Random): number {
  const start = dayOf(received);
  let day: number;
  if (manner.closingDays < 0.3) day = workingDayAfter(start + random.whole(1, 3));
  else if (manner.deadlineDay && random.chance(0.72)) day = workingDayBefore(start + 30);
  else {
    const span = Math.max(2, (19 + 4 * manner.closingDays + 6.5 * random.normal()) * Math.min(factor, 5));
    const within = span > 30 && factor === 1 && random.chance(0.75) ? 22 + 8 * random.next() : span;
    day = workingDayBefore(start + Math.round(within));
  }
  return Math.max(day, start + 1) * minutesInDay;
}

/**
 * Draws the life of an appeal from the manner of its agency and the nature of its topic.
 * `tellable` are the endings that fit what the author wrote.
 */
export function timelineOf(
  slot: Slot,
  topic: PlacedTopic,
  tellable: ReadonlySet<Outcome>,
  thanks: boolean,
  random: Random,
): Timeline {
  const manner = mannerOf(slot.agency);
  const { year, month } = civilDate(dayOf(slot.received));
  const load = overload(slot.agency, year, month);
  const outcome = thanks ? "explained" : outcomeOf(topic, manner, tellable, random);
  const times = answerTimes(slot, manner, load.factor, topic, random);

  if (random.chance(load.silence)) {
    // Of those never answered, some get a note that the message was taken over, and nothing after it.
    const noted = slot.channel !== "letter" && manner.silence < 0.5 && random.chance(0.35);
    return { outcome, ...(noted ? { firstReply: times.first } : {}), ...retraction(slot, random) };
  }
  const timeline: Timeline = { outcome, firstReply: times.first, closed: times.closed, ...retraction(slot, random) };
  if (outcome === "unanswered" || outcome === "withdrawn") delete timeline.firstReply;

  const disappointing = outcome === "acted" || outcome === "explained";
  if (slot.channel !== "letter" && disappointing && !thanks && random.chance(0.055)) {
    timeline.reopened = awake(times.closed + random.whole(300, 30 * minutesInDay), random);
    if (random.chance(0.8))
      timeline.closedAgain = inOffice(
        Math.round(timeline.reopened + random.lognormal(5 * minutesInDay * load.factor, 0.9)),
        random,
      );
  }
  if (random.chance(manner.rated * (slot.channel === "letter" ? 0.15 : 0.98))) {
    const end = timeline.closedAgain ?? times.closed;
    timeline.rating = {
      at: end + random.whole(60, 6 * minutesInDay),
      stars: stars(outcome, manner.kindness, timeline.reopened !== undefined, random),
    };
  }
  if (outcome === "planned" && timeline.reopened === undefined && random.chance(0.09)) {
    timeline.amended = { at: times.closed + random.whole(15, 60) * minutesInDay, outcome: "acted" };
  }
  return timeline;
}

const autumn = dayNumber(2026, 9, 1) * minutesInDay;

/** A few records are taken back or re-dated in the autumn of 2026, so that editions differ. */
function retraction(slot: Slot, random: Random): Partial<Timeline> {
  const at = autumn + random.whole(2, 57) * minutesInDay;
  const young = slot.received > autumn - 90 * minutesInDay && slot.received < at;
  if (!young) return {};
  if (slot.channel === "social" && random.chance(0.012)) return { retracted: at };
  if (random.chance(0.008)) return { redated: { at, received: earlier(slot.channel, slot.received) } };
  return {};
}

/** The true date of receipt lies one day before the one first entered; letters are registered on working days. */
function earlier(channel: Channel, received: number): number {
  const day = dayOf(received) - (channel === "letter" && weekday(dayOf(received)) === 0 ? 3 : 1);
  return day * minutesInDay + (received % minutesInDay);
}
