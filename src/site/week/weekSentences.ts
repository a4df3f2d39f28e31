import type { UsualWeek, Weeks, WeekSubject } from "../../model/weeks.ts";
import { channelNames } from "../../words/channelNames.ts";
import { daySpan, fromTo } from "../../words/daySpan.ts";
import { pastWeeks } from "../../model/pastWeeks.ts";
import type { Telling } from "../../words/telling.ts";
import { weekWords } from "../../words/weekWords.ts";
import { lastWeekOf, weekFrom } from "./lastWeek.ts";
import { rateValues, residentsOf } from "./residentRates.ts";

/** How many weeks lie between a week and the same a year before. */
const yearOfWeeks = 52;

/** A count of a week beside the last one: unknown where the data do not hold that week, hidden where it is too small to be told. */
type Told = number | "hidden" | "unknown";

const toldOf = (count: number | null | undefined): Told =>
  count === undefined ? "unknown" : count === null ? "hidden" : count;

/** The counts that a sentence about a subject compares. */
function countsOf({ received }: Pick<WeekSubject, "received">): { now: Told; before: Told; yearBefore: Told } {
  return {
    now: toldOf(received.at(-1)),
    before: toldOf(received.at(-2)),
    yearBefore: toldOf(received.at(-1 - yearOfWeeks)),
  };
}

/** A smaller difference is none that anybody would notice. */
const almost = 0.03;

/** « — теперь на 9 % меньше», in whole per cent; of few appeals none. */
function changeText(now: Told, before: number, { facts, voice }: Telling): string {
  const { w } = weekWords(voice);
  if (typeof now !== "number" || Math.min(now, before) < facts.portal.minimum.compared) return w("week.change.few");
  if (now === before) return w("week.change.same");
  const change = Math.abs(now - before) / before;
  if (change < almost) return w("week.change.almost");
  return w(now > before ? "week.change.more" : "week.change.less", { percent: voice.percent(change, 0) });
}

/** Who received them, and that all channels are counted, each of them named where a number of one follows. */
function cameText(now: number, telling: Telling): string {
  const { facts, voice } = telling;
  const channels = channelNames(telling);
  const { w } = weekWords(voice);
  const values = { appeals: voice.counted(now, "appeal"), of: facts.portal.region.of };
  if (channels.length < 2) return w("week.total", values);
  return w("week.total.channels", { ...values, channels: channels.join(", ") });
}

/**
 * How many appeals came in the last week; how many that is of so many residents, where they are known; and what sets it beside the
 * week before, the same a year ago, and a usual one, a sentence each.
 */
export function totalSentences(telling: Telling, weeks: Weeks): { came: string; rate: string[]; beside: string[] } {
  const { voice } = telling;
  const { w } = weekWords(voice);
  const { yearBefore: yearSpan } = lastWeekOf(weeks);
  const { region } = weeks;
  const { now, before, yearBefore } = countsOf(region);
  const days = daySpan(yearSpan.from, yearSpan.to, voice);
  const came =
    now === 0 ? w("week.total.none") : typeof now === "number" ? cameText(now, telling) : w("week.total.hidden");
  const rate =
    region.perThousand && now !== 0
      ? [w("week.per-thousand", rateValues(region.perThousand, residentsOf(weeks), telling))]
      : [];
  const beside = [
    now === 0 && before === 0
      ? w("week.before.none")
      : typeof before === "number"
        ? w("week.before", { count: before, change: changeText(now, before, telling) })
        : w(`week.before.${before}`),
    typeof yearBefore === "number"
      ? w("week.year-before", { days, count: yearBefore, change: changeText(now, yearBefore, telling) })
      : yearBefore === "hidden"
        ? w("week.year-before.hidden", { days })
        : w("week.year-before.unknown"),
    ...usualSentence(now, before, weeks, telling),
  ];
  return { came, rate, beside };
}

type Standing = "above" | "below" | "inside";

const standingOf = (count: number, { low, high }: UsualWeek): Standing =>
  count > high ? "above" : count < low ? "below" : "inside";

function usualSentence(now: Told, before: Told, { region: { usual }, mondays }: Weeks, { voice }: Telling): string[] {
  const { w } = weekWords(voice);
  if (usual === null) return [w("week.usual.unknown")];
  if (typeof now !== "number") return [];
  const { low, high } = usual;
  if (high === 0) return [w("week.usual.nothing")];
  const past = pastWeeks(mondays.length - 1);
  if (past === null) return [];
  const { to } = weekFrom(mondays[past.until - 1]!);
  const standing = standingOf(now, usual);
  // The week before has just been told, and whoever hears the range will ask whether that one lay in it.
  const earlier = typeof before === "number" ? standingOf(before, usual) : "inside";
  return [
    w(`week.usual.${standing}`, {
      low,
      high: voice.counted(high, "appeal.genitive"),
      span: fromTo(mondays[past.from]!, to, voice),
      before: earlier === "inside" ? "" : w(`week.usual.before.${earlier === standing ? "same" : earlier}`),
    }),
  ];
}

/** «1. Отопление — 40 (неделей раньше 35, год назад 51)» */
export function topicLine(topic: WeekSubject, rank: number, { voice, names }: Telling): string {
  const { w } = weekWords(voice);
  const { now, before, yearBefore } = countsOf(topic);
  const beside = (name: "before" | "year-before", count: Told): string =>
    typeof count === "number" ? w(`week.topics.${name}`, { count }) : w(`week.topics.${name}.${count}`);
  return w("week.topics.line", {
    rank,
    topic: names.topic(topic.code),
    count: now,
    before: beside("before", before),
    yearBefore: beside("year-before", yearBefore),
  });
}

/** Whether so many came that places may be compared by them. */
export const isEnough = ({ received }: Pick<WeekSubject, "received">, { facts }: Telling): boolean =>
  (received.at(-1) ?? 0) >= facts.portal.minimum.compared;

/** «город Китеж — 70 (2,2 на 10 000 жителей)» */
export function placeLine(place: WeekSubject, weeks: Weeks, telling: Telling): string {
  const { w } = weekWords(telling.voice);
  const { compared } = telling.facts.portal.minimum;
  const values = { place: telling.names.place(place.code), count: countsOf(place).now };
  if (!place.perThousand) return w("week.places.line", values);
  return isEnough(place, telling)
    ? w("week.places.line.rate", { ...values, ...rateValues(place.perThousand, residentsOf(weeks), telling) })
    : w("week.places.line.few", { ...values, compared });
}

/** What not to read into a list of places. */
export function placesNote(places: readonly WeekSubject[], telling: Telling): string {
  const { w } = weekWords(telling.voice);
  const hasFew = places.some((place) => place.perThousand && !isEnough(place, telling));
  return [w("week.places.note"), ...(hasFew ? [w("week.places.note.rate")] : [])].join(" ");
}
