import type { Shift } from "../../model/shifts.ts";
import { findSubject, hasPage, normFor, periodOf } from "../../model/subjectsOfFacts.ts";
import { normText } from "../../words/headline.ts";
import { nameOrder } from "../../words/nameOrder.ts";
import { shiftWords } from "../../words/shiftWords.ts";
import type { Telling } from "../../words/telling.ts";

/** A difference in words. */
interface ToldShift {
  name: string;
  href: string | null;
  figure: string;
  before: string;
  now: string;
  change: string;
  /** For sorting. */
  sorts: [before: number, now: number, change: number];
}

/** What moved by more than chance, agencies and topics each by name. */
export interface ToldShifts {
  worse: Record<Shift["dimension"], ToldShift[]>;
  better: Record<Shift["dimension"], ToldShift[]>;
  /** How many got worse and better. */
  counts: { worse: number; better: number };
  lead: string;
  /** How the rows overlap; null where there is one at most. */
  overlap: string | null;
}

/** What the deadline of each figure is for. */
export const figureEvents = { answeredInNorm: "first-reply", closedInNorm: "closing" } as const;

/** What the figures are called, here and in every table of theirs. */
export const figureWords = {
  answeredInNorm: "table.in-norm.first-reply",
  closedInNorm: "table.in-norm.closing",
} as const;

export function toldShifts(telling: Telling): ToldShifts {
  const { facts, voice } = telling;
  const found = (facts.shifts?.looked ?? []).filter((shift) => shift.found);
  const byName = nameOrder(voice.language);
  const told = (isOne: (shift: Shift) => boolean): Record<Shift["dimension"], ToldShift[]> => {
    const of = (dimension: Shift["dimension"]): ToldShift[] =>
      found
        .filter((shift) => shift.dimension === dimension && isOne(shift))
        .map((shift) => inWords(telling, shift))
        .sort((a, b) => byName(a.name, b.name));
    return { agency: of("agency"), topic: of("topic") };
  };
  const worse = told(({ change }) => change < 0);
  const better = told(({ change }) => change > 0);
  const counts = {
    worse: worse.agency.length + worse.topic.length,
    better: better.agency.length + better.topic.length,
  };
  return { worse, better, counts, lead: leadOf(telling, found), overlap: overlapOf(telling, found) };
}

/** Of how many agencies and topics the figures are: one may have several of them. */
function whereOf(found: readonly Shift[], voice: Telling["voice"]): string {
  const { s } = shiftWords(voice);
  const [agencies, topics] = [codesOf(found, "agency").length, codesOf(found, "topic").length];
  return [
    ...(agencies > 0 ? [s("moved.agencies", { n: agencies })] : []),
    ...(topics > 0 ? [s("moved.topics", { n: topics })] : []),
  ].join(", ");
}

/** An appeal has an agency, a topic, and the topics that this one lies in: each may have a row. */
function overlapOf({ facts, voice, names }: Telling, found: readonly Shift[]): string | null {
  const { s } = shiftWords(voice);
  const [agencies, topics] = [codesOf(found, "agency"), codesOf(found, "topic")];
  const above = new Map(facts.vocabulary.topics.map(({ code, parent }) => [code, parent]));
  const pairs = topics.flatMap((part) => {
    const wholes: string[] = [];
    for (let at = above.get(part) ?? null; at !== null; at = above.get(at) ?? null)
      if (topics.includes(at)) wholes.push(at);
    return wholes.map((whole) => s("overlap.pair", { part: names.topic(part), whole: names.topic(whole) }));
  });
  if (pairs.length > 0) return s("overlap.topics", { pairs: new Intl.ListFormat(voice.language).format(pairs) });
  return agencies.length > 0 && topics.length > 0 ? s("overlap") : null;
}

const codesOf = (found: readonly Shift[], dimension: Shift["dimension"]): string[] => [
  ...new Set(found.filter((shift) => shift.dimension === dimension).map(({ code }) => code)),
];

function leadOf({ facts: { shifts }, voice }: Telling, all: readonly Shift[]): string {
  const { s, sFor } = shiftWords(voice);
  if (shifts === undefined || shifts.looked.length === 0) return s("lead.unknown");
  const span = { from: voice.date(shifts.from), to: voice.date(shifts.to) };
  const [worse, better] = [all.filter(({ change }) => change < 0), all.filter(({ change }) => change > 0)];
  const told = (moved: string, shifts: readonly Shift[]): string =>
    s("moved.where", { moved, where: whereOf(shifts, voice) });
  const moved = [
    ...(worse.length > 0 ? [told(sFor("moved.worse", worse.length), worse)] : []),
    ...(better.length > 0 ? [told(sFor("moved.better", better.length), better)] : []),
  ];
  const [one, other] = moved;
  const found =
    one === undefined
      ? s("lead.none", span)
      : s("lead.found", { ...span, moved: other === undefined ? one : s("and", { one, other }) });
  return `${found} ${s("lead.looked", { looked: sFor("differences", shifts.looked.length) })}`;
}

/** «Ответ в срок в социальных сетях; срок: 24 часа»: a row that is copied out of its table still says which deadline it means. */
function figureOf({ facts, voice, names }: Telling, { dimension, code, channel, figure }: Shift): string {
  const { s } = shiftWords(voice);
  const words = { figure: voice.t(figureWords[figure]), where: names.inChannel(channel) };
  const subject = findSubject(facts, dimension, code);
  const measures = subject?.periods[periodOf(facts, subject)].byChannel[channel];
  const found = measures && normFor(facts, measures, figureEvents[figure]);
  if (!found) return s("figure", words);
  return s(found.several ? "figure.norm.several" : "figure.norm", { ...words, norm: normText(found.norm, voice) });
}

function inWords(telling: Telling, shift: Shift): ToldShift {
  const { facts, voice, names, links } = telling;
  const { s } = shiftWords(voice);
  const { dimension, code, now, before, change, low, high } = shift;
  const share = ({ part, whole }: Shift["now"]): string =>
    s("share", { share: voice.percent(part / whole), part, whole });
  const points = (value: number): string =>
    `${value < 0 ? "−" : "+"}${voice.decimal(Math.round(Math.abs(value) * 1000) / 10)}`;
  return {
    name: names.short(dimension, code),
    href: code !== "" && hasPage(facts, dimension, code) ? links[dimension](code) : null,
    figure: figureOf(telling, shift),
    before: share(before),
    now: share(now),
    change: s("change", { change: points(change), low: points(low), high: points(high) }),
    sorts: [before.part / before.whole, now.part / now.whole, change],
  };
}
