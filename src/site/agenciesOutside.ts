import type { Month, UsualRange } from "../model/subject.ts";
import { headlineOf } from "../model/headlineChoice.ts";
import { periodOf, subjectsOf } from "../model/subjectsOfFacts.ts";
import type { Voice } from "../words/language.ts";
import { countLevel, levelMoved, shareLevel } from "../words/levelMoved.ts";
import { monthsWithShare, receivedIn, shareIn } from "../words/monthsMoved.ts";
import type { Telling } from "../words/telling.ts";
import { weekWords } from "../words/weekWords.ts";

/** An agency whose last whole month lies outside its usual range, with what is outside. */
export interface AgencyOutside {
  name: string;
  href: string;
  told: string[];
}

/**
 * By name. The ranges are those of the charts of months (measure/usualRange.ts): of receipts in all channels, and of shares in
 * the channel that the page of the agency speaks of.
 */
export function agenciesOutside(telling: Telling): AgencyOutside[] {
  const { facts, voice, names, links } = telling;
  const { w } = weekWords(voice);
  const collator = new Intl.Collator(voice.language);
  return subjectsOf(facts, "agency")
    .flatMap((subject): AgencyOutside[] => {
      const { code, months, monthsByChannel } = subject;
      const whole = months.filter(({ complete }) => complete);
      const last = whole.at(-1);
      if (last === undefined) return [];
      const channel = headlineOf(facts, subject.periods[periodOf(facts, subject)])?.channel;
      const judged = monthsWithShare((channel && monthsByChannel[channel]) ?? []);
      const lastOfChannel = judged.find((one) => one.month === last.month);
      const where = channel === undefined ? "" : names.inChannel(channel);
      const { usualReceived, received } = last;
      const usual = lastOfChannel?.usual;
      const month = voice.inMonth(last.month);
      // One range for months before and after a level has moved says little: that it has moved is told instead, unless that may be the season.
      const isOutside = (range: UsualRange | null | undefined) =>
        range?.outside !== undefined && range.shifted !== true && range.seasonal !== true;
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
        ...(isOutside(usual) && lastOfChannel !== undefined
          ? [
              w(`rising.agencies.share.${usual!.outside!}`, {
                month,
                where,
                share: voice.percent(shareIn(lastOfChannel)),
                low: voice.limit(usual!.low),
                high: voice.limit(usual!.high),
              }),
            ]
          : []),
      ];
      if (usualReceived?.shifted) told.push(...movedText("received", whole, receivedIn, countLevel(voice), "", voice));
      if (judged.some((one) => one.usual?.shifted))
        told.push(...movedText("share", judged, shareIn, shareLevel(voice), where, voice));
      return told.length === 0 ? [] : [{ name: names.agencyShort(code), href: links.agency(code), told }];
    })
    .sort((a, b) => collator.compare(a.name, b.name));
}

/** «обращений стало меньше: в месяц в среднем 41 (май — октябрь 2026), раньше в среднем 59»; nothing where no level can be told from another. */
function movedText(
  what: "received" | "share",
  months: readonly Month[],
  value: (month: Month) => number,
  written: ReturnType<typeof countLevel>,
  where: string,
  voice: Voice,
): string[] {
  const { w } = weekWords(voice);
  const moved = levelMoved(months, value);
  if (moved === null) return [];
  const { before, after, way, from, to } = moved;
  const since = w("rising.agencies.since", { from: voice.month(from.month), to: voice.month(to.month) });
  return [w(`rising.agencies.${what}.${way}`, { after: written(after), before: written(before), since, where })];
}
