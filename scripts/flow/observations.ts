import { type IntakeReport } from "../../src/intake/readExports.ts";
import { endOfDay } from "../../src/model/followed.ts";
import { dayOfIsoDate } from "../../src/model/moment.ts";
import { zoneOffsets } from "../../src/model/zoneOffset.ts";
import { type Observation } from "../../src/store/columnsBuilder.ts";

/**
 * Until when each source's appeals were under observation, and which events it records. An appeal still open in the
 * newest file of its source has waited until that file's day was over, not until the portal's; one that vanished from
 * the snapshots, until the day of the last that held it. What deltas do not repeat has not changed.
 */
export function observationsOf(intake: Pick<IntakeReport, "editions" | "files" | "recorded" | "deltas">, timeZone: string): Map<string, Observation> {
  const offsetAt = zoneOffsets(timeZone);
  const endOf = (edition: string) => endOfDay(dayOfIsoDate(edition), offsetAt);
  return new Map(
    Object.entries(intake.recorded).map(([source, fields]) => {
      const editions = [...new Set(intake.files.filter((file) => file.source === source).map((file) => file.edition))].sort();
      const newest = endOf(editions.at(-1) ?? intake.editions.at(-1)!);
      const ends = new Map(intake.deltas.includes(source) ? [] : editions.map((edition) => [edition, endOf(edition)]));
      return [source, { firstReply: fields.includes("firstReply"), closing: fields.includes("closed"), until: (edition) => ends.get(edition) ?? newest }];
    }),
  );
}

/** The same as it was at an earlier edition: from the exports up to it and the columns they had. */
export function observationsAt(edition: string, intake: IntakeReport, timeZone: string): Map<string, Observation> {
  const upTo = (date: string) => date <= edition;
  const recorded = Object.entries(intake.recorded).map(([source, fields]) => [source, fields.filter((field) => upTo(intake.recordedSince[source]?.[field] ?? ""))] as const);
  return observationsOf({ editions: intake.editions.filter(upTo), files: intake.files.filter((file) => upTo(file.edition)), recorded: Object.fromEntries(recorded), deltas: intake.deltas }, timeZone);
}
