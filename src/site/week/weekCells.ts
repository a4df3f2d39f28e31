import { type WeekSubject } from "../../model/weeks.ts";
import { type Telling } from "../../words/telling.ts";
import { weekWords } from "../../words/weekWords.ts";
import { isEnough, rateValues } from "./weekSentences.ts";

/** A count of a week in a table: hidden and missing ones in words. */
export function toldCount(count: number | null | undefined, { voice }: Telling): string {
  const { w } = weekWords(voice);
  return count === undefined ? w("rising.unknown") : count === null ? w("rising.hidden") : voice.integer(count);
}

/** «0,22 (0,18–0,28)» per 1,000 residents. */
export function rateText(place: WeekSubject, telling: Telling): string {
  const { w } = weekWords(telling.voice);
  const { perThousand } = place;
  if (!isEnough(place, telling)) return w("week.column.rate.few", { compared: telling.facts.portal.minimum.compared });
  return perThousand ? w("week.column.rate.range", rateValues(perThousand, telling)) : w("rising.unknown");
}
