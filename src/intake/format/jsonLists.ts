/** What a JSON file holds, by where it stands: "result.records[]" are the items of the list records in the object result. */
export interface JsonLists {
  /** Items that are objects, by the list they stand in. */
  objects: Map<string, number>;
  /** Lists of plain values, by the list they stand in: rows of cells without names. */
  rows: Map<string, number>;
  /** Objects that are no items but values of an object, by that object: appeals under their numbers. */
  named: Map<string, number>;
  /** Lists of two and more plain values in an object, by that object: columns one after the other. */
  columns: Map<string, number>;
}

interface Container {
  path: string;
  isList: boolean;
  /** Plain values in a list so far, and whether anything else is in it. */
  plain: number;
  nested: boolean;
}

const count = (counts: Map<string, number>, path: string): void => void counts.set(path, (counts.get(path) ?? 0) + 1);
/** Keys are names, and paths of names; longer ones tell no list from another. */
export const longestKey = 100;

/** Looks through JSON of any size for its lists. Items that are objects are not looked into: what they hold is theirs. */
export async function jsonLists(texts: AsyncIterable<string>): Promise<JsonLists> {
  const lists: JsonLists = { objects: new Map(), rows: new Map(), named: new Map(), columns: new Map() };
  const open: Container[] = [];
  /** Depth inside an item; 0 outside. */
  let inside = 0;
  let [inString, escaped, string, key] = [false, false, "", ""];
  let hasValue = false;

  const begin = (isList: boolean): void => {
    const outer = open.at(-1);
    if (outer) outer.nested = true;
    if (!isList && outer?.isList) {
      count(lists.objects, outer.path);
      inside = 1;
      return;
    }
    if (!isList && outer) count(lists.named, outer.path);
    const name = outer === undefined || outer.isList ? "" : `${outer.path === "" ? "" : "."}${key}`;
    open.push({ path: `${outer?.path ?? ""}${name}${isList ? "[]" : ""}`, isList, plain: 0, nested: false });
    hasValue = false;
  };
  const endValue = (): void => {
    const list = open.at(-1);
    if (hasValue && list?.isList) list.plain += 1;
    hasValue = false;
  };
  const end = (): void => {
    endValue();
    const ended = open.pop();
    const outer = open.at(-1);
    if (!ended?.isList || ended.nested || ended.plain === 0 || !outer) return;
    if (outer.isList) count(lists.rows, outer.path);
    else if (ended.plain > 1) count(lists.columns, outer.path);
  };

  for await (const text of texts) {
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (inString) {
        if (escaped) escaped = false;
        else if (code === 92) escaped = true;
        else if (code === 34) inString = false;
        if (inString && inside === 0 && string.length < longestKey) string += text[at];
      } else if (code === 34) {
        inString = true;
        string = "";
        hasValue = true;
      } else if (inside > 0) {
        if (code === 123 || code === 91) inside += 1;
        else if (code === 125 || code === 93) inside -= 1;
      } else if (code === 123 || code === 91) begin(code === 91);
      else if (code === 125 || code === 93) end();
      else if (code === 58) key = string;
      else if (code === 44) endValue();
      else if (code > 32) hasValue = true;
    }
  }
  return lists;
}

/**
 * The list in which the records stand: the one with the most objects, the first of equals.
 *
 * @returns null where the file has no such list, or holds more records in another shape
 */
export function listOfRecords({ objects, rows, named, columns }: JsonLists): string | null {
  const most = (counts: Map<string, number>): [string, number] =>
    [...counts].reduce<[string, number]>((best, next) => (next[1] > best[1] ? next : best), ["", 0]);
  const [path, items] = most(objects);
  const [, appeals] = most(named);
  // Two names beside the list are around it: what was asked for, links to other pages.
  return items === 0 || most(rows)[1] > items || (appeals > items && appeals > 5) || (items < 2 && most(columns)[1] > 2)
    ? null
    : path;
}
