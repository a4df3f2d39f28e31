/** A record of a JSON file as text, with the line it starts on. */
export interface JsonSlice {
  line: number;
  text: string;
}

/** One record longer than this is a bracket that nobody closed. In UTF-16 units. */
const longestSlice = 1 << 26;

/**
 * Finds the records in JSON of any size without holding more than one of them: objects that stand one after the other
 * (NDJSON), or the objects of the first array that has any, however deep it is wrapped and nested.
 *
 * @param wrapped true where the file is one object around the array of records; then objects outside arrays are none
 * @throws RangeError where a record has no end
 */
export async function* jsonRecords(texts: AsyncIterable<string>, wrapped: boolean): AsyncGenerator<JsonSlice> {
  let line = 1;
  let startLine = 1;
  let slice = "";
  let depth = 0;
  let inString = false;
  let escaped = false;
  let inRecord = false;
  const arrays: boolean[] = [];

  for await (const text of texts) {
    let from = 0;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === 10) line += 1;
      if (inString) {
        if (escaped) escaped = false;
        else if (code === 92) escaped = true;
        else if (code === 34) inString = false;
        continue;
      }
      if (code === 34) inString = true;
      else if (code === 123) {
        if (!inRecord && (arrays.at(-1) ?? !wrapped)) {
          inRecord = true;
          depth = 0;
          startLine = line;
          from = at;
          slice = "";
        }
        if (inRecord) depth += 1;
        else arrays.push(false);
      } else if (code === 125) {
        if (!inRecord) arrays.pop();
        else if (--depth === 0) {
          yield { line: startLine, text: slice + text.slice(from, at + 1) };
          inRecord = false;
        }
      } else if (!inRecord && code === 91) arrays.push(true);
      else if (!inRecord && code === 93) arrays.pop();
    }
    if (inRecord) slice += text.slice(from);
    if (slice.length > longestSlice) throw new RangeError("a JSON record without an end");
  }
  if (inRecord || inString) throw new RangeError("a JSON record without an end");
}
