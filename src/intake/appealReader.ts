import { type Appeal } from "../model/appeal.ts";
import { type Channel } from "../model/channel.ts";
import { dayOfIsoDate, isoDateOfDay, type Moment } from "../model/moment.ts";
import { type Outcome } from "../model/outcome.ts";
import { oldestDay } from "../model/plausibleReceipt.ts";
import { type Source, type SourceField } from "../model/source.ts";
import { type CivilTime } from "./civilTime.ts";
import { type AppealNumbers, saysNoNumber, type LostDigits } from "./appealNumber.ts";
import { type ContentIds } from "./contentId.ts";
import { type FindingLedger } from "./findingLedger.ts";
import { type ColumnMap } from "./headerMatch.ts";
import { type LabelBook } from "./labelBook.ts";
import { dateFields, type DateField, type DateOrders } from "./dateOrders.ts";
import { visibleLabel } from "./label.ts";
import { looksLikePerson } from "../model/personName.ts";
import { readDate, writtenDate, type DateReading } from "./readDate.ts";
import { longestCell } from "./rowCare.ts";
import { emptyDate } from "./emptyDate.ts";
import { closingWord, type ClosingWord } from "./closingWord.ts";
import { isFailedFormula, missingWords, readMark, readRating, type WordBook } from "./words.ts";
import { type Books } from "./vocabularyBooks.ts";
import { ownCopy } from "./ownCopy.ts";

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

/** Events that need not have taken place: what a program writes for none is none. */
const eventFields = new Set<SourceField>(dateFields.filter((field) => field !== "received"));

const datesRemembered = 50_000;
/** With spaces around it; texts are longer than the error of a formula. */
const longestError = 40;

/**
 * Makes the reader of one file's rows. It gives an appeal, or null for a row that cannot be used; either way it tells
 * the ledger what it found.
 */
export function appealReader(input: AppealReaderInput): (line: number, cells: readonly string[]) => Appeal | null {
  const { source, edition, file, width, columns, orders, books, words, civil, contentIds, numbers, digits, ledger } =
    input;
  const isMissing = missingWords(source.missing);
  const exportDay = dayOfIsoDate(edition);
  const readings = new Map<string, Map<string, DateReading>>();
  const judged = new Map<string, "date" | "person" | "name">();

  const written = (cells: readonly string[], field: SourceField): string => {
    const index = columns[field];
    return index === undefined ? "" : (cells[index] ?? "").trim();
  };

  const cell = (cells: readonly string[], field: SourceField): string => {
    const text = written(cells, field);
    const isEmpty = isMissing(text) || isFailedFormula(text) || (eventFields.has(field) && emptyDate(text) !== null);
    return isEmpty ? "" : text;
  };

  /** A cell with the error of a formula is filled in, and what it said nobody knows. */
  const isFailed = (cells: readonly string[], field: SourceField): boolean => {
    const index = columns[field];
    const text = index === undefined ? "" : (cells[index] ?? "");
    return text.length < longestError && text.includes("#") && isFailedFormula(text.trim());
  };
  const otherFields = (Object.keys(columns) as SourceField[]).filter(
    (field) => !(dateFields as readonly SourceField[]).includes(field),
  );

  const reading = (text: string, field: DateField): DateReading => {
    const order = orders[field];
    let remembered = readings.get(order ?? "");
    if (remembered === undefined) readings.set(order ?? "", (remembered = new Map<string, DateReading>()));
    let known = remembered.get(text);
    if (known === undefined) {
      if (remembered.size >= datesRemembered) remembered.clear();
      known = readDate(text, order, civil);
      remembered.set(ownCopy(text), known);
    }
    return known;
  };

  /** A label is looked at once: a date among the districts means that the columns of its row have shifted. */
  const judge = (label: string): "date" | "person" | "name" => {
    let verdict = judged.get(label);
    if (verdict === undefined) {
      const date = /^\d/.test(label) ? writtenDate(label) : null;
      verdict =
        date !== null && date.form !== "serial" ? "date" : looksLikePerson(visibleLabel(label)) ? "person" : "name";
      judged.set(ownCopy(label), verdict);
    }
    return verdict;
  };

  /** undefined: the row is of no use. */
  const eventDate = (cells: readonly string[], field: DateField, line: number): Moment | null | undefined => {
    const text = isFailed(cells, field) ? written(cells, field) : cell(cells, field);
    if (text === "") {
      if (field !== "received" && emptyDate(written(cells, field)) === "usual") ledger.add("DATE_TOO_OLD", line, field);
      return null;
    }
    const read = reading(text, field);
    if (typeof read === "object") {
      if (read.day < oldestDay) ledger.add("DATE_TOO_OLD", line, field);
      else if (read.day > exportDay && field !== "planned") ledger.add("DATE_AFTER_EXPORT", line, field);
      return read;
    }
    if (read === "impossible") {
      ledger.add("DATE_IMPOSSIBLE", line, field);
      return undefined;
    }
    if (field === "received" || read === "ambiguous") {
      ledger.add("DATE_UNREADABLE", line, field);
      return undefined;
    }
    ledger.add("EVENT_DATE_UNREADABLE", line, field);
    return null;
  };

  const labelCode = (
    book: LabelBook,
    label: string,
    finding: "AGENCY_UNLISTED" | "TOPIC_UNLISTED" | "PLACE_UNLISTED",
    field: SourceField,
    line: number,
    parent: string | null = null,
  ): string => {
    if (visibleLabel(label) === "") return "";
    if (field === "agency" && judge(label) === "person") ledger.add("AGENCY_IS_PERSON", line, field);
    const { code, listed } = book.codeOf(label, parent);
    if (!listed && !book.empty) ledger.add(finding, line, field);
    return code;
  };

  /** The topic, and whether its appeals are owed no answer. */
  const topicOf = (cells: readonly string[], line: number): { topic: string; unowed: boolean } => {
    const group = labelCode(books.topics, cell(cells, "topicGroup"), "TOPIC_UNLISTED", "topicGroup", line);
    const leaf = cell(cells, "topic");
    const topic =
      leaf === "" ? group : labelCode(books.topics, leaf, "TOPIC_UNLISTED", "topic", line, group === "" ? null : group);
    return { topic, unowed: books.unowedTopics.has(topic) || books.unowedTopics.has(group) };
  };

  /** Whether appeals of this kind are owed no answer. What no list has is owed one. */
  const isUnowedKind = (cells: readonly string[], line: number): boolean => {
    const word = cell(cells, "kind");
    if (word === "") return false;
    const answer = words.answerOf(word);
    if (answer === undefined) ledger.add("KIND_UNLISTED", line, "kind");
    return answer === "notOwed";
  };

  const channelOf = (cells: readonly string[], line: number): Channel => {
    const word = cell(cells, "channel");
    if (word === "") return source.channel ?? "other";
    const channel = words.channelOf(word);
    if (channel !== undefined) return channel;
    ledger.add("CHANNEL_UNLISTED", line, "channel");
    return source.channel ?? "other";
  };

  const tellsEnding = columns.closed !== undefined || columns.outcome !== undefined;

  /** What the cell of the closing says where it holds no date. */
  const closingOf = (cells: readonly string[], closed: Moment | null): ClosingWord =>
    closed !== null
      ? "closed"
      : isFailed(cells, "closed")
        ? "unreadable"
        : closingWord(cell(cells, "closed"), words.outcomeOf);

  const outcomeOf = (cells: readonly string[], closed: Moment | null, line: number): Outcome => {
    const word = cell(cells, "outcome");
    if (word === "") {
      // Where no column tells of an ending, or the one that does cannot be read, nothing says that an appeal is still open.
      const isTold = closed === null && tellsEnding && !isFailed(cells, "outcome");
      return isTold && ["", "open"].includes(closingOf(cells, closed)) ? "open" : "unknown";
    }
    const meaning = words.outcomeOf(word);
    if (meaning !== undefined) {
      if (meaning !== "open" && columns.closed !== undefined && closingOf(cells, closed) === "")
        ledger.add("CLOSED_WITHOUT_DATE", line, "closed");
      return meaning === "closed" ? "unknown" : meaning;
    }
    ledger.add("OUTCOME_UNLISTED", line, "outcome");
    return "unknown";
  };

  /** Nobody knows when, as a word or a cell that no date can be read from says. */
  const isClosedUndated = (cells: readonly string[]): boolean =>
    closingOf(cells, null) === "closed" || words.outcomeOf(cell(cells, "outcome")) === "closed";

  const isUnclear = (text: string): boolean => text !== "" && readMark(text) !== false;

  /** Events whose cells are filled in and tell neither whether nor when. */
  const unreadOf = (
    cells: readonly string[],
    events: Pick<Appeal, "registered" | "firstReply" | "closed" | "outcome">,
  ): NonNullable<Appeal["unread"]> => [
    // "No" says that nobody has replied; of a registration it says as little as any other word.
    ...(events.registered === null && (isFailed(cells, "registered") || cell(cells, "registered") !== "")
      ? (["registered"] as const)
      : []),
    ...(events.firstReply === null && (isFailed(cells, "firstReply") || isUnclear(cell(cells, "firstReply")))
      ? (["firstReply"] as const)
      : []),
    ...(events.closed === null &&
    events.outcome !== "open" &&
    (closingOf(cells, null) === "unreadable" || isFailed(cells, "outcome"))
      ? (["closed"] as const)
      : []),
  ];

  /** Where numbers begin again with each year, the year of receipt is part of them. */
  const ofItsYear = (number: string, received: number): string =>
    source.numbers === "yearly" ? `${isoDateOfDay(received).slice(0, 4)}/${number}` : number;

  const numberOf = (cells: readonly string[], line: number): string => {
    const written = cell(cells, "id");
    if (written === "" || saysNoNumber(written)) return "";
    const { number, rewritten } = numbers.numberOf(written);
    if (rewritten) ledger.add("NUMBER_REWRITTEN", line, "id");
    digits.add(number, line);
    return number;
  };

  const ratingOf = (cells: readonly string[], line: number): number | null => {
    const text = cell(cells, "rating");
    if (text === "") return null;
    const rating = readRating(text);
    if (rating === null) ledger.add("RATING_UNREADABLE", line, "rating");
    return rating;
  };

  const withdrawnOf = (cells: readonly string[], line: number): boolean => {
    const text = isFailed(cells, "withdrawn") ? written(cells, "withdrawn") : cell(cells, "withdrawn");
    if (text === "") return false;
    const mark = readMark(text);
    // Whatever stands in the column of withdrawals, perhaps a date or a name, is more likely a withdrawal than none.
    if (mark === null) ledger.add("WITHDRAWN_UNREADABLE", line, "withdrawn");
    return mark ?? true;
  };

  return (line, cells) => {
    if (cells.length < width) {
      ledger.add("ROW_SHORT", line);
      return null;
    }
    if (cells.length > width && cells.slice(width).some((extra) => extra.trim() !== "")) {
      ledger.add("ROW_LONG", line);
      return null;
    }
    for (const text of cells) {
      if (text.length <= longestCell) continue;
      ledger.add("CELL_TOO_LONG", line);
      return null;
    }
    for (const field of ["agency", "place", "topic"] as const) {
      if (judge(cell(cells, field)) !== "date") continue;
      ledger.add("ROW_SHIFTED", line, field);
      return null;
    }
    const received = eventDate(cells, "received", line);
    const registered = eventDate(cells, "registered", line);
    const firstReply = eventDate(cells, "firstReply", line);
    const closing = eventDate(cells, "closed", line);
    const reopened = eventDate(cells, "reopened", line);
    const confirmed = eventDate(cells, "confirmed", line);
    const planned = eventDate(cells, "planned", line);
    if (received === null) ledger.add("RECEIVED_MISSING", line, "received");
    if (
      !received ||
      registered === undefined ||
      firstReply === undefined ||
      closing === undefined ||
      reopened === undefined ||
      confirmed === undefined ||
      planned === undefined
    )
      return null;

    const outcome = outcomeOf(cells, closing, line);
    // An appeal that its own source calls open has not been closed, whatever date stands beside it.
    const closed = outcome === "open" ? null : closing;
    if (closing !== closed) ledger.add("OPEN_WITH_CLOSING", line, "closed");
    if (closed !== null && isBefore(closed, received)) ledger.add("CLOSED_BEFORE_RECEIVED", line, "closed");
    if (firstReply !== null && isBefore(firstReply, received)) ledger.add("REPLY_BEFORE_RECEIVED", line, "firstReply");

    const agency = labelCode(books.agencies, cell(cells, "agency"), "AGENCY_UNLISTED", "agency", line);
    if (agency === "" && columns.agency !== undefined) ledger.add("AGENCY_MISSING", line, "agency");
    for (const field of otherFields) if (isFailed(cells, field)) ledger.add("FORMULA_FAILED", line, field);
    const unread = unreadOf(cells, { registered, firstReply, closed, outcome });
    const handedFrom = labelCode(books.agencies, cell(cells, "handedFrom"), "AGENCY_UNLISTED", "handedFrom", line);
    const { topic, unowed } = topicOf(cells, line);
    const isUnowed = isUnowedKind(cells, line) || unowed;
    const number = numberOf(cells, line);
    if (number === "" && columns.id !== undefined) ledger.add("ID_MISSING", line, "id");
    return {
      source: source.name,
      id: number === "" ? contentIds.idOf(cells, columns, file) : ofItsYear(number, received.day),
      edition,
      file,
      line,
      channel: channelOf(cells, line),
      agency,
      // Many systems fill the first organisation in every row; it is a hand-over only where the two differ.
      handedFrom: handedFrom === agency ? "" : handedFrom,
      topic,
      place: labelCode(books.places, cell(cells, "place"), "PLACE_UNLISTED", "place", line),
      received,
      registered,
      firstReply,
      closed,
      reopened,
      confirmed,
      planned,
      outcome: isUnowed ? "unowed" : outcome,
      ...(closed === null && !isUnowed && outcome === "unknown" && isClosedUndated(cells) && { closedUndated: true }),
      ...(unread.length > 0 && { unread }),
      withdrawn: withdrawnOf(cells, line),
      rating: ratingOf(cells, line),
      text: cell(cells, "text"),
      reply: cell(cells, "reply"),
    };
  };
}

/** Between two instants by the clock, as soon as one is a bare date by the calendar. */
function isBefore(event: Moment, start: Moment): boolean {
  return event.instant !== null && start.instant !== null ? event.instant < start.instant : event.day < start.day;
}
