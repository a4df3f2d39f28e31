import { join } from "node:path";
import type { Source, SourceField } from "../model/source.ts";
import { claimsOn } from "./claim.ts";
import { decideDateOrders, type DateOrders } from "./dateOrders.ts";
import type { EditionFolder } from "./editions.ts";
import { FileFault } from "./fileFault.ts";
import { FindingLedger } from "./findingLedger.ts";
import type { OnRead } from "./format/byteSource.ts";
import { openFile } from "./format/openFile.ts";
import type { Part } from "./format/part.ts";
import { withHeadings } from "./groupHeadings.ts";
import { matchHeader, type ColumnMap } from "./headerMatch.ts";
import { knownSource } from "./knownSource.ts";
import { repeatedFiles } from "./repeatedFiles.ts";
import { isTooWide, recogniseTable } from "./recogniseTable.ts";
import type { Table } from "./table.ts";

/** What is needed to read the rows of one table. */
export interface Readable {
  source: Source;
  table: Table;
  columns: ColumnMap;
  orders: DateOrders;
}

/** One table of an edition: a file, or a sheet or a packed file in one. Where it cannot be read, the ledger says why. */
export interface OpenedTable {
  /** Name inside the edition folder, with "#2" for the second table of a file. */
  file: string;
  ledger: FindingLedger;
  readable: Readable | null;
}

/** Instructions, lists of offices, sums: nothing in them is headed as a register is. */
const isNoRegister = ({ code }: FileFault): boolean =>
  code === "HEADER_UNKNOWN" || code === "FILE_UNCLAIMED" || code === "FILE_EMPTY";

/** A letter or a note beside the register: nothing in it stands in columns. */
const isNoTable = ({ readings }: Part): boolean =>
  readings.every(({ sample }) => sample.rows.filter((row) => row.length > 1).length <= sample.rows.length / 2);

/** A list of offices has a column of them, and a table of sums some more; a register under a new header has most. */
const isHardlyFed = (columns: ColumnMap, missing: readonly SourceField[]): boolean =>
  columns.received === undefined && Object.keys(columns).length < missing.length;

/** @param several whether the file has other tables too */
async function readableOf(
  part: Part,
  name: string,
  sources: readonly Source[],
  ledger: FindingLedger,
  onRead: OnRead,
  several: boolean,
): Promise<Readable | null> {
  ledger.countRecords(part.records ?? null);
  const claimants = claimsOn(name, sources);
  const inner = claimants.length === 0 && part.innerName !== null ? claimsOn(part.innerName, sources) : claimants;
  const recognised = recogniseTable(part, inner, onRead);
  if (!recognised) {
    if (isTooWide(part)) throw new FileFault("COLUMNS_TOO_MANY");
    const isOfKnown = part.readings.some(({ sample }) =>
      sample.rows.some((header) => knownSource(header, sources) !== null),
    );
    throw new FileFault(inner.length > 0 ? "HEADER_UNKNOWN" : isOfKnown ? "FILE_MISNAMED" : "FILE_UNCLAIMED");
  }
  const { source } = recognised;
  let { table } = recognised;
  // Read as a system of its own it would count every appeal of the register it belongs to once more.
  if (recognised.preset && knownSource(table.header, sources) !== null) throw new FileFault("FILE_MISNAMED");
  const { columns, missing, unread, repeated } = matchHeader(table.header, source);
  if (several && isHardlyFed(columns, missing)) throw new FileFault("HEADER_UNKNOWN");
  const absent = missing.find((field) => !source.optional?.includes(field));
  if (absent !== undefined) throw new FileFault("COLUMN_MISSING", undefined, absent);
  if (columns.received === undefined) throw new FileFault("COLUMN_MISSING", undefined, "received");
  if (recognised.preset) ledger.add("SOURCE_PRESET", table.headerLine || undefined);
  if (source.groupedBy !== undefined && columns[source.groupedBy] === undefined) {
    columns[source.groupedBy] = table.header.length;
    table = withHeadings(table);
  }
  for (const index of unread) ledger.add("COLUMN_UNREAD", table.headerLine || undefined, String(index + 1));
  for (const index of repeated) ledger.add("COLUMN_REPEATED", table.headerLine || undefined, String(index + 1));
  if (part.zeros > 0) ledger.add("NUL_BYTES", undefined, undefined, part.zeros);
  if (part.damaged > 0) ledger.add("ENCODING_DAMAGED", undefined, undefined, part.damaged);
  return { source, table, columns, orders: await decideDateOrders(table, columns, source) };
}

/**
 * Opens every file of an edition and finds out how to read it. No row is handed on yet: what concerns a whole file is
 * known before any of its rows is.
 */
export async function openEdition(
  exportsDir: string,
  { date, files, folders }: EditionFolder,
  sources: readonly Source[],
  onRead: (file: string) => OnRead,
): Promise<OpenedTable[]> {
  const opened: OpenedTable[] = [];
  for (const name of folders) {
    const ledger = new FindingLedger(`${date}/${name}`);
    ledger.add("FILE_UNCLAIMED");
    opened.push({ file: name, ledger, readable: null });
  }
  const repeated = await repeatedFiles(join(exportsDir, date), files);
  for (const name of files) {
    const whole = new FindingLedger(`${date}/${name}`);
    if (repeated.has(name)) {
      whole.add("FILE_REPEATED");
      opened.push({ file: "", ledger: whole, readable: null });
      continue;
    }
    const tables: OpenedTable[] = [];
    const refuse = (ledger: FindingLedger, cause: unknown): void => {
      if (!(cause instanceof FileFault)) throw cause;
      ledger.addFault(cause);
    };
    try {
      const { format, parts, hiddenSheets, active, unreadMembers } = await openFile(join(exportsDir, date, name));
      if (active) whole.add("WORKBOOK_ACTIVE");
      if (hiddenSheets > 0) whole.add("SHEET_UNREAD", undefined, undefined, hiddenSheets);
      if (unreadMembers > 0) whole.add("MEMBER_UNREAD", undefined, undefined, unreadMembers);
      const faults: [Part, FileFault][] = [];
      for (const part of parts) {
        const file = name + part.suffix;
        const ledger = part.suffix === "" ? whole : new FindingLedger(`${date}/${file}`);
        try {
          tables.push({
            file,
            ledger,
            readable: await readableOf(part, name, sources, ledger, onRead(`${date}/${name}`), parts.length > 1),
          });
        } catch (cause) {
          if (!(cause instanceof FileFault)) throw cause;
          faults.push([part, cause]);
        }
      }
      // A workbook has sheets that are no tables; an archive whose files are not all read is another matter.
      const spare = format === "xlsx" && tables.length > 0;
      for (const [part, cause] of faults) {
        if (spare && isNoRegister(cause)) whole.add("SHEET_UNREAD");
        else if (format === "zip" && tables.length > 0 && isNoTable(part)) whole.add("MEMBER_UNREAD");
        else {
          const ledger = part.suffix === "" ? whole : new FindingLedger(`${date}/${name}${part.suffix}`);
          ledger.addFault(cause);
          tables.push({ file: name + part.suffix, ledger, readable: null });
        }
      }
      if (!tables.some(({ ledger }) => ledger === whole) && whole.findings().length > 0)
        opened.push({ file: "", ledger: whole, readable: null });
    } catch (cause) {
      refuse(whole, cause);
      tables.push({ file: name, ledger: whole, readable: null });
    }
    opened.push(...tables);
  }
  return opened;
}

/** Fields that the columns of a table feed, in the order of the model. */
export function fieldsOf({ columns }: Readable): SourceField[] {
  return Object.keys(columns) as SourceField[];
}
