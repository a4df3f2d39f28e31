import { type Month, type UsualRange } from "../model/subject.ts";
import { subjectsOf } from "../model/subjectsOfFacts.ts";
import { type Voice } from "../words/language.ts";
import { countLevel, levelMoved, shareLevel } from "../words/levelMoved.ts";
import { receivedIn } from "../words/monthsMoved.ts";
import { type Telling } from "../words/telling.ts";
import { weekWords } from "../words/weekWords.ts";

/** An agency whose last whole month lies outside its usual range, with what is outside. */
export interface AgencyOutside {
  name: string;
  href: string;
  told: string[];
}

/** By name. The ranges are those of the charts of months (measure/usualRange.ts). */
export function agenciesOutside(telling: Telling): AgencyOutside[] {
  const { facts, voice, names, links } = telling;
  const { w } = weekWords(voice);
  const collator = new Intl.Collator(voice.language);
  return subjectsOf(facts, "agency")
    .flatMap(({ code, months }): AgencyOutside[] => {
      const whole = months.filter(({ complete }) => complete);
      const last = whole.at(-1);
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
      if (usualReceived?.shifted) told.push(...movedText("received", whole, receivedIn, countLevel(voice), voice));
      const judged = whole.filter(
        (one) => one.answeredInNorm.state === "exact" && one.answeredInNorm.whole >= facts.portal.minimum.compared,
      );
      if (usual?.shifted) told.push(...movedText("share", judged, shareIn, shareLevel(voice), voice));
      return told.length === 0 ? [] : [{ name: names.agencyShort(code), href: links.agency(code), told }];
    })
    .sort((a, b) => collator.compare(a.name, b.name));
}

const shareIn = ({ answeredInNorm }: Month): number => (answeredInNorm.state === "exact" ? answeredInNorm.value : 0);

/** «обращений стало меньше: в месяц в среднем 41 (май — октябрь 2026), раньше в среднем 59»; nothing where no level can be told from another. */
function movedText(
  what: "received" | "share",
  months: readonly Month[],
  value: (month: Month) => number,
  written: ReturnType<typeof countLevel>,
  voice: Voice,
): string[] {
  const { w } = weekWords(voice);
  const moved = levelMoved(months, value);
  if (moved === null) return [];
  const { before, after, way, from, to } = moved;
  const since = w("rising.agencies.since", { from: voice.month(from.month), to: voice.month(to.month) });
  return [w(`rising.agencies.${what}.${way}`, { after: written(after), before: written(before), since })];
}
