import { type Month, type UsualRange } from "../model/facts.ts";
import { type Voice } from "../words/language.ts";

/** More of them than this are no list to read: then only the newest are named. */
const named = 4;

/**
 * Adds to the subtitle of a chart of months which of them lie outside the range in which they move by themselves:
 * «… Необычно мало: март 2026». Where the level itself has moved, that is told instead: one range for all says little then.
 *
 * @param range the range of a month, of the figure that the chart shows
 */
export function withUnusual(
  subtitle: string,
  months: readonly Month[],
  range: (month: Month) => UsualRange | null | undefined,
  voice: Voice,
): string {
  if (months.some((month) => range(month)?.shifted)) return `${subtitle}. ${voice.t("chart.unusual.shifted")}`;
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
