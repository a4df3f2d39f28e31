import { inNormByHand, type Row } from "./byHand.ts";

/** The numbers of the note of a week, from the published tables alone: nothing of the portal's own code takes part. */

export interface WeekTables {
  weeks: Row[];
  rises: Row[];
  appeals: Row[];
  /** Topics that have others below them. */
  parents: ReadonlySet<string | null>;
}

/** The numbers of a text in order, dates and what belongs to an address left out. «1 079» is one number; a share is what stands before %. */
export function numbersIn(text: string, language: "ru" | "en"): number[] {
  const months =
    language === "ru"
      ? "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря"
      : "January|February|March|April|May|June|July|August|September|October|November|December";
  const plain = text
    .replace(/https?:\S+/gu, "")
    .replace(/[\u00a0\u202f]/gu, " ")
    .replace(new RegExp(`(?:\\d{1,2}(?:[–-]| по | to ))?\\d{1,2} (?:${months})(?: \\d{4})?`, "gu"), "")
    .replace(language === "ru" ? /95[-\u2011]процентный/gu : /95 per cent/gu, "");
  const number =
    language === "ru" ? /\d{1,3}(?: \d{3})+(?:,\d+)?|\d+(?:,\d+)?/gu : /\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?/gu;
  return [...plain.matchAll(number)].map(([written]) =>
    Number(language === "ru" ? written.replaceAll(" ", "").replace(",", ".") : written.replaceAll(",", "")),
  );
}

const rounded = (value: number, digits: number): number =>
  Number((Math.round(value * 10 ** digits + 1e-9) / 10 ** digits).toFixed(digits));

/** In the order of the text. @param compared of fewer no per cent is told */
export function numbersByHand({ weeks, rises, appeals, parents }: WeekTables, compared: number): number[] {
  const mondays = [...new Set(weeks.map(({ week }) => week!))].sort();
  const at = (ago: number): string | undefined => mondays[mondays.length - 1 - ago];
  const of = (dimension: string, code: string, ago: number): Row | undefined =>
    weeks.find((row) => row["dimension"] === dimension && row["code"] === code && row["week"] === at(ago));
  const count = (row: Row | undefined): number | null => (row?.["received"] ? Number(row["received"]) : null);
  const region = of("region", "", 0)!;
  const now = count(region)!;
  const change = (before: number | null): number[] =>
    before === null
      ? []
      : [
          before,
          ...(Math.min(now, before) < compared || Math.abs(now - before) / before < 0.03
            ? []
            : [rounded((Math.abs(now - before) / before) * 100, 0)]),
        ];
  // Of so many residents that the region has at least one appeal, or the text would tell of parts of one.
  const perThousand = Number(region["per_thousand"] ?? 0);
  const base = perThousand === 0 || perThousand >= 1 ? 1000 : perThousand >= 0.1 ? 10_000 : 100_000;
  const rate = (row: Row): number[] =>
    row["per_thousand"] ? [rounded((Number(row["per_thousand"]) * base) / 1000, 1), base] : [];
  const total = [
    now,
    ...rate(region),
    ...change(count(of("region", "", 1))),
    ...change(count(of("region", "", 52))),
    ...(region["expected_low"] ? [Number(region["expected_low"]), Number(region["expected_high"])] : []),
  ];
  const largest = (dimension: string, most: number): string[] =>
    weeks
      .filter(
        (row) => row["dimension"] === dimension && row["week"] === at(0) && row["code"] !== "" && (count(row) ?? 0) > 0,
      )
      .filter((row) => dimension !== "topic" || !parents.has(row["code"]!))
      .sort((a, b) => count(b)! - count(a)! || (a["code"]! < b["code"]! ? -1 : 1))
      .slice(0, most)
      .map((row) => row["code"]!);
  const topics = largest("topic", 5).flatMap((code, rank) => [
    rank + 1,
    ...[0, 1, 52].flatMap((ago) => count(of("topic", code, ago)) ?? []),
  ]);
  const rising = rises
    .slice(0, 3)
    .flatMap((row) => ["received", "expected_low", "expected_high"].map((name) => Number(row[name])));
  const largestPlaces = largest("place", 3);
  const places = largestPlaces.flatMap((code) => [
    count(of("place", code, 0))!,
    ...(count(of("place", code, 0))! >= compared
      ? rate(of("place", code, 0)!)
      : of("place", code, 0)!["per_thousand"]
        ? [compared]
        : []),
  ]);
  return [
    ...total,
    ...topics,
    ...rising,
    ...(rises.length > 3 ? [rises.length - 3] : []),
    ...inTime(appeals),
    ...places,
  ];
}

/** Of the channel of most rows with a norm: the newest four weeks, of which every row with a norm was followed for as long, or its author took it back: the norm where it is one, of how many the share in time is, the share, its part and limits, and how many more came then. */
function inTime(appeals: readonly Row[]): number[] {
  const day = (iso: string): number => Date.parse(`${iso.slice(0, 10)}T00:00:00Z`) / 86_400_000;
  const weekOf = (row: Row): number => Math.floor((day(row["received"]!) + 3) / 7);
  const withNorm = appeals.filter((row) => row["first_reply_state"] !== "" && row["first_reply_norm_days"] !== "");
  const byChannel = [...Map.groupBy(withNorm, (row) => row["channel"]).values()];
  const normed = byChannel.reduce((most, rows) => (rows.length > most.length ? rows : most));
  // Rows that ended earlier have vanished from the exports: no later one will follow them.
  const newest = normed.reduce((last, row) => (row["followed_until"]! > last ? row["followed_until"]! : last), "");
  const young = new Set(
    normed
      .filter(
        (row) =>
          row["followed_until"] === newest && Number(row["followed_days"]) < Number(row["first_reply_norm_days"]),
      )
      .map(weekOf),
  );
  let last = Math.max(...appeals.map(weekOf));
  while ([0, 1, 2, 3].some((ago) => young.has(last - ago))) last--;
  const own = appeals.filter(
    (row) => row["channel"] === normed[0]!["channel"] && weekOf(row) <= last && weekOf(row) > last - 4,
  );
  const { part, whole } = inNormByHand(own, "first_reply");
  const norms = new Set(normed.map((row) => Number(row["first_reply_norm_days"])));
  const z = 1.959963984540054;
  const centre = (part + (z * z) / 2) / (whole + z * z);
  const half = (z * Math.sqrt((part * (whole - part)) / whole + (z * z) / 4)) / (whole + z * z);
  return [
    ...(norms.size === 1 ? [...norms].map((days) => (days === 1 ? 24 : days)) : []),
    whole,
    rounded((part / whole) * 100, 1),
    part,
    Math.round((centre - half) * 100),
    Math.round((centre + half) * 100),
    ...(own.length > whole ? [own.length - whole] : []),
  ];
}
