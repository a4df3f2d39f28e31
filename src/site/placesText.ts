import { type Facts } from "../model/facts.ts";
import { headlineOf } from "../model/headlineChoice.ts";
import { type Voice } from "../words/language.ts";
import { type Names } from "../words/names.ts";
import { comparisonOf } from "../words/standing.ts";
import { regionOf } from "../model/subjectsOfFacts.ts";

/** For how many agencies of this edition a place could be named at all: the reason why there is no list of places. */
export function placesText(facts: Facts, voice: Voice, names: Names): string | null {
  const headline = headlineOf(facts, regionOf(facts).periods.year);
  const comparison = comparisonOf(facts, "year", headline);
  const sets = comparison?.agencies.flatMap(({ places }) => places ?? []) ?? [];
  if (!headline || sets.length === 0) return null;
  const widths = sets.map(({ best, worst }) => worst - best + 1);
  const exact = widths.filter((width) => width === 1).length;
  const values = { where: names.inChannel(headline.channel), wide: widths.filter((width) => width * 2 > sets.length).length, all: sets.length };
  return exact === 0 ? voice.t("method.ranks.example.none", values) : voice.t("method.ranks.example", { ...values, exact });
}
