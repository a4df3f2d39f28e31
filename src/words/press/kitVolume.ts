import type { Facts, Measures, PeriodId, Slice, Subject } from "../../model/facts.ts";
import { channelsOf } from "../../model/subjectsOfFacts.ts";
import { tellsClosings } from "../../model/toldFigures.ts";
import { fromTo } from "../daySpan.ts";
import { capitalised } from "../headline.ts";
import type { Telling } from "../telling.ts";
import { uncapitalised } from "../uncapitalised.ts";
import type { PressTexts } from "./pressTexts.ts";

/**
 * How many of those that came in are open, how many of these past their deadline, and how many are with all that came before: any of
 * the numbers alone would be taken for another. None where no export tells how appeals end.
 */
export function openSentence({ facts, voice }: Telling, say: PressTexts, subject: Subject, period: PeriodId): string[] {
  const { open, openLate } = subject.periods[period].measures;
  if (open.state === "hidden") return [say("sentence.open.hidden")];
  if (open.state === "missing") return tellsClosings(facts) ? [say("sentence.open.unknown")] : [];
  const { open: all, openLate: allLate } = subject.periods.all.measures;
  const date = voice.date(facts.edition.date);
  const told =
    open.value === 0
      ? say("sentence.open.zero", { date })
      : say("sentence.open", { date, open: open.value, late: lateOf("sentence.open.late", open.value, openLate, say) });
  if (all.state !== "exact" || all.value === open.value) return [told];
  return [
    told,
    say("sentence.open.all", {
      from: voice.date(facts.edition.from),
      open: all.value,
      late: lateOf("sentence.open.all.late", all.value, allLate, say),
    }),
  ];
}

/** How many of the open ones are past their deadline; nothing where that is not told. */
function lateOf(
  key: "sentence.open.late" | "sentence.open.all.late",
  open: number,
  late: Measures["openLate"],
  say: PressTexts,
): string {
  if (late.state !== "exact") return "";
  return late.value === 0
    ? say(`${key}.none`)
    : late.value === open
      ? say(`${key}.all`)
      : say(key, { late: late.value });
}

/** How many came in the same months a year before; or why the years cannot be compared, and which months of them can. */
export function beforeSentences(
  { facts, voice, links }: Telling,
  say: PressTexts,
  { dimension, code, months }: Pick<Subject, "dimension" | "code" | "months">,
  { yearBefore }: Measures,
): string[] {
  if (yearBefore?.received.state === "exact")
    return [say("sentence.before", { appeals: voice.counted(yearBefore.received.value, "appeal") })];
  const { shifts, edition } = facts;
  return [
    beginsTooLate(facts)
      ? say("sentence.before.starts", { date: voice.date(edition.from) })
      : say("sentence.before.none"),
    ...(shifts === undefined ||
    (dimension !== "region" && !shifts.looked.some((one) => one.dimension === dimension && one.code === code))
      ? []
      : comparedMonths(say, shifts, months, { voice, links })),
  ];
}

/** How many came in the months that can be compared, and a year before; without the numbers where some of them is not told. */
function comparedMonths(
  say: PressTexts,
  { from, to }: Pick<NonNullable<Facts["shifts"]>, "from" | "to">,
  months: Subject["months"],
  { voice, links }: Pick<Telling, "voice" | "links">,
): string[] {
  const earlier = (iso: string): string => `${Number(iso.slice(0, 4)) - 1}${iso.slice(4)}`;
  const sum = (first: string, last: string): number | null => {
    const told = months.filter(({ month }) => month >= first.slice(0, 7) && month <= last.slice(0, 7));
    const length =
      (Number(last.slice(0, 4)) - Number(first.slice(0, 4))) * 12 +
      Number(last.slice(5, 7)) -
      Number(first.slice(5, 7)) +
      1;
    return told.length === length && told.every(({ complete, received }) => complete && received.state === "exact")
      ? told.reduce((total, { received }) => total + (received.state === "exact" ? received.value : 0), 0)
      : null;
  };
  const [now, before] = [sum(from, to), sum(earlier(from), earlier(to))];
  const span = fromTo(from, to, voice);
  const values = { span, Span: capitalised(span), address: links.absolute("/shifts/") };
  return now === null || before === null
    ? [say("sentence.before.months", values)]
    : [
        say(now === before ? "sentence.before.counted.same" : "sentence.before.counted", {
          ...values,
          appeals: voice.counted(now, "appeal"),
          before,
        }),
        say("sentence.before.shifts", values),
      ];
}

/** Whether the data begin after the first day of the twelve months before the last. */
function beginsTooLate({ edition, periods }: Facts): boolean {
  const { from } = periods.year;
  return edition.from > `${Number(from.slice(0, 4)) - 1}${from.slice(4)}`;
}

export function channelSentence({ voice, names }: Telling, say: PressTexts, slice: Slice): string[] {
  const channels = channelsOf(slice);
  if (channels.length < 2) return [];
  const told = channels.flatMap(({ channel, measures: { received } }) =>
    received.state === "exact"
      ? [say("volume.channel", { channel: uncapitalised(voice.language, names.channel(channel)), n: received.value })]
      : [],
  );
  const counts = channels.map(({ measures: { received } }) => (received.state === "exact" ? received.value : NaN));
  const isTwice = counts.some((count, at) => counts.indexOf(count) < at);
  return [say("volume.channels", { channels: told.join("; ") }), ...(isTwice ? [say("volume.channels.equal")] : [])];
}
