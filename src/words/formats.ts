// "import type": the browser uses these formats too, and must not load all texts with them.
import type { Language } from "../model/portal.ts";

/** How numbers and dates are written. Durations, which need words, are in durations.ts. */
export interface Formats {
  /** 7543 → «7 543». */
  integer: (value: number) => string;
  /** 4.27 → «4,3». */
  decimal: (value: number, digits?: number) => string;
  /** 7500 → «7,5 тыс.»; in English “7,500”, as it is written there. For whole hundreds. */
  roundThousands: (value: number) => string;
  /**
   * 0.1234 → «12,3 %», 0.45 → «45 %»: every share on the portal is told to the tenth, so that it is the same number
   * wherever it stands; a tenth of zero is not written. A share that is not quite nothing is never written as 0.
   *
   * @param digits 0 for the ticks of an axis, and for by how much a count has changed
   */
  percent: (share: number, digits?: number) => string;
  /** 0.4312 → «43 %»: limits of an interval are for orientation and have no decimal anywhere. */
  limit: (share: number) => string;
  /** 0.43, 0.51 → «43–51 %». */
  percentRange: (low: number, high: number) => string;
  /** «31 октября 2026 года», as it stands in a sentence. */
  date: (iso: string) => string;
  /** «31 октября 2026», as it stands alone: in a list, a cell, a row of facts. */
  plainDate: (iso: string) => string;
  /** «31.10.2026»; in English “31 Oct 2026”, because 01/09 is two days to two readers. */
  shortDate: (iso: string) => string;
  /** «октябрь 2026» */
  month: (iso: string) => string;
  /** «октябре 2026 года», as it stands after «в». */
  inMonth: (iso: string) => string;
  /** «октября 2026 года», as it stands after «с». */
  fromMonth: (iso: string) => string;
  /** «октябрь 2026 года», as it stands after «по». */
  toMonth: (iso: string) => string;
  /** «окт» */
  shortMonth: (iso: string) => string;
}

const locales = { ru: "ru-RU", en: "en-GB" } as const;

const shortDateParts = { ru: { day: "2-digit", month: "2-digit" }, en: { day: "numeric", month: "short" } } as const;

/** @param language language of the portal; the machine's own locale and zone play no part */
export function createFormats(language: Language): Formats {
  const locale = locales[language];
  const integers = new Intl.NumberFormat(locale, { maximumFractionDigits: 0, useGrouping: "always" });
  const decimals = [0, 1, 2].map(
    (digits) => new Intl.NumberFormat(locale, { maximumFractionDigits: digits, minimumFractionDigits: digits }),
  );
  const dates = new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  const shortDates = new Intl.DateTimeFormat(locale, { ...shortDateParts[language], year: "numeric", timeZone: "UTC" });
  const months = new Intl.DateTimeFormat(locale, { month: "long", year: "numeric", timeZone: "UTC" });
  const shortMonths = new Intl.DateTimeFormat(locale, { month: "short", timeZone: "UTC" });

  const decimal = (value: number, digits = 1): string => (decimals[digits] ?? decimals[1])!.format(value);

  /** Without «г.», which sentences do not need. */
  function written(format: Intl.DateTimeFormat, iso: string): string {
    return format
      .formatToParts(new Date(`${iso.length === 7 ? `${iso}-01` : iso.slice(0, 10)}T00:00:00Z`))
      .map((part) => (part.type === "literal" && part.value.includes("г.") ? "" : part.value))
      .join("")
      .trim()
      .replace(/ /gu, "\u00a0");
  }

  /** A year in a Russian sentence is said to be one: «31 октября 2026 года». */
  const inSentence = (written: string): string => (language === "ru" ? `${written}\u00a0года` : written);

  const sign = language === "ru" ? "\u00a0%" : "%";

  function percent(share: number, digits = 1): string {
    const step = 10 ** -digits;
    // 29 of 400 is 7.25 % and becomes 7.3, whatever its nearest binary fraction is.
    const rounded = Math.round((share * 100) / step + 1e-9) / 10 ** digits;
    if (share > 0 && rounded === 0) return `<\u202f${decimal(step, digits)}${sign}`;
    if (share < 1 && rounded === 100) return `>\u202f${decimal(100 - step, digits)}${sign}`;
    return `${decimal(rounded, Number.isInteger(rounded) ? 0 : digits)}${sign}`;
  }

  const wholePercent = (share: number): number => Math.round(share * 100);

  return {
    integer: (value) => integers.format(value),
    decimal,
    roundThousands: (value) =>
      language === "ru" ? `${decimal(value / 1000, value % 1000 === 0 ? 0 : 1)}\u00a0тыс.` : integers.format(value),
    percent,
    // Rounded plainly: «89–> 99 %» would be read as an arrow.
    limit: (share) => `${decimal(wholePercent(share), 0)}${sign}`,
    percentRange: (low, high) =>
      `${decimal(wholePercent(low), 0)}–${decimal(high === 0 ? 0 : Math.max(wholePercent(high), 1), 0)}${sign}`,
    date: (iso) => inSentence(written(dates, iso)),
    plainDate: (iso) => written(dates, iso),
    shortDate: (iso) => written(shortDates, iso),
    month: (iso) => written(months, iso),
    // All twelve months are masculine: январь, май and март alike end in «е» after «в».
    inMonth: (iso) =>
      language === "ru" ? inSentence(written(months, iso).replace(/[ьй]?\u00a0/u, "е\u00a0")) : written(months, iso),
    // январь → января, май → мая, март → марта.
    fromMonth: (iso) =>
      language === "ru"
        ? inSentence(
            written(months, iso)
              .replace(/[ьй]\u00a0/u, "я\u00a0")
              .replace(/т\u00a0/u, "та\u00a0"),
          )
        : written(months, iso),
    toMonth: (iso) => inSentence(written(months, iso)),
    shortMonth: (iso) => written(shortMonths, iso).replace(".", ""),
  };
}
