import { headlineOf } from "../model/headlineChoice.ts";
import { remainingWait, waitedSteps } from "../model/remainingWait.ts";
import { type Slice } from "../model/facts.ts";
import { hasOneChannel } from "../words/names.ts";
import { type Telling } from "../words/telling.ts";

/** How much longer people wait, by how long they have waited. */
export interface RemainingTable {
  caption: string;
  head: string[];
  rows: string[][];
}

/** The table of a subject's largest channel; null where nothing of it is known. */
export function remainingTable({ facts, voice, names }: Telling, slice: Slice): RemainingTable | null {
  const headline = headlineOf(facts, slice);
  if (headline === null) return null;
  const { t, counted } = voice;
  const days = (left: number | null, known: number): string =>
    left !== null
      ? counted(Math.ceil(left), "day.accusative")
      : known < 1
        ? t("remaining.unknown")
        : voice.beyond(known);
  const rows = waitedSteps.flatMap((waited) => {
    const remaining = remainingWait(headline.times, waited);
    if (remaining === null) return [];
    return [
      [
        waited === 0 ? t("remaining.fresh") : counted(waited, "day"),
        days(remaining.half, remaining.known),
        days(remaining.nineOfTen, remaining.known),
      ],
    ];
  });
  if (rows.length === 0) return null;
  return {
    caption: t(`remaining.caption.${headline.event}`, {
      where: hasOneChannel(facts) ? "" : names.inChannel(headline.channel),
    }),
    head: [t("remaining.waited"), t("remaining.half"), t("remaining.nine")],
    rows,
  };
}
