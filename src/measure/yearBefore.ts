import type { FigureChange } from "../model/figures.ts";
import type { YearBefore } from "../model/facts.ts";
import { type Absent, exactCount, missing, rounded, tooFew } from "./figure.ts";
import { absencesOf, shareOf, type Tally } from "./measures.ts";
import { newcombe } from "./statistics/newcombe.ts";
import { place, type Tallied } from "./tally.ts";

/**
 * The same months a year before, at equal maturity: both years are judged by appeals that were old enough on the same
 * date of their year, so that a year which has had longer to be answered has no advantage, and the season is the same.
 */
export function yearBefore(now: Tally, before: Tally, minimumShown: number): YearBefore {
  const received = before[place.received]!;
  const [absent, absentNow] = [absencesOf(before), absencesOf(now)];
  const shares = (
    judged: Tallied,
    inNorm: Tallied,
    beforeJudged: Tallied,
    beforeInNorm: Tallied,
    reason: "firstReplyNorm" | "closingNorm",
  ) => ({
    share: shareOf(before[place[beforeInNorm]]!, before[place[beforeJudged]]!, minimumShown, absent[reason]),
    change:
      undatedIn([absent[reason], absentNow[reason]]) ??
      changeOf(
        [now[place[inNorm]]!, now[place[judged]]!],
        [before[place[beforeInNorm]]!, before[place[beforeJudged]]!],
        minimumShown,
      ),
  });
  const answered = shares("firstJudged", "firstInNorm", "beforeFirstJudged", "beforeFirstInNorm", "firstReplyNorm");
  const closed = shares("closeJudged", "closeInNorm", "beforeCloseJudged", "beforeCloseInNorm", "closingNorm");
  return {
    received: exactCount(received),
    answeredInNorm: answered.share,
    answeredInNormChange: answered.change,
    closedInNorm: closed.share,
    closedInNormChange: closed.change,
  };
}

/** Two shares of which one is missing because most dates are unknown have no difference. */
function undatedIn(absences: readonly (Absent | null)[]): Absent | null {
  return absences.find((absent) => absent?.state === "missing" && absent.reason === "mostly-undated") ?? null;
}

/** First share less second, with Newcombe's interval. */
function changeOf(
  [part1, whole1]: [number, number],
  [part2, whole2]: [number, number],
  minimumShown: number,
): FigureChange {
  if (whole1 === 0 || whole2 === 0) return missing("none-eligible");
  if (Math.min(whole1, whole2) < minimumShown) return tooFew;
  const { difference, lower, upper } = newcombe(part1, whole1, part2, whole2);
  return { state: "exact", value: rounded(difference, 1e6), low: rounded(lower, 1e6), high: rounded(upper, 1e6) };
}
