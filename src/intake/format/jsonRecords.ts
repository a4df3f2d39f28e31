import { longestKey } from "./jsonLists.ts";

/** A record of a JSON file as text, with the line it starts on. */
export interface JsonSlice {
  line: number;
  text: string;
}

/** One record longer than this is a bracket that nobody closed. In UTF-16 units. */
const longestSlice = 1 << 26;

/**
 * Finds the records in JSON of any size without holding more than one of them: objects that stand one after the other
 * (NDJSON), or the items of lists, however deep these are wrapped and nested.
 *
 * @param wrapped true where the file is one object around the array of records; then objects outside arrays are none
 * @param list the one list whose items are records, as jsonLists names it; null: every list
 * @throws RangeError where a record has no end
 */
export async function* jsonRecords(
  texts: AsyncIterable<string>,
  wrapped: boolean,
  list: string | null = null,
): AsyncGenerator<JsonSlice> {
  let line = 1;
  let startLine = 1;
  let slice = "";
  let depth = 0;
  let inString = false;
  let escaped = false;
  let inRecord = false;
  /** What is open around: lists or not, each with its place. */
  const around: { isList: boolean; path: string }[] = [];
  let [string, key] = ["", ""];
  const enter = (isList: boolean): void => {
    const outer = around.at(-1);
    const name = outer === undefined || outer.isList ? "" : `${outer.path === "" ? "" : "."}${key}`;
    around.push({ isList, path: `${outer?.path ?? ""}${name}${isList ? "[]" : ""}` });
  };

  for await (const text of texts) {
    let from = 0;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === 10) line += 1;
      if (inString) {
        if (escaped) escaped = false;
        else if (code === 92) escaped = true;
        else if (code === 34) inString = false;
        if (inString && !inRecord && string.length < longestKey) string += text[at];
        continue;
      }
      if (code === 34) {
        inString = true;
        string = "";
      } else if (code === 58) {
        if (!inRecord) key = string;
      } else if (code === 123) {
        const outer = around.at(-1);
        if (!inRecord && (outer === undefined ? !wrapped : outer.isList && (list === null || outer.path === list))) {
          inRecord = true;
          depth = 0;
          startLine = line;
          from = at;
          slice = "";
        }
        if (inRecord) depth += 1;
        else enter(false);
      } else if (code === 125) {
        if (!inRecord) around.pop();
        else if (--depth === 0) {
          yield { line: startLine, text: slice + text.slice(from, at + 1) };
          inRecord = false;
        }
      } else if (!inRecord && code === 91) enter(true);
      else if (!inRecord && code === 93) around.pop();
    }
    if (inRecord) slice += text.slice(from);
    if (slice.length > longestSlice) throw new RangeError("a JSON record without an end");
  }
  if (inRecord || inString) throw new RangeError("a JSON record without an end");
}
