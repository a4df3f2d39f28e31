import { headlineOf } from "../model/headlineChoice.ts";
import { comparisonOf } from "../words/standing.ts";
import { regionOf } from "../model/subjectsOfFacts.ts";
import type { Telling } from "../words/telling.ts";

/** For how many agencies of this edition a place could be named at all: the reason why there is no list of places. */
export function placesText({ facts, voice, names }: Telling): string | null {
  const headline = headlineOf(facts, regionOf(facts).periods.year);
  const comparison = comparisonOf(facts, "year", headline);
  const sets = comparison?.agencies.flatMap(({ places }) => places ?? []) ?? [];
  if (!headline || sets.length === 0) return null;
  const widths = sets.map(({ best, worst }) => worst - best + 1);
  const exact = widths.filter((width) => width === 1).length;
  const values = {
    where: names.inChannel(headline.channel),
    wide: widths.filter((width) => width * 2 > sets.length).length,
    all: sets.length,
  };
  return exact === 0
    ? voice.t("method.ranks.example.none", values)
    : voice.t("method.ranks.example", { ...values, exact });
}
