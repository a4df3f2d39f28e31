import type { Appeal } from "../model/appeal.ts";
import type { Moment } from "../model/moment.ts";
import type { Outcome } from "../model/outcome.ts";
import { closingWord, type ClosingWord } from "./closingWord.ts";
import type { ColumnMap } from "./headerMatch.ts";
import type { Row } from "./row.ts";
import { readMark, type WordBook } from "./words.ts";

type Events = Pick<Appeal, "registered" | "firstReply" | "closed" | "outcome">;

/** Reads how an appeal ended, and which events its row has a word of that tells nothing. */
export interface EndingReader {
  /** @param closed the date in the column of closings */
  outcome: (row: Row, closed: Moment | null) => Outcome;
  /** Whether the row says that the appeal is closed, and nobody knows when: a word, or a cell that no date can be read from. */
  isClosedUndated: (row: Row) => boolean;
  /** Events whose cells are filled in and tell neither whether nor when. */
  unread: (row: Row, events: Events) => NonNullable<Appeal["unread"]>;
}

/** Makes the reader of the endings of one file's rows. */
export function endingReader(columns: ColumnMap, { outcomeOf }: Pick<WordBook, "outcomeOf">): EndingReader {
  const tellsEnding = columns.closed !== undefined || columns.outcome !== undefined;

  /** What the cell of the closing says where it holds no date. */
  const closingOf = (row: Row, closed: Moment | null): ClosingWord =>
    closed !== null ? "closed" : row.isFailed("closed") ? "unreadable" : closingWord(row.cell("closed"), outcomeOf);

  const isUnclear = (text: string): boolean => text !== "" && readMark(text) !== false;

  return {
    outcome(row, closed) {
      const word = row.cell("outcome");
      if (word === "") {
        // Where no column tells of an ending, or the one that does cannot be read, nothing says that an appeal is still open.
        const isTold = closed === null && tellsEnding && !row.isFailed("outcome");
        return isTold && ["", "open"].includes(closingOf(row, closed)) ? "open" : "unknown";
      }
      const meaning = outcomeOf(word);
      if (meaning !== undefined) {
        if (meaning !== "open" && columns.closed !== undefined && closingOf(row, closed) === "")
          row.tell("CLOSED_WITHOUT_DATE", "closed");
        return meaning === "closed" ? "unknown" : meaning;
      }
      row.tell("OUTCOME_UNLISTED", "outcome");
      return "unknown";
    },
    isClosedUndated: (row) => closingOf(row, null) === "closed" || outcomeOf(row.cell("outcome")) === "closed",
    unread(row, { registered, firstReply, closed, outcome }) {
      const events: NonNullable<Appeal["unread"]>[number][] = [];
      // "No" says that nobody has replied; of a registration it says as little as any other word.
      if (registered === null && (row.isFailed("registered") || row.cell("registered") !== ""))
        events.push("registered");
      if (firstReply === null && (row.isFailed("firstReply") || isUnclear(row.cell("firstReply"))))
        events.push("firstReply");
      if (closed === null && outcome !== "open" && (closingOf(row, null) === "unreadable" || row.isFailed("outcome")))
        events.push("closed");
      return events;
    },
  };
}
