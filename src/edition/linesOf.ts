import { closeSync, openSync, readSync } from "node:fs";

const blockSize = 1 << 20;

/** As the gate writes an appeal, its id comes first. */
const idAtFront = /^\{"id":"([a-z0-9-]+)"/;

/** The public id of the appeal on a line of an edition, without reading the line. @throws Error where it does not begin with one */
export function idOfLine(line: string): string {
  const id = idAtFront.exec(line)?.[1];
  if (id === undefined) throw new Error("A line of an edition does not begin with the id of an appeal");
  return id;
}

/** The lines of a file one by one, at once and in flat memory; the last one with or without an end. */
export function* linesOf(path: string): Generator<string> {
  const file = openSync(path, "r");
  try {
    const block = Buffer.allocUnsafe(blockSize);
    let rest: Buffer[] = [];
    for (let size = readSync(file, block); size > 0; size = readSync(file, block)) {
      let from = 0;
      for (let end = block.indexOf(10, from); end >= 0 && end < size; end = block.indexOf(10, from)) {
        rest.push(block.subarray(from, end));
        yield Buffer.concat(rest).toString();
        rest = [];
        from = end + 1;
      }
      // A copy: the block is filled anew.
      if (from < size) rest.push(Buffer.from(block.subarray(from, size)));
    }
    if (rest.length > 0) yield Buffer.concat(rest).toString();
  } finally {
    closeSync(file);
  }
}
