import type { Month, UsualRange } from "../model/facts.ts";
import type { Voice } from "../words/language.ts";
import { levelMoved, type MovedLevel } from "../words/levelMoved.ts";

/** More of them than this are no list to read: then only the newest are named. */
const named = 4;

/**
 * Adds to the subtitle of a chart of months which of them lie outside the range in which they move by themselves:
 * «… Необычно мало: март 2026». Where the level itself has moved, that is told instead: one range for all says little then. What
 * may be the season is never called a shift.
 *
 * @param range the range of a month, of the figure that the chart shows
 * @param level the figure itself, what it is told as, and how a level of it is written
 */
export function withUnusual(
  subtitle: string,
  months: readonly Month[],
  range: (month: Month) => UsualRange | null | undefined,
  voice: Voice,
  level: {
    figure: "received" | "in-norm";
    value: (month: Month) => number;
    written: (range: MovedLevel<Month>["before"]) => string;
  },
): string {
  if (months.some((month) => range(month)?.shifted))
    return `${subtitle}. ${shiftedText("shifted", months, level, voice)}`;
  if (months.some((month) => range(month)?.seasonal))
    return `${subtitle}. ${shiftedText("seasonal", months, level, voice)}`;
  const told = (["below", "above"] as const).flatMap((side) => {
    const outside = months.filter((month) => range(month)?.outside === side);
    if (outside.length === 0) return [];
    const list = outside
      .slice(-named)
      .map(({ month }) => voice.month(month))
      .join(", ");
    return [voice.t(`chart.unusual.${side}${outside.length > named ? ".newest" : ""}`, { months: list })];
  });
  return [subtitle, ...told].join(". ");
}

/** From which level to which, of what, and from when to when, where two levels can be told apart. */
function shiftedText(
  way: "shifted" | "seasonal",
  months: readonly Month[],
  { figure, value, written }: Parameters<typeof withUnusual>[4],
  voice: Voice,
): string {
  const moved = levelMoved(
    months.filter(({ complete }) => complete),
    value,
  );
  if (moved === null) return voice.t(`chart.unusual.${way}`);
  // A share does not come with the season.
  return voice.t(way === "seasonal" ? "chart.unusual.seasonal.received" : `chart.unusual.shifted.${figure}`, {
    first: voice.fromMonth(moved.first.month),
    until: voice.toMonth(moved.until.month),
    before: written(moved.before),
    since: voice.fromMonth(moved.from.month),
    after: written(moved.after),
  });
}
