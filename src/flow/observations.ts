import type { IntakeReport } from "../intake/intakeReport.ts";
import { hasEnded } from "../model/endedSource.ts";
import { completeAt, type ExportedAt } from "../model/exportedAt.ts";
import { endOfObservation, followedUntilText, type LastEvents } from "../model/followed.ts";
import { dayOfIsoDate } from "../model/moment.ts";
import type { SourceEvents } from "../store/lastEvents.ts";
import type { Observation, ObservationEnd } from "../measure/columns/columnsBuilder.ts";

/** What the end of observation depends on beside the intake. */
export interface ObservationRules {
  readonly timeZone: string;
  readonly sources: readonly { readonly name: string; readonly exportedAt?: ExportedAt | undefined }[];
  /** The last events of each source, by edition. */
  readonly lastEvents: readonly SourceEvents[];
}

/**
 * Until when each source's appeals were under observation, and which events it records. An appeal still open in the
 * newest file of its source has waited as long as that file proves (endOfObservation), not until the portal's day; one that
 * vanished from the snapshots, as long as the last that held it proves. What deltas do not repeat has not changed.
 */
export function observationsOf(
  intake: Pick<IntakeReport, "editions" | "files" | "recorded" | "deltas">,
  rules: ObservationRules,
): Map<string, Observation> {
  return new Map(
    Object.entries(intake.recorded).map(([source, fields]) => {
      const editions = [
        ...new Set(intake.files.filter((file) => file.source === source).map((file) => file.edition)),
      ].sort();
      const endOf = (edition: string) => endAt(source, edition, rules);
      const last = editions.at(-1) ?? intake.editions.at(-1)!;
      const newest = endOf(last);
      const isDelta = intake.deltas.includes(source);
      const ends = new Map(isDelta ? [] : editions.map((edition) => [edition, endOf(edition)]));
      const isOver = hasEnded(last, intake.editions.at(-1)!);
      return [
        source,
        {
          firstReply: fields.includes("firstReply"),
          closing: fields.includes("closed"),
          until: (edition) => ends.get(edition) ?? newest,
          isFollowedOn: (edition) => !isOver && (isDelta || edition === last),
        },
      ];
    }),
  );
}

/** The same as it was at an earlier edition: from the exports up to it and the columns they had. */
export function observationsAt(
  edition: string,
  intake: IntakeReport,
  rules: ObservationRules,
): Map<string, Observation> {
  const upTo = (date: string) => date <= edition;
  const recorded = Object.entries(intake.recorded).map(
    ([source, fields]) =>
      [source, fields.filter((field) => upTo(intake.recordedSince[source]?.[field] ?? ""))] as const,
  );
  return observationsOf(
    {
      editions: intake.editions.filter(upTo),
      files: intake.files.filter((file) => upTo(file.edition)),
      recorded: Object.fromEntries(recorded),
      deltas: intake.deltas,
    },
    rules,
  );
}

/** A later file proves all that the earlier ones of its source did. */
function endAt(name: string, edition: string, { timeZone, sources, lastEvents }: ObservationRules): ObservationEnd {
  const known = lastEvents.filter((events) => events.source === name && events.edition <= edition);
  const instants = known.flatMap(({ instant }) => (instant === null ? [] : [instant]));
  const last: LastEvents | null =
    known.length === 0
      ? null
      : {
          day: Math.max(...known.map(({ day }) => day)),
          instant: instants.length === 0 ? null : Math.max(...instants),
        };
  const exported = dayOfIsoDate(edition);
  const complete = completeAt(sources.find((source) => source.name === name)?.exportedAt, edition, timeZone);
  const at = endOfObservation(exported, last, complete, timeZone);
  return { at, text: followedUntilText(at, timeZone), exported };
}
