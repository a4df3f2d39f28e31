import type { IntakeReport } from "../intake/intakeReport.ts";
import { closedOnlyChannels } from "../measure/closedOnly.ts";
import { rememberedFiguresOf } from "../measure/editions/rememberedFigures.ts";
import { measureAgencies } from "../measure/measure.ts";
import type { Channel } from "../model/channel.ts";
import { type AppealColumns, none } from "../model/columns.ts";
import type { PastEdition } from "../model/editions.ts";
import { dayOfIsoDate } from "../model/moment.ts";

/** The figures of the twelve months that an edition is about, of whatever appeals. */
export function figuresOf(
  columns: AppealColumns,
  date: string,
  closedOnly: readonly Channel[],
  minimumShown: number,
): Pick<PastEdition, "figures" | "period"> {
  const nowhere = new Uint16Array(columns.length).fill(none);
  const narrow = { ...columns, topic: nowhere, place: nowhere, lists: { ...columns.lists, topics: [], places: [] } };
  const { subjects, year } = measureAgencies(narrow, {
    topics: [],
    minimumShown,
    exportDay: dayOfIsoDate(date),
    closedOnly,
  });
  return { figures: rememberedFiguresOf(subjects), period: year };
}

/** Channels of which closed appeals alone are exported, or nearly so: they have no times. */
export function closedOnlyOf(intake: Pick<IntakeReport, "completeness">, columns: AppealColumns): Channel[] {
  return [
    ...intake.completeness.filter((source) => source.closedOnly).flatMap((source) => source.channels),
    ...closedOnlyChannels(columns),
  ];
}
