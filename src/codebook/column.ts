import type { CodebookKey } from "../words/codebookWords.ts";
import type { Outcome } from "../model/outcome.ts";
import type { CodeList } from "./codeLists.ts";
import type { ColumnType, Unit } from "./columnKinds.ts";

type KeyBetween<Start extends string, End extends string> = CodebookKey extends infer Key
  ? Key extends `${Start}${infer Name}${End}`
    ? Name
    : never
  : never;

/** What a column of a figure says of it. */
type FigurePart = "value" | "share" | "days" | "low" | "high" | "of" | "reason" | "beyond";

/** One column of a published table. Its words are made of it by `tellColumn`. */
export interface Column {
  /** Its name in files for programs: a contract. */
  readonly name: string;
  readonly type: ColumnType;
  /** Stem of its words; of a column of a figure: the figure and what the column says of it; of an outcome's count: of whom. */
  readonly words:
    | KeyBetween<"", ".title">
    | { readonly figure: string; readonly part: FigurePart }
    | { readonly outcome: Outcome; readonly of: "receivers" | "others" };
  /** What an empty cell means; "never" where none is. */
  readonly empty: KeyBetween<"empty.", "">;
  readonly unit?: Unit;
  /** Every code that may stand in it. */
  readonly codes?: CodeList;
  /** What stands between its codes, of which a cell may have several, each perhaps with what is said of it: "late-answer 12". */
  readonly between?: string;
  /** It says what a line of a review counts: a code, or a kind of codes with those that count, "channels: letter portal". */
  readonly isCount?: true;
  /** Only rows with this in that column have one of its codes; others have a moment, or a code of an agency. */
  readonly codesWhere?: { readonly column: string; readonly is: string };
  /** Its codes are names of vocabulary.csv. */
  readonly vocabulary?: "agency" | "topic" | "place";
  /** Id of the definition of the figure that it belongs to. */
  readonly definition?: string;
  /** The column that says why a cell is empty. */
  readonly reason?: string;
  /** Its name in appeals.ndjson and the API, where that is another. */
  readonly field?: string;
}

export const namesOf = (columns: readonly Column[]): string[] => columns.map(({ name }) => name);
