import type { Weeks, WeekSubject } from "../../model/weeks.ts";
import type { Telling } from "../../words/telling.ts";
import { weekWords } from "../../words/weekWords.ts";
import { rateValues, residentsOf } from "./residentRates.ts";
import { isEnough } from "./weekSentences.ts";

/** A count of a week in a table: hidden and missing ones in words. */
export function toldCount(count: number | null | undefined, { voice }: Telling): string {
  const { w } = weekWords(voice);
  return count === undefined ? w("rising.unknown") : count === null ? w("rising.hidden") : voice.integer(count);
}

/** «2,2 (1,8–2,8)» of as many residents as all rates of the note. */
export function rateText(place: WeekSubject, weeks: Pick<Weeks, "region">, telling: Telling): string {
  const { w } = weekWords(telling.voice);
  const { perThousand } = place;
  if (!isEnough(place, telling)) return w("week.column.rate.few", { compared: telling.facts.portal.minimum.compared });
  return perThousand
    ? w("week.column.rate.range", rateValues(perThousand, residentsOf(weeks), telling))
    : w("rising.unknown");
}
