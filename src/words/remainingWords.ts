import type { AppealEvent } from "../model/events/event.ts";
import type { RemainingWait } from "../model/remainingWait.ts";
import { sameOne, type Precision } from "./durations.ts";
import type { Voice } from "./language.ts";

/** What somebody has waited for, how long, and what the figures say of others who waited as long. */
export interface ToldRemaining extends Waited {
  event: AppealEvent;
  remaining: RemainingWait;
}

interface Waited {
  /** Whole days waited so far; 0: just written. */
  waited: number;
  precision: Precision;
}

/** A wait below which its hours matter. */
const hoursBelow = 2;

/** Days from now on, as a sentence tells them after «за» or «через». A grid of days knows no hours beyond two; a quantile of its own is exact. */
export function remainingTime(days: number, { waited, precision }: Waited, voice: Voice): string {
  const same = sameOne(days, precision);
  if (same !== null) return voice.counted(same === "same-day" ? 1 : 7, "day.accusative");
  return waited === 0 || (precision === "minute" && days < hoursBelow)
    ? voice.within(days, precision)
    : voice.counted(Math.ceil(days), "day.accusative");
}

/**
 * How much longer others waited, as the end of a sentence: «половина дожидается первого ответа за 11 часов, трое из четверых
 * — за 18 часов; не дождались его и за 300 дней 17 из 100». A share that was never reached is told by those who did not get
 * there, never as a time that "most" still have to wait.
 *
 * @returns null where nothing is known
 */
export function remainingWords({ event, waited, remaining, precision }: ToldRemaining, voice: Voice): string | null {
  const { t, counted } = voice;
  const { half, threeQuarters, nineOfTen, known, left } = remaining;
  const time = (days: number): string => remainingTime(days, { waited, precision }, voice);
  const state = waited === 0 ? "fresh" : "more";
  if (half !== null && nineOfTen !== null)
    return t(`remaining.${event}.${state}.all`, { half: time(half), nine: time(nineOfTen) });
  if (known < 1) return null;
  const late = counted(Math.floor(known), "day.accusative");
  const share = Math.round(left * 100);
  const without =
    share >= 100
      ? t(`remaining.without.nobody.${state}`, { known: late })
      : t(`remaining.without.${state}`, { known: late, left: String(share) });
  if (half === null) return t(`remaining.${event}.beyond`, { without });
  return threeQuarters === null
    ? t(`remaining.${event}.${state}.half`, { half: time(half), without })
    : t(`remaining.${event}.${state}.most`, { half: time(half), most: time(threeQuarters), without });
}
