import { type UsualRange } from "../model/subject.ts";
import { subjectsOf } from "../model/subjectsOfFacts.ts";
import { type Telling } from "../words/telling.ts";
import { weekWords } from "../words/weekWords.ts";

/** An agency whose last whole month lies outside its usual range, with what is outside. */
export interface AgencyOutside {
  name: string;
  href: string;
  told: string[];
}

/** By name. The ranges are those of the charts of months (measure/usualRange.ts). */
export function agenciesOutside({ facts, voice, names, links }: Telling): AgencyOutside[] {
  const { w } = weekWords(voice);
  const collator = new Intl.Collator(voice.language);
  return subjectsOf(facts, "agency")
    .flatMap(({ code, months }): AgencyOutside[] => {
      const last = months.findLast(({ complete }) => complete);
      if (last === undefined) return [];
      const { usualReceived, usual, received, answeredInNorm } = last;
      const month = voice.inMonth(last.month);
      // One range for months before and after a level has moved says little: that it has moved is told instead.
      const isOutside = (range: UsualRange | null | undefined) =>
        range?.outside !== undefined && range.shifted !== true;
      const told = [
        ...(isOutside(usualReceived) && received.state === "exact"
          ? [
              w(`rising.agencies.received.${usualReceived!.outside!}`, {
                month,
                count: voice.counted(received.value, "appeal"),
                low: Math.ceil(usualReceived!.low),
                high: Math.floor(usualReceived!.high),
              }),
            ]
          : []),
        ...(isOutside(usual) && answeredInNorm.state === "exact"
          ? [
              w(`rising.agencies.share.${usual!.outside!}`, {
                month,
                share: voice.percent(answeredInNorm.value),
                low: voice.limit(usual!.low),
                high: voice.limit(usual!.high),
              }),
            ]
          : []),
      ];
      if (usualReceived?.shifted) told.push(w("rising.agencies.received.shifted"));
      if (usual?.shifted) told.push(w("rising.agencies.share.shifted"));
      return told.length === 0 ? [] : [{ name: names.agencyShort(code), href: links.agency(code), told }];
    })
    .sort((a, b) => collator.compare(a.name, b.name));
}
