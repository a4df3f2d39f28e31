/**
 * Findings are what the build has to say about its input. A finding never contains the value it is about, so that a
 * report can be pasted into a public issue. The words for each code stand in src/strings (finding.CODE.message and
 * .advice); a test holds that every code has them and a paragraph in docs/findings.md and .ru.md.
 */

/** error: the row (or the file) is not used · warning: used, but somebody should look · note: said for completeness. */
export type Severity = "error" | "warning" | "note";

/** Findings after which a file as a whole is not used. The build stops when there is one: half an export is a false one. */
export const fileErrors = {
  FILE_UNCLAIMED: "error",
  FILE_CLAIMED_TWICE: "error",
  FILE_MISNAMED: "error",
  FILE_EMPTY: "error",
  FILE_NOT_TEXT: "error",
  FILE_HTML: "error",
  FILE_LFS_POINTER: "error",
  FILE_OLD_EXCEL: "error",
  ENCODING_MIXED: "error",
  FILE_PASSWORD: "error",
  FILE_PDF: "error",
  FILE_DOCUMENT: "error",
  FILE_SCRIPT: "error",
  FILE_OTHER_TABLE: "error",
  HEADER_AGAIN: "error",
  QUOTE_SWALLOWED: "error",
  FILE_TRUNCATED: "error",
  FILE_LOCKED: "error",
  ARCHIVE_BOMB: "error",
  ARCHIVE_NESTED: "error",
  JSON_BROKEN: "error",
  JSON_SHAPE: "error",
  HEADER_UNKNOWN: "error",
  COLUMN_MISSING: "error",
  COLUMNS_TOO_MANY: "error",
  QUOTE_UNCLOSED: "error",
  DATE_ORDER_UNKNOWN: "error",
  DATE_ORDER_MIXED: "error",
  DATE_HALF_SWAPPED: "error",
  NUMBERS_ROUNDED: "error",
  NUMBERS_BEGIN_AGAIN: "error",
} as const satisfies Record<string, Severity>;

/** Findings after which one row is not used. */
const rowErrors = {
  ROW_SHORT: "error",
  ROW_LONG: "error",
  ROW_SHIFTED: "error",
  CELL_TOO_LONG: "error",
  RECEIVED_MISSING: "error",
  DATE_UNREADABLE: "error",
  DATE_IMPOSSIBLE: "error",
} as const satisfies Record<string, Severity>;

export const findingCodes = {
  ...fileErrors,
  ...rowErrors,
  SOURCE_PRESET: "note",
  NOT_RECORDED: "note",
  COLUMN_UNREAD: "note",
  COLUMN_REPEATED: "warning",
  UNITS_ROW: "note",
  MERGED_FILLED: "note",
  NOTE_ROW: "warning",
  ROWS_HIDDEN: "warning",
  SHEET_UNREAD: "note",
  MEMBER_UNREAD: "note",
  WORKBOOK_ACTIVE: "warning",
  ENCODING_DAMAGED: "warning",
  NUL_BYTES: "warning",
  REPLACEMENT_CHARACTERS: "warning",
  MOJIBAKE: "warning",
  QUOTE_BROKEN: "warning",
  ID_MISSING: "warning",
  ID_REPEATED: "note",
  NUMBER_REWRITTEN: "warning",
  FILE_REPEATED: "warning",
  ROWS_IN_TWO_TABLES: "warning",
  ROWS_IDENTICAL: "warning",
  COPIES_DIFFER: "warning",
  ROW_VANISHED: "warning",
  SOURCE_ABSENT: "warning",
  EVENT_DATE_UNREADABLE: "warning",
  DATE_AFTER_EXPORT: "warning",
  DATE_TOO_OLD: "warning",
  CLOSED_BEFORE_RECEIVED: "warning",
  REPLY_BEFORE_RECEIVED: "warning",
  OPEN_WITH_CLOSING: "warning",
  CLOSED_WITHOUT_DATE: "warning",
  FORMULA_FAILED: "warning",
  FORMULA_UNSAVED: "warning",
  HALF_DAY_SHIFT: "warning",
  OUTCOME_UNLISTED: "warning",
  AGENCY_UNLISTED: "warning",
  TOPIC_UNLISTED: "warning",
  TOPIC_SENSITIVE_UNLISTED: "warning",
  WEEK_NOT_OVER: "note",
  NEXT_EDITION_PAST: "warning",
  PLACE_UNLISTED: "warning",
  CHANNEL_UNLISTED: "warning",
  KIND_UNLISTED: "warning",
  MARK_UNLISTED: "warning",
  RATING_UNREADABLE: "warning",
  WITHDRAWN_UNREADABLE: "warning",
  TAKEDOWN_UNKNOWN: "warning",
  TAKEDOWN_ALIKE: "warning",
  TAKEDOWN_QUOTED: "warning",
  TAKEDOWN_POSSIBLE: "warning",
  TAKEDOWN_SHORT: "note",
  TAKEDOWN_LIFTED: "warning",
  TAKEDOWN_REMEMBERED: "note",
  ALLOWED_BROADLY: "warning",
  STATEMENT_UNDATED: "warning",
  STATEMENT_TOO_LONG: "warning",
  STATEMENT_AGENCY_UNKNOWN: "warning",
  STATEMENT_MASKED: "warning",
  AGENCY_IS_PERSON: "warning",
  LABELS_MASKED: "warning",
  AGENCY_MISSING: "warning",
  LABELS_JOINED: "warning",
  LABELS_TOO_MANY: "warning",
  CLOSED_ONLY: "warning",
  FEED_STOPPED: "warning",
  MONTH_COLLAPSED: "warning",
  COLUMN_EMPTIED: "warning",
  MASS_CLOSING: "warning",
  ROWS_ROUND: "warning",
  REPLY_PLACEHOLDER: "warning",
  REPLY_SHORT: "note",
  USE_PERSONAL: "error",
  USE_UNLISTED: "warning",
  MAP_UNREADABLE: "error",
  MAP_CRS: "error",
  MAP_COORDINATES: "warning",
  MAP_SHAPE_EMPTY: "warning",
  MAP_SHAPE_CROSSES: "warning",
  MAP_PLACE_UNKNOWN: "warning",
  MAP_PLACE_LACKING: "warning",
  MAP_PLACE_NESTED: "note",
  MAP_TILE_TAKEN: "warning",
  MAP_POPULATION_LACKING: "note",
  MAP_ATTRIBUTION: "warning",
} as const satisfies Record<string, Severity>;

export type FindingCode = keyof typeof findingCodes;

export interface Finding {
  code: FindingCode;
  /** Path below the exports folder, e.g. 2026-10-31/social.csv; "" where no file is meant. */
  file: string;
  /** 1-based line of the file where the (first) record starts, where rows are meant. */
  line?: number;
  /** 1-based number of the (first) record in a file that is made of records (JSON); where several share a line, it stands alone. */
  record?: number;
  /** Field of the mapping or 1-based number of the column, or codes of the vocabulary, or a key of the settings; never an unmapped header's text. */
  column?: string;
  /**
   * Where to say what words mean: the description of the source (left out where none describes the file), its key, and
   * whether inspect left the words there as a comment.
   */
  words?: { key: "outcomes" | "channels"; description?: string; offered?: true };
  /** How many rows of this file are concerned, where the finding stands for many (default 1). */
  count?: number;
  /** Lines of the first records concerned, in order, where there is more than one; line is the first of them. */
  lines?: number[];
  /** The same of records. */
  records?: number[];
}

/** True for a finding after which the whole file is not used. */
export function concernsWholeFile(finding: Finding): boolean {
  return finding.code in fileErrors;
}
