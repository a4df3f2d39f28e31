import { columnName } from "../model/events/event.ts";
import type { ExampleAgency } from "./exampleAgency.ts";
import { periodText } from "../words/headline.ts";
import type { Voice } from "../words/language.ts";
import { inNormOf } from "../model/subjectsOfFacts.ts";
import type { Telling } from "../words/telling.ts";

/** How a reader computes the example agency's headline anew from the table of appeals, with what must come out. */
export interface Recomputation {
  lead: string;
  steps: string[];
}

/**
 * The steps are followed to the letter, without this project's code, by tests/build/recomputedByHand.test.ts.
 *
 * @returns null where the appeals behind the headline do not stand in the table with their own dates
 */
export function recomputation(telling: Telling, example: ExampleAgency | null): Recomputation | null {
  const { facts, voice, names, figureText } = telling;
  if (!example?.isWhole || example.headline.norm === null) return null;
  const { subject, headline, rows } = example;
  const { times, channel, event, measures } = headline;
  const share = measures[inNormOf[event]];
  if (share.state !== "exact" || times.median.state !== "exact") return null;
  const column = columnName[event];
  // A withdrawn appeal waited for its first reply until it was withdrawn.
  const followed = event === "closing" ? "followed_days" : "first_reply_followed_days";
  const { from, to } = facts.periods.year;
  return {
    lead: voice.t("recompute.lead", {
      agency: names.agency(subject.code),
      where: names.inChannel(channel),
      period: periodText(telling, "year"),
    }),
    steps: [
      voice.t("recompute.filter", { agency: subject.code, channel, from, to, rows: voice.counted(rows, "row") }),
      voice.t("recompute.state", { column, rows: voice.counted(times.n, "row"), waiting: times.waiting }),
      voice.t("recompute.sort", { column, followed }),
      voice.t("recompute.multiply", { n: times.n }),
      voice.t("recompute.median", {
        days: plainDecimal(times.median.days, voice),
        median: figureText.wait(times.median, times.precision, times.n).text,
      }),
      voice.t("recompute.norm", {
        column,
        followed,
        whole: voice.counted(share.whole, "row"),
        part: share.part,
        share: voice.percent(share.value),
      }),
    ],
  };
}

/** The number as it stands in the table of agencies, with the decimal sign of the language. */
function plainDecimal(value: number, voice: Voice): string {
  return voice.language === "ru" ? String(value).replace(".", ",") : String(value);
}
