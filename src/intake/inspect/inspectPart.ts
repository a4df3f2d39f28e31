import type { Source, SourceField } from "../../model/source.ts";
import type { Vocabulary } from "../../model/vocabulary.ts";
import { claimsOn } from "../claim.ts";
import { orderOf } from "../dateEvidence.ts";
import { dateFields } from "../dateOrders.ts";
import { FileFault } from "../fileFault.ts";
import { FindingLedger } from "../findingLedger.ts";
import type { Part } from "../format/part.ts";
import { claimantFor, recogniseTable, type RecognisedTable } from "../recogniseTable.ts";
import type { Table } from "../table.ts";
import { wordBook } from "../words.ts";
import { closingCandidate } from "./closingCandidate.ts";
import { isPersons } from "./columnKinds.ts";
import { datesUnread, otherLists } from "./columnsToAskOf.ts";
import { decideMapping } from "./decideMapping.ts";
import { describeSource } from "./describeSource.ts";
import type { GroupHeadings } from "./groupWatch.ts";
import { headingLabels, inspectedLabels } from "./inspectedLabels.ts";
import type { DateColumn, Inspection } from "./inspection.ts";
import { languageOfData } from "./languageOfData.ts";
import { lastDayOf } from "./lastDay.ts";
import { profileTable } from "./profileTable.ts";
import type { Proposal } from "./proposal.ts";
import { looksHalfSwapped, requireReadable } from "./readAsIntake.ts";
import { isRowNumber } from "./rowNumbers.ts";
import { unknownTable } from "./unknownTable.ts";

/** What a table is held against. */
export interface Inspector {
  sources: readonly Source[];
  vocabulary: Vocabulary;
  /** Civil day after which no date is believed; given, the last day of the data is found too. */
  latest: number | null;
  /** Whether a label names a person. */
  isPerson: (label: string) => boolean;
}

/**
 * Looks at one table of a file, to its end.
 *
 * @param name of the file
 * @throws FileFault where the table cannot be read
 */
export async function inspectPart(part: Part, name: string, inspector: Inspector): Promise<Inspection> {
  const { vocabulary, latest, isPerson } = inspector;
  const { table, headerless, recognised } = recognise(part, name, inspector.sources);
  const ledger = ledgerOf(part, name);
  const { columns, rows, profiled, groups } = await profileTable(table, ledger, isPerson);
  if (rows === 0) throw new FileFault("FILE_EMPTY");

  const { proposals, earlier } = await decideMapping(table, recognised, columns, profiled);
  const columnOf = (field: SourceField) => proposals.find((proposal) => proposal.field === field)?.column;
  await requireReadable(table, proposals);

  const dates = dateColumns(proposals);
  const halfSwapped =
    dates.every(({ verdict }) => verdict === "not-needed") &&
    (await looksHalfSwapped(table, columnOf("id"), columnOf("received")));
  const words = wordBook(recognised?.source ?? {}, vocabulary);
  const labels = inspectedLabels(columnOf, words, vocabulary, isPerson);
  const groupedBy = groupingOf(recognised, groups, (field) => columnOf(field) !== undefined);
  if (groupedBy !== undefined && groups !== null && groupedBy !== "channel")
    labels[groupedBy] = headingLabels(groupedBy, groups, words, vocabulary);
  const language = languageOfData(columns);
  const source = describeSource(
    { file: name, language, table, headerless, proposals, dates, halfSwapped, groupedBy },
    recognised?.source,
  );
  const closing = await closingCandidate(table, columns, proposals, source.dateOrder, profiled);
  const events = dateFields.filter((field) => field !== "planned").flatMap((field) => columnOf(field) ?? []);
  const dated = [...events, ...(closing === null ? [] : [closing.column])].map(({ number }) => number - 1);
  return {
    file: name + part.suffix,
    encoding: table.encoding,
    delimiter: table.delimiter,
    headerLine: table.headerLine,
    rows,
    profiled,
    recognised: recognised ? { name: recognised.source.name, preset: recognised.preset } : null,
    columns,
    proposals,
    dates,
    halfSwapped,
    labels,
    headerless,
    closing,
    earlier,
    groups,
    personColumns: columns.filter(isPersons).map(({ number }) => number),
    otherLists: otherLists(columns, proposals, profiled),
    unreadDates: datesUnread(columns).map(({ number }) => number),
    rowNumbers: columns.filter(isRowNumber).map(({ number }) => number),
    findings: ledger.findings(),
    lastDay: latest === null ? null : await lastDayOf(table, dated, source.dateOrder, latest),
    source,
  };
}

/** The table by the portal's own sources, by a preset, or as one that nothing knows. @throws FileFault HEADER_UNKNOWN */
function recognise(
  part: Part,
  name: string,
  sources: readonly Source[],
): { table: Table; headerless: boolean; recognised: RecognisedTable | null } {
  const claims = claimsOn(name, sources);
  const claimants = claims.length > 1 ? [claimantFor(part, claims) ?? claims].flat().slice(0, 1) : claims;
  const recognised = recogniseTable(part, claimants) ?? recogniseTable(part, []);
  if (recognised) return { table: recognised.table, headerless: false, recognised };
  const unknown = unknownTable(part);
  if (!unknown) throw new FileFault("HEADER_UNKNOWN");
  return { ...unknown, recognised: null };
}

/** A ledger that knows already what the bytes showed. */
function ledgerOf(part: Part, name: string): FindingLedger {
  const ledger = new FindingLedger(name + part.suffix);
  ledger.countRecords(part.records ?? null);
  if (part.zeros > 0) ledger.add("NUL_BYTES", undefined, undefined, part.zeros);
  if (part.damaged > 0) ledger.add("ENCODING_DAMAGED", undefined, undefined, part.damaged);
  return ledger;
}

function dateColumns(proposals: readonly Proposal[]): DateColumn[] {
  return proposals.flatMap(({ field, column }) =>
    column.dates > 0 && (dateFields as readonly SourceField[]).includes(field)
      ? [{ field, column: column.number, evidence: column.evidence, verdict: orderOf(column.evidence) }]
      : [],
  );
}

/** What the headings over groups of rows feed: as the portal says, or a field that no column feeds. */
function groupingOf(
  recognised: RecognisedTable | null,
  groups: GroupHeadings | null,
  isFed: (field: SourceField) => boolean,
): Source["groupedBy"] {
  if (recognised && !recognised.preset) return recognised.source.groupedBy;
  return groups?.field && !isFed(groups.field) ? groups.field : undefined;
}
