// "import type", so that the browser does not load the whole codebook.
import type { AppealColumnName } from "../../codebook/appealColumns.ts";
import type { TakenWords } from "../../codebook/takenWords.ts";
import { noCode } from "../format/columns.ts";
import { blockSize } from "../format/companion.ts";
import { csvLine, type CsvKind } from "../../words/csvText.ts";
import { ratings, type DetailRows } from "../format/details.ts";
import { codesOf } from "./filters.ts";
import type { Manifest } from "../format/manifest.ts";
import type { Matches } from "./exactCount.ts";
import type { Search } from "./search.ts";

/** What can be taken away: a table of one kind, or the addresses alone. */
export type TakenForm = CsvKind | "links";

export interface TakeRequest {
  form: TakenForm;
  /** Whether texts and replies are wanted, which are many files. */
  texts: boolean;
  /** Says what the rows are, where they are from and of which day; stands above links, never above the header of a table. */
  citation: string;
  /** Full address of the appeals' folder, with a slash at the end. */
  address: string;
  /** Names by code. */
  names: Readonly<Record<"agency" | "topic" | "place", Readonly<Record<string, string>>>>;
  /** For spreadsheets: titles of columns by name, and words for codes. */
  words: TakenWords;
}

export interface TakeParts {
  manifest: Pick<Manifest, "shards" | "names">;
  search: Pick<Search, "appeal">;
  /** Rows of a block of appeals, counted from the oldest. */
  rows: (block: number) => Promise<DetailRows>;
}

/** More appeals with texts than this are a download of the whole: every eighth text is a file of its own. */
export const mostTexts = 2000;

/** Columns of the table: the same names as in appeals.csv of the downloads. */
export const takenHeader = [
  "id",
  "channel",
  "agency",
  "agency_name",
  "topic",
  "topic_name",
  "place",
  "place_name",
  "received",
  "first_reply",
  "closed",
  "dates_to_week",
  "outcome",
  "rating",
  "first_reply_days",
  "closing_days",
  "address",
] as const satisfies readonly AppealColumnName[];
/** Those that are there where texts are wanted. */
export const textHeader = ["text", "reply"] as const satisfies readonly AppealColumnName[];
const numbers = new Set([
  takenHeader.indexOf("rating"),
  takenHeader.indexOf("first_reply_days"),
  takenHeader.indexOf("closing_days"),
]);

/** Rows made before the browser is let go on. */
const rowsAtOnce = 2000;
/** Files asked for at the same time. */
const textsAtOnce = 48;

/**
 * The hits of a question as text, piece by piece, newest first.
 *
 * @param tell is called with the number of rows made
 */
export async function* takeAway(
  { tally, columns }: Matches,
  marks: readonly { rating: Uint8Array }[],
  { manifest, search, rows }: TakeParts,
  request: TakeRequest,
  tell: (made: number) => void,
): AsyncGenerator<string> {
  const { form, texts, citation, address, names, words } = request;
  const isForPeople = form === "spreadsheet";
  const said = (name: "channel" | "outcome" | "yesno", code: string): string =>
    isForPeople ? (words[name][code] ?? code) : code;
  // As in the portal's own files for spreadsheets (codebook/inWords.ts).
  const moment = (text: string): string => (isForPeople ? text.slice(0, 16).replace("T", " ") : text);
  const codes = codesOf(manifest.names);
  const offsets = manifest.shards.map((_, shard) =>
    manifest.shards.slice(0, shard).reduce((sum, { count }) => sum + count, 0),
  );
  if (form === "links") yield `# ${citation}\r\n`;
  else {
    // Spreadsheets tell UTF-8 by this mark.
    if (isForPeople) yield "\uFEFF";
    const header = texts ? [...takenHeader, ...textHeader] : takenHeader;
    yield csvLine(isForPeople ? header.map((name) => words.titles[name] ?? name) : header, form);
  }
  let made = 0;
  for (let shard = manifest.shards.length - 1; shard >= 0; shard -= 1) {
    const passing = tally.passing[shard] ?? new Uint32Array();
    const column = columns[shard];
    const mark = marks[shard];
    if (column === undefined || mark === undefined) continue;
    const cellsOf = (hit: number, blocks: ReadonlyMap<number, DetailRows>): string[] => {
      const position = (offsets[shard] ?? 0) + hit;
      const block = blocks.get(Math.floor(position / blockSize));
      const cell = (field: keyof DetailRows): string => block?.[field][position % blockSize] ?? "";
      const id = cell("id");
      const code = (name: "agency" | "topic" | "place" | "channel" | "outcome"): string =>
        codes[name][column[name][hit] ?? noCode] ?? "";
      const named = (name: "agency" | "topic" | "place"): [string, string] => [
        code(name),
        code(name) === "" ? "" : (names[name][code(name)] ?? code(name)),
      ];
      const rating = ratings[mark.rating[hit] ?? 0] ?? "none";
      return [
        id,
        said("channel", code("channel")),
        ...named("agency"),
        ...named("topic"),
        ...named("place"),
        moment(cell("received")),
        moment(cell("firstReply")),
        moment(cell("closed")),
        said("yesno", cell("datesToWeek")),
        said("outcome", code("outcome")),
        rating === "none" ? "" : rating,
        cell("firstReplyDays"),
        cell("closingDays"),
        `${address}${id}/`,
      ];
    };
    const lineOf = (hit: number, blocks: ReadonlyMap<number, DetailRows>): string => {
      const cells = cellsOf(hit, blocks);
      return form === "links" ? `${cells.at(-1) ?? ""}\r\n` : csvLine(cells, form, numbers);
    };
    const lineWithTexts = async (hit: number, blocks: ReadonlyMap<number, DetailRows>): Promise<string> => {
      const { text, reply } = await search.appeal(shard, hit);
      return csvLine([...cellsOf(hit, blocks), text ?? "", reply ?? ""], form === "links" ? "program" : form, numbers);
    };
    const step = texts ? textsAtOnce : rowsAtOnce;
    for (let from = 0; from < passing.length; from += step) {
      const hits = Array.from(passing.subarray(from, from + step));
      const needed = [...new Set(hits.map((hit) => Math.floor(((offsets[shard] ?? 0) + hit) / blockSize)))];
      const blocks = new Map(await Promise.all(needed.map(async (block) => [block, await rows(block)] as const)));
      const lines =
        texts && form !== "links"
          ? await Promise.all(hits.map((hit) => lineWithTexts(hit, blocks)))
          : hits.map((hit) => lineOf(hit, blocks));
      yield lines.join("");
      tell((made += lines.length));
    }
  }
}
