import { ReasonTally, revisionsOf } from "../measure/editions/revisions.ts";
import type { Appeal } from "../model/appeal.ts";
import type { EditionFigure, PastEdition, Revision } from "../model/editions.ts";
import { dayOfIsoDate } from "../model/moment.ts";
import type { StatePair } from "../store/pastEditions.ts";
import { publicPairs } from "./publicPairs.ts";
import type { EditionAtHand, Recalled } from "./recalled.ts";

/** The figures of an edition: as they were published, as they are recalled, and what the newest edition knows of the same months. */
export interface FiguresThenAndNow {
  was: readonly EditionFigure[] | null;
  then: Pick<PastEdition, "figures" | "period">;
  now: readonly EditionFigure[];
}

/**
 * Which figures of an edition are others by now, and because of what.
 *
 * @param changed what became of its appeals until the newest edition
 */
export async function reviseFigures(
  changed: AsyncIterable<readonly StatePair[]>,
  edition: EditionAtHand,
  newest: EditionAtHand,
  { rules }: Pick<Recalled, "rules">,
  { was, then, now }: FiguresThenAndNow,
): Promise<Revision[]> {
  const reasons = new ReasonTally();
  const [from, to] = [dayOfIsoDate(then.period.from), dayOfIsoDate(then.period.to)];
  const isInside = (appeal: Appeal | null) =>
    appeal !== null && rules.toldDay(appeal) >= from && rules.toldDay(appeal) <= to;
  for await (const pairs of changed) {
    const inside = pairs.filter((pair) => isInside(pair.before) || isInside(pair.after));
    publicPairs(inside, edition, newest, rules).forEach(({ changes, agencies }, index) => {
      const { before, after } = inside[index]!;
      reasons.add(changes, agencies, before !== null && isInside(before) !== isInside(after));
    });
  }
  return revisionsOf(was ?? then.figures, now, reasons, then.figures);
}
