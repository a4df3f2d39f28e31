import { looksLikePerson } from "../model/personName.ts";
import type { SourceField } from "../model/source.ts";
import { visibleLabel } from "./label.ts";
import type { LabelBook } from "./labelBook.ts";
import { ownCopy } from "./ownCopy.ts";
import { writtenDate } from "./readDate.ts";
import type { Row } from "./row.ts";
import type { Books } from "./vocabularyBooks.ts";

/** Reads the cells in which somebody chose from a list of agencies, topics or places. */
export interface LabelReader {
  /** The code of the label that the cell of a field holds; "" where it is empty. */
  agency: (row: Row, field: "agency" | "handedFrom") => string;
  place: (row: Row) => string;
  /** The topic, and whether its appeals are owed no answer. */
  topic: (row: Row) => { topic: string; unowed: boolean };
  /** The first of the lists in which a date stands: the columns of the row have shifted. */
  shifted: (row: Row) => SourceField | undefined;
}

/** Makes the reader of the labels of one file's rows. */
export function labelReader(books: Books): LabelReader {
  const judged = new Map<string, "empty" | "date" | "person" | "name">();

  /** A label is looked at once, however many rows carry it. */
  const judge = (label: string): "empty" | "date" | "person" | "name" => {
    if (label === "") return "empty";
    let verdict = judged.get(label);
    if (verdict === undefined) {
      const date = /^\d/.test(label) ? writtenDate(label) : null;
      const visible = visibleLabel(label);
      verdict =
        date !== null && date.form !== "serial"
          ? "date"
          : visible === ""
            ? "empty"
            : looksLikePerson(visible)
              ? "person"
              : "name";
      judged.set(ownCopy(label), verdict);
    }
    return verdict;
  };

  const codeIn = (
    book: LabelBook,
    row: Row,
    field: SourceField,
    finding: "AGENCY_UNLISTED" | "TOPIC_UNLISTED" | "PLACE_UNLISTED",
    parent: string | null = null,
  ): string => {
    const label = row.cell(field);
    const verdict = judge(label);
    if (verdict === "empty") return "";
    if (field === "agency" && verdict === "person") row.tell("AGENCY_IS_PERSON", field);
    const { code, listed } = book.codeOf(label, parent);
    if (!listed && !book.empty) row.tell(finding, field);
    return code;
  };

  return {
    agency: (row, field) => codeIn(books.agencies, row, field, "AGENCY_UNLISTED"),
    place: (row) => codeIn(books.places, row, "place", "PLACE_UNLISTED"),
    topic(row) {
      const group = codeIn(books.topics, row, "topicGroup", "TOPIC_UNLISTED");
      const topic =
        row.cell("topic") === ""
          ? group
          : codeIn(books.topics, row, "topic", "TOPIC_UNLISTED", group === "" ? null : group);
      return { topic, unowed: books.unowedTopics.has(topic) || books.unowedTopics.has(group) };
    },
    shifted: (row) => (["agency", "place", "topic"] as const).find((field) => judge(row.cell(field)) === "date"),
  };
}
