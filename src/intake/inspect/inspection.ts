import type { Finding } from "../../model/finding.ts";
import type { Source, SourceField } from "../../model/source.ts";
import type { DateEvidence, OrderVerdict } from "../dateEvidence.ts";
import type { FileFault } from "../fileFault.ts";
import type { ClosingCandidate } from "./closingCandidate.ts";
import type { ColumnProfile } from "./columnProfile.ts";
import type { EarlierReceipt } from "./earlierReceipt.ts";
import type { GroupHeadings } from "./groupWatch.ts";
import type { InspectedLabels } from "./inspectedLabels.ts";
import type { Proposal } from "./proposal.ts";

/** A column of dates with what its values say of the order of day and month. */
export interface DateColumn {
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
  /** Rows that the intake would not refuse whatever their columns mean: the columns are told of these, where there are any. */
  profiled: number;
  /** Source or preset that recognises it; null where the mapping is proposed. */
  recognised: { name: string; preset: boolean } | null;
  columns: ColumnProfile[];
  proposals: Proposal[];
  dates: DateColumn[];
  halfSwapped: boolean;
  labels: InspectedLabels;
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

/** A table that cannot be read, and why. */
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
