import type { ReviewCell, ReviewPeriod } from "../../model/reviews.ts";
import type { Telling } from "../telling.ts";
import { channelNames } from "../channelNames.ts";
import { periodNames } from "./periodNames.ts";
import { type ReviewKey, reviewTexts } from "./reviewTexts.ts";

/**
 * The opening sentences of a review: how much came, more or fewer than a year before, and what had become of it.
 *
 * @param deadlines what "in time" means; null where no deadline is set
 */
export function reviewLead(
  telling: Telling,
  { from, to, spans, summary }: ReviewPeriod,
  deadlines: string | null,
): string[] {
  const { voice, facts } = telling;
  const say = reviewTexts(voice);
  const { within } = periodNames(voice);
  const { received, closed, open, closedInTime, closedLate, openLate } = summary;
  const [came, change, was, isOpen] = [received.period, received.change, closed.period, open.period].map(numberIn);
  const when = within({ from, to });
  const opening = say(came === 0 ? "review.lead.received.none" : "review.lead.received", {
    When: when.slice(0, 1).toLocaleUpperCase(voice.language) + when.slice(1),
    of: facts.portal.region.of,
    appeals: voice.counted(came ?? 0, "appeal"),
  });
  const dataFrom = facts.edition.from;
  const sentences = [
    change === null || change === undefined
      ? dataFrom > (spans.yearBefore?.from ?? "")
        ? say("review.lead.uncompared.starts", { received: opening, date: voice.date(dataFrom) })
        : say("review.lead.uncompared", { received: opening })
      : change === 0
        ? say("review.lead.same", { received: opening, before: within(spans.yearBefore!) })
        : say(change > 0 ? "review.lead.more" : "review.lead.fewer", {
            received: opening,
            n: Math.abs(change),
            before: within(spans.yearBefore!),
          }),
  ];
  if (came === 0) return [say("review.lead.alone", { received: opening })];
  const channels = channelNames(telling);
  if (channels.length > 0) sentences.push(say("review.lead.channels", { channels: channels.join(", ") }));
  sentences.push(say("review.cohort"));
  const date = voice.date(spans.period!.asOf);
  if ("reason" in closed.period)
    sentences.push(say(closed.period.reason === "too-few" ? "review.lead.hidden" : "review.lead.unknown"));
  else if (isOpen === null)
    sentences.push(say(was === 0 ? "review.lead.closed.none" : "review.lead.closed", { date, closed: was! }));
  else sentences.push(say(stateKey(was!, isOpen!), { date, closed: was!, open: isOpen! }));
  const unowed = numberIn(summary.unowed.period);
  if (unowed !== null && unowed > 0 && isOpen !== null) sentences.push(say("review.lead.unowed", { n: unowed }));
  const [inTime, late] = [numberIn(closedInTime.period), numberIn(closedLate.period)];
  if (inTime !== null && late !== null) {
    const rest = (was ?? 0) - inTime - late;
    if ((was ?? 0) > 0) sentences.push(say(timeKey(inTime, late, rest), { inTime, late }));
    if (rest > 0 && inTime + late > 0) sentences.push(say("review.lead.time.rest", { n: rest }));
    if (deadlines !== null) sentences.push(deadlines);
    // Else the late ones would be read as all that missed their deadline.
    const openPast = numberIn(openLate.period);
    if ((isOpen ?? 0) > 0)
      sentences.push(
        openPast === null
          ? say("review.lead.time.open")
          : openPast === 0
            ? say("review.lead.time.open-late.none")
            : say(openPast < isOpen! ? "review.lead.time.open-late" : "review.lead.time.open-late.all", {
                late: openPast,
                rest: isOpen! - openPast,
              }),
      );
  }
  return sentences;
}

/** No sentence tells a 0 where "none" is meant. */
function stateKey(closed: number, open: number): ReviewKey {
  if (closed > 0) return open > 0 ? "review.lead.state" : "review.lead.state.none-open";
  return open > 0 ? "review.lead.state.none-closed" : "review.lead.state.neither";
}
function timeKey(inTime: number, late: number, rest: number): ReviewKey {
  if (inTime > 0 && late > 0) return "review.lead.time";
  if (late > 0) return "review.lead.time.none-in-time";
  if (inTime === 0) return "review.lead.time.unknown";
  return rest > 0 ? "review.lead.time.none-late" : "review.lead.time.all";
}
const numberIn = (cell: ReviewCell): number | null => ("value" in cell ? cell.value : null);
