import type { Appeal } from "../model/appeal.ts";
import type { Channel } from "../model/channel.ts";
import { isoDateOfDay, type Moment } from "../model/moment.ts";
import type { Source, SourceField } from "../model/source.ts";
import { type AppealNumbers, saysNoNumber, type LostDigits } from "./appealNumber.ts";
import type { CivilTime } from "./civilTime.ts";
import type { ContentIds } from "./contentId.ts";
import { dateFields, type DateOrders } from "./dateOrders.ts";
import { eventDateReader } from "./eventDates.ts";
import type { FindingLedger } from "./findingLedger.ts";
import type { ColumnMap } from "./headerMatch.ts";
import { Row } from "./row.ts";
import { endingReader } from "./rowEnding.ts";
import { rowFault } from "./rowFault.ts";
import { labelReader } from "./rowLabels.ts";
import { markReader } from "./rowMarks.ts";
import type { Books } from "./vocabularyBooks.ts";
import { missingWords, readMark, readRating, type WordBook } from "./words.ts";

export interface AppealReaderInput {
  source: Source;
  edition: string;
  /** Name inside the edition folder. */
  file: string;
  width: number;
  columns: ColumnMap;
  orders: DateOrders;
  books: Books;
  words: WordBook;
  civil: CivilTime;
  contentIds: ContentIds;
  numbers: AppealNumbers;
  digits: LostDigits;
  ledger: FindingLedger;
}

/**
 * Makes the reader of one file's rows. It gives an appeal, or null for a row that cannot be used; either way it tells
 * the ledger what it found.
 */
export function appealReader(input: AppealReaderInput): (line: number, cells: readonly string[]) => Appeal | null {
  const { source, edition, file, width, columns, words, contentIds, ledger } = input;
  const layout = { columns, isMissing: missingWords(source.missing), ledger };
  const otherFields = (Object.keys(columns) as SourceField[]).filter(
    (field) => !(dateFields as readonly SourceField[]).includes(field),
  );
  const datesOf = eventDateReader(edition, columns, input.orders, input.civil);
  const labels = labelReader(input.books);
  const marksOf = markReader(columns, words);
  const ending = endingReader(columns, words);

  return (line, cells) => {
    const row = new Row(layout, line, cells);
    const fault = rowFault(cells, width);
    if (fault !== null) {
      row.tell(fault);
      return null;
    }
    const shifted = labels.shifted(row);
    if (shifted !== undefined) {
      row.tell("ROW_SHIFTED", shifted);
      return null;
    }
    const dates = datesOf(row);
    if (dates === null) return null;
    const { received, registered, firstReply, closed: closing, reopened, confirmed, planned } = dates;

    const outcome = ending.outcome(row, closing);
    // An appeal that its own source calls open has not been closed, whatever date stands beside it.
    const closed = outcome === "open" ? null : closing;
    if (closing !== closed) row.tell("OPEN_WITH_CLOSING", "closed");
    if (closed !== null && isBefore(closed, received)) row.tell("CLOSED_BEFORE_RECEIVED", "closed");
    if (firstReply !== null && isBefore(firstReply, received)) row.tell("REPLY_BEFORE_RECEIVED", "firstReply");

    const agency = labels.agency(row, "agency");
    if (agency === "" && columns.agency !== undefined) row.tell("AGENCY_MISSING", "agency");
    if (row.mayFail) for (const field of otherFields) if (row.isFailed(field)) row.tell("FORMULA_FAILED", field);
    const unread = ending.unread(row, { registered, firstReply, closed, outcome });
    const handedFrom = labels.agency(row, "handedFrom");
    const { topic, unowed } = labels.topic(row);
    const isUnowed = isUnowedKind(row, words) || unowed;
    const marks = marksOf(row);
    const number = numberOf(row, input);
    if (number === "" && columns.id !== undefined) row.tell("ID_MISSING", "id");
    const appeal: Appeal = {
      source: source.name,
      id: number === "" ? contentIds.idOf(cells, columns, file) : ofItsYear(number, received, source),
      edition,
      file,
      line,
      channel: channelOf(row, source, words),
      agency,
      // Many systems fill the first organisation in every row; it is a hand-over only where the two differ.
      handedFrom: handedFrom === agency ? "" : handedFrom,
      topic,
      place: labels.place(row),
      received,
      registered,
      firstReply,
      closed,
      reopened,
      confirmed,
      planned,
      outcome: isUnowed ? "unowed" : outcome,
      withdrawn: isWithdrawn(row),
      rating: ratingOf(row),
      text: row.cell("text"),
      reply: row.cell("reply"),
    };
    if (closed === null && !isUnowed && outcome === "unknown" && ending.isClosedUndated(row))
      appeal.closedUndated = true;
    if (unread.length > 0) appeal.unread = unread;
    if (marks !== null) appeal.marks = marks;
    return appeal;
  };
}

/** Between two instants by the clock, as soon as one is a bare date by the calendar. */
function isBefore(event: Moment, start: Moment): boolean {
  return event.instant !== null && start.instant !== null ? event.instant < start.instant : event.day < start.day;
}

/** Whether appeals of this kind are owed no answer. What no list has is owed one. */
function isUnowedKind(row: Row, words: WordBook): boolean {
  const word = row.cell("kind");
  if (word === "") return false;
  const answer = words.answerOf(word);
  if (answer === undefined) row.tell("KIND_UNLISTED", "kind");
  return answer === "notOwed";
}

function channelOf(row: Row, source: Source, words: WordBook): Channel {
  const word = row.cell("channel");
  const channel = word === "" ? undefined : words.channelOf(word);
  if (word !== "" && channel === undefined) row.tell("CHANNEL_UNLISTED", "channel");
  return channel ?? source.channel ?? "other";
}

/** The number of the appeal as its source means it; "" where it has none. */
function numberOf(row: Row, { numbers, digits }: Pick<AppealReaderInput, "numbers" | "digits">): string {
  const written = row.cell("id");
  if (written === "" || saysNoNumber(written)) return "";
  const { number, rewritten } = numbers.numberOf(written);
  if (rewritten) row.tell("NUMBER_REWRITTEN", "id");
  digits.add(number, row.line);
  return number;
}

/** Where numbers begin again with each year, the year of receipt is part of them. */
function ofItsYear(number: string, received: Moment, { numbers }: Source): string {
  return numbers === "yearly" ? `${isoDateOfDay(received.day).slice(0, 4)}/${number}` : number;
}

function ratingOf(row: Row): number | null {
  const text = row.cell("rating");
  if (text === "") return null;
  const rating = readRating(text);
  if (rating === null) row.tell("RATING_UNREADABLE", "rating");
  return rating;
}

function isWithdrawn(row: Row): boolean {
  const text = row.isFailed("withdrawn") ? row.written("withdrawn") : row.cell("withdrawn");
  if (text === "") return false;
  const mark = readMark(text);
  // Whatever stands in the column of withdrawals, perhaps a date or a name, is more likely a withdrawal than none.
  if (mark === null) row.tell("WITHDRAWN_UNREADABLE", "withdrawn");
  return mark ?? true;
}
