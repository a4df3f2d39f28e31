import { type Shift } from "../../model/shifts.ts";
import { hasPage } from "../../model/subjectsOfFacts.ts";
import { nameOrder } from "../../words/nameOrder.ts";
import { shiftWords } from "../../words/shiftWords.ts";
import { type Telling } from "../../words/telling.ts";

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
}

const figureWords = {
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
  return { worse, better, counts, lead: leadOf(telling, counts) };
}

function leadOf({ facts: { shifts }, voice }: Telling, { worse, better }: ToldShifts["counts"]): string {
  const { s, sFor } = shiftWords(voice);
  if (shifts === undefined || shifts.looked.length === 0) return s("lead.unknown");
  const span = { from: voice.date(shifts.from), to: voice.date(shifts.to) };
  const moved = [
    ...(worse > 0 ? [sFor("moved.worse", worse)] : []),
    ...(better > 0 ? [sFor("moved.better", better)] : []),
  ];
  const [one, other] = moved;
  const found =
    one === undefined
      ? s("lead.none", span)
      : s("lead.found", { ...span, moved: other === undefined ? one : s("and", { one, other }) });
  return `${found} ${s("lead.looked", { looked: sFor("differences", shifts.looked.length) })}`;
}

function inWords({ facts, voice, names, links }: Telling, shift: Shift): ToldShift {
  const { s } = shiftWords(voice);
  const { dimension, code, channel, figure, now, before, change, low, high } = shift;
  const name = voice.t(figureWords[figure]);
  const share = ({ part, whole }: Shift["now"]): string =>
    s("share", { share: voice.percent(part / whole), part, whole });
  const points = (value: number): string =>
    `${value < 0 ? "−" : "+"}${voice.decimal(Math.round(Math.abs(value) * 1000) / 10)}`;
  return {
    name: names.short(dimension, code),
    href: code !== "" && hasPage(facts, dimension, code) ? links[dimension](code) : null,
    figure: s("figure", { figure: name, where: names.inChannel(channel) }),
    before: share(before),
    now: share(now),
    change: s("change", { change: points(change), low: points(low), high: points(high) }),
    sorts: [before.part / before.whole, now.part / now.whole, change],
  };
}
