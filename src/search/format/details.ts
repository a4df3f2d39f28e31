import { deadlineStates, type DeadlineState } from "../../model/deadlineState.ts";

/**
 * What is known of each appeal beside the columns of the search: how its first reply stands to the norm, its rating, whether its reply repeats, and
 * the cells of a table that is taken away. The build writes blocks of them and the browser reads them.
 */

/** How the first reply of an appeal stands to its norm; in this order in the filters. */
export const waitStates = deadlineStates;
export type WaitState = DeadlineState;

/** Ratings that a resident can leave, and "none". */
export const ratings = ["5", "4", "3", "2", "1", "none"] as const;
type RatingCode = (typeof ratings)[number];

/** Whether a reply is one of a group of nearly identical ones (model/replyGroups.ts); "other" also where no reply is published. */
export const replyStates = ["repeated", "notice", "other"] as const;
export type ReplyState = (typeof replyStates)[number];

/** Positions in waitStates, ratings and replyStates, one of each an appeal. */
export interface Marks {
  wait: Uint8Array;
  rating: Uint8Array;
  replies: Uint8Array;
}

/** One byte an appeal. */
export function encodeMarks(
  appeals: readonly { wait: WaitState; rating: number | null; replies?: ReplyState }[],
): Uint8Array {
  return Uint8Array.from(
    appeals,
    ({ wait, rating, replies = "other" }) =>
      waitStates.indexOf(wait) |
      (ratings.indexOf(rating === null ? "none" : (String(rating) as RatingCode)) << 3) |
      (replyStates.indexOf(replies) << 6),
  );
}

/** Reads what encodeMarks wrote. @throws where the bytes are not as many as the appeals */
export function decodeMarks(bytes: Uint8Array, length: number): Marks {
  if (bytes.length !== length) throw new RangeError("Marks of another length");
  return {
    wait: bytes.map((byte) => byte & 7),
    rating: bytes.map((byte) => (byte >>> 3) & 7),
    replies: bytes.map((byte) => byte >>> 6),
  };
}

/** The cells of an appeal that no column of the search holds; empty where the appeal has none. */
export const rowFields = [
  "id",
  "received",
  "firstReply",
  "closed",
  "firstReplyDays",
  "closingDays",
  "datesToWeek",
] as const;
export type RowField = (typeof rowFields)[number];
export type DetailRows = Readonly<Record<RowField, readonly string[]>>;

/** Field by field, because what is alike packs well together. Values hold neither tabs nor line ends. */
export function encodeRows(rows: DetailRows): string {
  return rowFields.map((field) => rows[field].join("\n")).join("\t");
}

/** Reads what encodeRows wrote. @throws where it is not as long as the appeals ask for */
export function decodeRows(text: string, length: number): DetailRows {
  const fields = text.split("\t").map((field) => field.split("\n"));
  if (fields.length !== rowFields.length || fields.some((field) => field.length !== length))
    throw new RangeError("Rows of another length");
  return Object.fromEntries(rowFields.map((field, at) => [field, fields[at] ?? []])) as unknown as DetailRows;
}
