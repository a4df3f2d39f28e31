import { wholeDaysFrom } from "../model/toldDays.ts";
// "import type": the browser uses these durations too.
import type { Times } from "../model/facts.ts";
import type { Formats } from "./formats.ts";
import type { Values } from "./texts.ts";
import type { Noun, Translate } from "./translate.ts";

export type Precision = Times["precision"];

export interface Durations {
  /** 1.17 days → «1 день 4 часа»; 23.4 → «23 дня»; only whole and half days where the hours are not known. */
  duration: (days: number, precision: Precision) => string;
  /** The same after «за»: «за 21 минуту», «за неполную неделю». */
  within: (days: number, precision: Precision) => string;
  /** The same for a narrow column: «1 д 4 ч». */
  short: (days: number, precision: Precision) => string;
  /**
   * Of a share that was not reached, after words as «Половина закрыта за»: «ещё нет и за 60 дней»; rounded down, so that it is true.
   * "More than 60 days" under «Половина получила ответ за» would be read as a time that the half waits.
   */
  beyond: (days: number) => string;
  /** The same for a narrow column: «> 60 д». */
  shortBeyond: (days: number) => string;
  /** What has passed, after «за»: «60 дней», «3 часа»; rounded down. Of an export of one day: «неполный день». */
  passed: (days: number) => string;
}

interface Parts {
  days: number;
  hours: number;
  minutes: number;
}

/** Splits a wait into what a reader is told: days and hours, hours alone, or minutes. */
function partsOf(days: number): Parts {
  if (days >= wholeDaysFrom) return { days: Math.round(days), hours: 0, minutes: 0 };
  const minutes = Math.round(days * 1440);
  if (minutes < 60) return { days: 0, hours: 0, minutes };
  const hours = Math.round(days * 24);
  return { days: Math.floor(hours / 24), hours: hours % 24, minutes: 0 };
}

/** The largest unit that has passed whole, and how many of them. A wait in whole days is never less than one, but for none at all. */
function wholePart(days: number): { unit: "day" | "hour" | "minute"; count: number } {
  const minutes = Math.floor(days * 1440 + 1e-6);
  if (minutes === 0 || minutes >= 1440) return { unit: "day", count: Math.floor(minutes / 1440) };
  return minutes < 60 ? { unit: "minute", count: minutes } : { unit: "hour", count: Math.floor(minutes / 60) };
}

/** "same-day" and "same-week" of a wait that is over within the smallest unit that is known; null of any other. */
export function sameOne(days: number, precision: Precision): "same-day" | "same-week" | null {
  return precision === "minute" || Math.round(days * 2) !== 0 ? null : precision === "week" ? "same-week" : "same-day";
}

/**
 * A wait known to the minute, for a narrow column: «1 д 4 ч». The short forms need no cases.
 *
 * @param text how a text of the portal is filled: the browser has a few of them alone
 */
export function shortExact(
  days: number,
  text: (key: `duration.short.${keyof Parts}`, values: Values) => string,
): string {
  const parts = partsOf(days);
  if (parts.days === 0 && parts.hours === 0)
    return text("duration.short.minutes", { minutes: Math.max(parts.minutes, 1) });
  const shortDays = parts.days > 0 && text("duration.short.days", { days: parts.days });
  const shortHours = parts.hours > 0 && text("duration.short.hours", { hours: parts.hours });
  return [shortDays, shortHours].filter(Boolean).join("\u00a0");
}

const accusative = { day: "day.accusative", hour: "hour", minute: "minute.accusative" } as const;

export function createDurations({ t, counted }: Translate, formats: Formats): Durations {
  /** Half days appear where a median falls between two whole ones. */
  function wholeDays(days: number): string {
    const halves = Math.round(days * 2) / 2;
    if (halves === 0.5) return counted(12, "hour");
    return Number.isInteger(halves)
      ? counted(halves, "day")
      : t("duration.half-days", { days: formats.decimal(halves) });
  }

  function told(days: number, precision: Precision, minute: Noun): string {
    const same = sameOne(days, precision);
    if (same !== null) return t(`duration.${same}`);
    if (precision !== "minute") return wholeDays(days);
    const parts = partsOf(days);
    if (parts.days === 0 && parts.hours === 0) return counted(Math.max(parts.minutes, 1), minute);
    return [parts.days > 0 && counted(parts.days, "day"), parts.hours > 0 && counted(parts.hours, "hour")]
      .filter(Boolean)
      .join(" ");
  }

  function short(days: number, precision: Precision): string {
    const same = sameOne(days, precision);
    if (same !== null) return t(`duration.short.${same}`);
    if (precision !== "minute" && Math.round(days * 2) === 1) return t("duration.short.hours", { hours: 12 });
    if (precision !== "minute")
      return t("duration.short.days", {
        days: formats.decimal(Math.round(days * 2) / 2, Number.isInteger(Math.round(days * 2) / 2) ? 0 : 1),
      });
    return shortExact(days, t);
  }

  return {
    duration: (days, precision) => told(days, precision, "minute"),
    within: (days, precision) => {
      const same = sameOne(days, precision);
      return same === null ? told(days, precision, "minute.accusative") : t(`duration.within.${same}`);
    },
    short,
    beyond: (days) => {
      const { unit, count } = wholePart(days);
      return count === 0
        ? t("duration.beyond.unseen")
        : t("duration.beyond", { days: counted(count, accusative[unit]) });
    },
    shortBeyond: (days) => {
      const { unit, count } = wholePart(days);
      return t("duration.short.beyond", { days: t(`duration.short.${unit}s`, { [`${unit}s`]: count }) });
    },
    passed: (days) => {
      const { unit, count } = wholePart(days);
      return count === 0 ? t("duration.passed.unseen") : counted(count, accusative[unit]);
    },
  };
}
