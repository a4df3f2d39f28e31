import type { IntakeReport } from "../intake/intakeReport.ts";
import type { FileCounts } from "../model/facts.ts";
import { isoDateOfDay } from "../model/moment.ts";
import type { MergeCount } from "../store/mergeRows.ts";
import type { RowsThatWait } from "../store/rowsThatWait.ts";

/** rows read = accepted + merged + rejected, per file; a row whose week was not over is read with the export after it. */
export function fileCounts(
  intake: IntakeReport,
  merged: readonly MergeCount[],
  waiting: readonly RowsThatWait[],
): FileCounts[] {
  return intake.files.map((file) => {
    const isSame = (other: { edition: string; file: string }) =>
      other.edition === file.edition && other.file === file.file;
    const counts = merged.find(isSame);
    const moved = waiting.find(isSame);
    return {
      edition: file.edition,
      file: file.file,
      source: file.source,
      read: file.read - (moved?.waiting ?? 0) + (moved?.arrived ?? 0),
      accepted: counts?.accepted ?? 0,
      merged: counts?.merged ?? 0,
      rejected: file.rejected,
    };
  });
}

/** What is said of the sources, without the rows that wait and the days that are told to the week. */
export function asToldSources(
  { completeness, deltas, files }: IntakeReport,
  waiting: readonly RowsThatWait[],
  spans: readonly { source: string; first: number; last: number }[],
): IntakeReport["completeness"] {
  return completeness.map((source) => {
    const span = spans.find((other) => other.source === source.source);
    const own = waiting.filter(
      ({ edition, file }) =>
        (deltas.includes(source.source) || edition === source.exported) &&
        files.some((known) => known.source === source.source && known.edition === edition && known.file === file),
    );
    return {
      ...source,
      rows: own.reduce((rows, { waiting, arrived }) => rows - waiting + arrived, source.rows),
      closed: own.reduce((closed, waits) => closed - waits.closed, source.closed),
      ...(span && { from: isoDateOfDay(span.first), to: isoDateOfDay(span.last) }),
    };
  });
}
