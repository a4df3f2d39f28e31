import { type IntakeReport } from "../../src/intake/readExports.ts";
import { dayOfIsoDate, millisecondsPerDay } from "../../src/model/moment.ts";
import { zoneOffsets } from "../../src/model/zoneOffset.ts";
import { type Observation } from "../../src/store/columnsBuilder.ts";

/**
 * Until when each source's appeals were under observation, and which events it records. An appeal still open in the
 * newest file of its source has waited until that file's day was over, not until the portal's.
 */
export function observationsOf(intake: IntakeReport, timeZone: string): Map<string, Observation> {
  const offsetAt = zoneOffsets(timeZone);
  return new Map(
    Object.entries(intake.recorded).map(([source, fields]) => {
      const editions = intake.files.filter((file) => file.source === source).map((file) => file.edition);
      const day = dayOfIsoDate(editions.sort().at(-1) ?? intake.editions.at(-1)!);
      const midnight = (day + 1) * millisecondsPerDay;
      const instant = midnight - offsetAt(midnight) * 60_000;
      return [source, { firstReply: fields.includes("firstReply"), closing: fields.includes("closed"), until: { day, instant } }];
    }),
  );
}
