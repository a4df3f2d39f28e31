import { basename } from "node:path";
import { type Finding } from "../../model/finding.ts";
import { type Source, type SourceField } from "../../model/source.ts";
import { type Vocabulary } from "../../model/vocabulary.ts";
import { claimsOn } from "../claim.ts";
import { dateFields } from "../dateOrders.ts";
import { type DateEvidence, orderOf, type OrderVerdict } from "../dateEvidence.ts";
import { FileFault } from "../fileFault.ts";
import { FindingLedger } from "../findingLedger.ts";
import { openFile } from "../format/openFile.ts";
import { type Part } from "../format/part.ts";
import { SwapWatch } from "../halfSwapped.ts";
import { matchHeader } from "../headerMatch.ts";
import { visibleLabel } from "../label.ts";
import { looksLikePerson } from "../../model/personName.ts";
import { claimantFor, recogniseTable } from "../recogniseTable.ts";
import { isHeading, isNoteRow } from "../noteRow.ts";
import { isOpenPreset } from "../presets.ts";
import { readDate, type DateOrder } from "../readDate.ts";
import { dataRows, isOtherScript, numbersColumns } from "../readTable.ts";
import { civilTimeOf } from "../civilTime.ts";
import { careForText } from "../rowCare.ts";
import { type Table } from "../table.ts";
import { missingWords, wordBook } from "../words.ts";
import { closingCandidate, type ClosingCandidate } from "./closingCandidate.ts";
import { earlierReceipt, type EarlierReceipt } from "./earlierReceipt.ts";
import { closestEntry } from "./closestEntry.ts";
import { ColumnProfiler, type ColumnProfile } from "./columnProfile.ts";
import { fileNamePattern, titleOf } from "./fileNamePattern.ts";
import { GroupWatch, type GroupHeadings } from "./groupWatch.ts";
import { guessChannel, guessOutcome } from "./guessWord.ts";
import { languageOfData } from "./languageOfData.ts";
import { lastDayOf } from "./lastDay.ts";
import {
  besides,
  datesUnread,
  isPersons,
  isRowNumber,
  otherLists,
  proposeMapping,
  type Proposal,
  withoutMistaken,
} from "./proposeMapping.ts";
import { unknownTable } from "./unknownTable.ts";

/** A label of a column with its number of rows and what the portal would make of it; null: nothing yet. */
interface InspectedLabel {
  label: string;
  count: number;
  known: string | null;
  /** Outcomes and channels that no list knows: what the word itself says, for a person to confirm; null where it says nothing. */
  guess: string | null;
}

interface DateColumn {
  field: SourceField;
  column: number;
  evidence: DateEvidence;
  verdict: OrderVerdict;
}

/** What was found out about one table of a file. */
export interface Inspection {
  /** Name of the file, with "#2" for the second table in it. */
  file: string;
  encoding: string;
  delimiter: string;
  /** 0 where the file has no header row. */
  headerLine: number;
  rows: number;
  /** Source or preset that recognises it; null where the mapping is proposed. */
  recognised: { name: string; preset: boolean } | null;
  columns: ColumnProfile[];
  proposals: Proposal[];
  dates: DateColumn[];
  halfSwapped: boolean;
  labels: Partial<Record<"agency" | "topicGroup" | "topic" | "place" | "outcome" | "channel", InspectedLabel[]>>;
  /** The description that --write would save. */
  source: Omit<Source, "name">;
  headerless: boolean;
  /** The column that may hold the closings, where none is mapped. */
  closing: ClosingCandidate | null;
  /** The receipt and the registration, where the two were told apart by their dates. */
  earlier: EarlierReceipt | null;
  /** Headings over groups of rows; null where there are none. */
  groups: GroupHeadings | null;
  /** Columns (1-based) that a header calls dates and that cannot be read as such; columns that number the rows. */
  unreadDates: number[];
  rowNumbers: number[];
  /** Columns (1-based) whose values are mostly names of people. */
  personColumns: number[];
  /** Columns (1-based) that are lists of no people and that no field reads. */
  otherLists: number[];
  /** The last day on which anything happened (ISO date); null where there is none, and where it was not asked for. */
  lastDay: string | null;
  /** What the texts and the bytes show before any mapping is decided. */
  findings: Finding[];
}

export interface InspectionFault {
  file: string;
  fault: FileFault;
}

/**
 * Whether a table is a sheet of instructions, of names or of sums beside a register of appeals: it has no dates of receipt,
 * and another table of its file has.
 */
export function isSpare(
  result: Inspection | InspectionFault,
  results: readonly (Inspection | InspectionFault)[],
): boolean {
  const isRegister = (one: Inspection | InspectionFault): boolean =>
    !("fault" in one) && one.proposals.some(({ field }) => field === "received");
  return (
    !isRegister(result) &&
    results.some(isRegister) &&
    (!("fault" in result) || ["HEADER_UNKNOWN", "FILE_EMPTY"].includes(result.fault.code))
  );
}

const labelFields = ["agency", "topicGroup", "topic", "place", "outcome", "channel"] as const;

/**
 * Looks at every table of a file, each read to its end.
 *
 * @param isPerson whether a label names a person; left out: by its shape alone, without a dictionary
 * @param latest civil day after which no date is believed; given, the last day of the data is found too
 */
export async function inspectFile(
  path: string,
  sources: readonly Source[],
  vocabulary: Vocabulary,
  latest: number | null = null,
  isPerson: (label: string) => boolean = looksLikePerson,
): Promise<(Inspection | InspectionFault)[]> {
  const name = basename(path);
  let parts: Part[];
  try {
    parts = (await openFile(path)).parts;
  } catch (cause) {
    if (cause instanceof FileFault) return [{ file: name, fault: cause }];
    throw cause;
  }
  const results: (Inspection | InspectionFault)[] = [];
  for (const part of parts) {
    try {
      results.push(await inspectPart(part, name, sources, vocabulary, latest, isPerson));
    } catch (cause) {
      if (!(cause instanceof FileFault)) throw cause;
      results.push({ file: name + part.suffix, fault: cause });
    }
  }
  return results;
}

async function profileColumns(
  table: Table,
  ledger: FindingLedger,
  isPerson: (label: string) => boolean,
): Promise<{ columns: ColumnProfile[]; rows: number; groups: GroupHeadings | null }> {
  const isMissing = missingWords([]);
  const profilers = table.header.map((header, index) => new ColumnProfiler(index + 1, header, isPerson));
  const groups = new GroupWatch(table.header.length);
  /** Names that stand alone in rows without further cells: broken rows where they are no headings. */
  const lone: number[] = [];
  let rows = 0;
  for await (const batch of table.rows()) {
    for (const line of batch.brokenQuotes) ledger.add("QUOTE_BROKEN", line);
    for (const line of batch.unsaved ?? []) ledger.add("FORMULA_UNSAVED", line);
    for (const [at, cells] of batch.rows.entries()) {
      if ((batch.lines[at] ?? 0) <= table.headerLine || cells.every((cell) => cell.trim() === "")) continue;
      if (rows === 0 && (numbersColumns(cells) || isOtherScript(table.header, cells))) continue;
      const isNote = isNoteRow(cells, table.header.length);
      const isLone = !isNote && isHeading(cells, table.header.length);
      groups.add(cells, !isNote && !isLone);
      if (isLone) lone.push(batch.lines[at] ?? 0);
      if (isNote || isLone) continue;
      rows += 1;
      const line = batch.lines[at] ?? 0;
      if (cells.length < table.header.length) ledger.add("ROW_SHORT", line);
      else if (cells.slice(table.header.length).some((cell) => cell.trim() !== "")) ledger.add("ROW_LONG", line);
      careForText(line, cells, ledger);
      for (const [index, profiler] of profilers.entries()) {
        const text = (cells[index] ?? "").trim();
        if (!isMissing(text)) profiler.add(text);
      }
    }
  }
  if (groups.headings() === null) for (const line of lone) ledger.add("ROW_SHORT", line);
  return { columns: profilers.map((profiler) => profiler.profile()), rows, groups: groups.headings() };
}

/** Reads the rows as the intake will. @throws FileFault what would stop it on the way: a second header, a cell that swallows rows */
async function requireReadable(table: Table, proposals: readonly Proposal[]): Promise<void> {
  const columns = Object.fromEntries(proposals.map(({ field, column }) => [field, column.number - 1]));
  const rows = dataRows({ table, columns }, false);
  while (!(await rows.next()).done);
}

/** Whether the dates of receipt were half swapped: the same look that the intake takes while it reads. */
async function looksHalfSwapped(table: Table, id: number | undefined, received: number | undefined): Promise<boolean> {
  if (id === undefined || received === undefined) return false;
  const watch = new SwapWatch();
  const civil = civilTimeOf("UTC");
  for await (const { rows, lines } of table.rows()) {
    for (const [at, cells] of rows.entries()) {
      if ((lines[at] ?? 0) <= table.headerLine) continue;
      const reading = readDate((cells[received] ?? "").trim() || "-", "day-first", civil);
      if (typeof reading === "object") watch.add((cells[id] ?? "").trim(), reading.day);
    }
  }
  return watch.halfSwapped;
}

async function inspectPart(
  part: Part,
  name: string,
  sources: readonly Source[],
  vocabulary: Vocabulary,
  latest: number | null,
  isPerson: (label: string) => boolean,
): Promise<Inspection> {
  const claims = claimsOn(name, sources);
  const claimants = claims.length > 1 ? [claimantFor(part, claims) ?? claims].flat().slice(0, 1) : claims;
  const recognised = recogniseTable(part, claimants) ?? recogniseTable(part, []);
  const unknown = recognised ? { table: recognised.table, headerless: false } : unknownTable(part);
  if (!unknown) throw new FileFault("HEADER_UNKNOWN");
  const { table, headerless } = unknown;
  const ledger = new FindingLedger(name + part.suffix);
  ledger.countRecords(part.records ?? null);
  if (part.zeros > 0) ledger.add("NUL_BYTES", undefined, undefined, part.zeros);
  if (part.damaged > 0) ledger.add("ENCODING_DAMAGED", undefined, undefined, part.damaged);
  const { columns, rows, groups } = await profileColumns(table, ledger, isPerson);
  if (rows === 0) throw new FileFault("FILE_EMPTY");

  const byHeader = recognised
    ? Object.entries(matchHeader(table.header, recognised.source).columns).flatMap(([field, index]): Proposal[] => {
        const column = columns[index];
        return column ? [{ field: field as SourceField, column, reasons: ["name"] }] : [];
      })
    : proposeMapping(columns, rows);
  // What a portal itself describes is its own word.
  const sure = recognised?.preset ? withoutMistaken(byHeader) : byHeader;
  const unread = recognised ? matchHeader(table.header, recognised.source).unread : [];
  const guesses = !recognised || (recognised.preset && isOpenPreset(recognised.source.name));
  const found =
    recognised && guesses ? besides(sure, columns, rows, ({ number }) => unread.includes(number - 1)) : sure;
  const earlier = guesses ? await earlierReceipt(table, columns, found, commonOrder(columns)) : null;
  const proposals = earlier === null ? found : withReceiptBefore(found, earlier);
  const columnOf = (field: SourceField) => proposals.find((proposal) => proposal.field === field)?.column;

  await requireReadable(table, proposals);
  const dates = proposals.flatMap(({ field, column }): DateColumn[] =>
    column.dates > 0 && (dateFields as readonly SourceField[]).includes(field)
      ? [{ field, column: column.number, evidence: column.evidence, verdict: orderOf(column.evidence) }]
      : [],
  );
  const id = columnOf("id");
  const received = columnOf("received");
  const halfSwapped =
    dates.every(({ verdict }) => verdict === "not-needed") &&
    (await looksHalfSwapped(table, id && id.number - 1, received && received.number - 1));
  const words = wordBook(recognised?.source ?? {}, vocabulary);
  const labels: Inspection["labels"] = {};
  for (const field of labelFields) {
    const column = columnOf(field);
    if (!column) continue;
    labels[field] = [...column.labels]
      .map(([label, count]) => ({
        label: visibleLabel(label),
        count,
        known: knownAs(field, label, words, vocabulary),
        guess: field === "outcome" ? guessOutcome(label) : field === "channel" ? guessChannel(label) : null,
      }))
      .filter(({ label }) => !isPerson(label))
      .sort((left, right) => right.count - left.count || (left.label < right.label ? -1 : 1));
  }
  const groupedBy =
    recognised && !recognised.preset
      ? recognised.source.groupedBy
      : groups?.field && columnOf(groups.field) === undefined
        ? groups.field
        : undefined;
  if (groupedBy !== undefined && groups !== null && groupedBy !== "channel")
    labels[groupedBy] = [...groups.labels].map(([label, count]) => ({
      label,
      count,
      known: knownAs(groupedBy, label, words, vocabulary),
      guess: null,
    }));
  const source = describe(
    name,
    languageOfData(columns),
    table,
    proposals,
    dates,
    halfSwapped,
    headerless,
    recognised?.source,
    groupedBy,
  );
  const closing = await closingCandidate(table, columns, proposals, source.dateOrder, rows);
  const events = dateFields.filter((field) => field !== "planned").flatMap((field) => columnOf(field)?.number ?? []);
  return {
    file: name + part.suffix,
    encoding: table.encoding,
    delimiter: table.delimiter,
    headerLine: table.headerLine,
    rows,
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
    otherLists: otherLists(columns, proposals, rows),
    unreadDates: datesUnread(columns).map(({ number }) => number),
    rowNumbers: columns.filter(isRowNumber).map(({ number }) => number),
    findings: ledger.findings(),
    lastDay:
      latest === null
        ? null
        : await lastDayOf(
            table,
            [...events, ...(closing === null ? [] : [closing.column.number])].map((number) => number - 1),
            source.dateOrder,
            latest,
          ),
    source,
  };
}

/** The order of day and month that columns of dates show, where all that show any show the same. */
function commonOrder(columns: readonly ColumnProfile[]): DateOrder | undefined {
  const orders = new Set(
    columns
      .map(({ evidence }) => orderOf(evidence))
      .filter((verdict) => verdict === "day-first" || verdict === "month-first"),
  );
  return orders.size === 1 ? [...orders][0] : undefined;
}

/** The mapping in which the earlier date is the receipt, and the one that was taken for it the registration. */
function withReceiptBefore(proposals: readonly Proposal[], { column, registered }: EarlierReceipt): Proposal[] {
  return proposals.flatMap((proposal): Proposal[] =>
    proposal.field !== "received"
      ? [proposal]
      : [
          { field: "received", column, reasons: ["name", "before"] },
          { field: "registered", column: registered, reasons: ["name", "after"] },
        ],
  );
}

function knownAs(
  field: (typeof labelFields)[number],
  label: string,
  words: ReturnType<typeof wordBook>,
  vocabulary: Vocabulary,
): string | null {
  if (field === "outcome") return words.outcomeOf(label) ?? null;
  if (field === "channel") return words.channelOf(label) ?? null;
  const list = field === "agency" ? vocabulary.agencies : field === "place" ? vocabulary.places : vocabulary.topics;
  return closestEntry(label, list);
}

/** A header that occurs several times is told from its namesakes by its number. */
function nameOf(header: readonly string[], column: ColumnProfile): string {
  const before = header
    .slice(0, column.number - 1)
    .filter((other) => visibleLabel(other) === visibleLabel(column.header)).length;
  const several = header.filter((other) => visibleLabel(other) === visibleLabel(column.header)).length > 1;
  return several ? `${visibleLabel(column.header)}[${before + 1}]` : visibleLabel(column.header);
}

/** Titles for sources that a preset calls by a word of another language, and whose file's name says nothing either. */
const plainTitles = { ru: "Обращения", en: "Appeals" };

/** A title in the language of the data: the preset's, else the file's name where it is in that language too. */
function titleIn(language: "ru" | "en", name: string, known: Source | undefined): string {
  const isIn = (text: string): boolean => /\p{L}/u.test(text) && /[а-яё]/i.test(text) === (language === "ru");
  const ofFile = titleOf(name);
  return [known?.title ?? "", ofFile].find(isIn) ?? plainTitles[language];
}

function describe(
  name: string,
  language: "ru" | "en",
  table: Table,
  proposals: readonly Proposal[],
  dates: readonly DateColumn[],
  halfSwapped: boolean,
  headerless: boolean,
  known: Source | undefined,
  groupedBy: Source["groupedBy"],
): Omit<Source, "name"> {
  const used = new Set(proposals.map(({ column }) => column.number));
  const columnsUsed = new Set(proposals.map(({ field }) => field));
  const orders = new Set(
    dates.map(({ verdict }) => verdict).filter((verdict) => verdict === "day-first" || verdict === "month-first"),
  );
  const [order] = orders;
  const profiles = table.header.map((header, index) => ({ number: index + 1, header }) as ColumnProfile);
  return {
    title: titleIn(language, name, known),
    files: [fileNamePattern(name)],
    kind: known?.kind ?? "snapshot",
    ...(known?.channel === undefined ? {} : { channel: known.channel }),
    ...(halfSwapped
      ? { dateOrder: "half-swapped" as const }
      : known?.dateOrder !== undefined
        ? { dateOrder: known.dateOrder }
        : orders.size === 1
          ? { dateOrder: order }
          : {}),
    // Without a header row the columns are named in one place: there a column that has the name of a field feeds it.
    columns: headerless
      ? {}
      : Object.fromEntries(proposals.map(({ field, column }) => [field, [nameOf(table.header, column)]])),
    ...(groupedBy !== undefined && { groupedBy }),
    ignore: headerless
      ? []
      : profiles
          .filter(({ number, header }) => !used.has(number) && visibleLabel(header) !== "")
          .map((column) => nameOf(table.header, column)),
    missing: known?.missing ?? [],
    ...(headerless
      ? {
          headers: table.header.map(
            (header, index) => proposals.find(({ column }) => column.number === index + 1)?.field ?? header,
          ),
        }
      : {}),
    ...(known?.outcomes && columnsUsed.has("outcome") ? { outcomes: known.outcomes } : {}),
    ...(known?.channels && columnsUsed.has("channel") ? { channels: known.channels } : {}),
  };
}
