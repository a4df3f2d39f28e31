import { closeSync, openSync, readSync } from "node:fs";
import { join } from "node:path";
import type { PublicAppeal } from "../model/appeal.ts";
import { appealsFile } from "./editionFiles.ts";

/** Public appeals of an edition by their place in it, newest first, read one by one: what has to gather them in another order. */
export interface AppealLines {
  /** Public ids in the order of the edition. */
  ids: readonly string[];
  /** @param place in that order */
  read: (place: number) => PublicAppeal;
  close: () => void;
}

const blockSize = 1 << 20;
/** The writer puts the id first (privacy/gate.ts makes the object so), and an id needs no escapes. */
const idStart = '{"id":"';

/** Opens the appeals of an edition. In memory stands an id and a position for each. @throws where a line does not begin with its id */
export function openAppealLines(editionDir: string): AppealLines {
  const file = openSync(join(editionDir, appealsFile), "r");
  const ids: string[] = [];
  const starts: number[] = [];
  const block = Buffer.allocUnsafe(blockSize);
  let position = 0;
  let isStart = true;
  let head = "";
  const headLength = 96;
  const finish = (): void => {
    const end = head.indexOf('"', idStart.length);
    if (!head.startsWith(idStart) || end < 0)
      throw new Error(`A line of ${appealsFile} does not begin with the id of its appeal`);
    // A copy: a piece of a string would keep the whole of it.
    ids.push(Buffer.from(head.slice(idStart.length, end)).toString());
    head = "";
  };
  for (let size = readSync(file, block); size > 0; size = readSync(file, block)) {
    for (let from = 0; from < size;) {
      if (isStart) {
        starts.push(position + from);
        isStart = false;
      }
      const found = block.indexOf(10, from);
      const end = found < 0 || found >= size ? size : found;
      if (head.length < headLength)
        head += block.toString("latin1", from, Math.min(end, from + headLength - head.length));
      if (end < size) {
        finish();
        isStart = true;
      }
      from = end + 1;
    }
    position += size;
  }
  if (!isStart) finish();
  starts.push(position);
  return {
    ids,
    read(place) {
      const bytes = Buffer.allocUnsafe(starts[place + 1]! - starts[place]!);
      readSync(file, bytes, 0, bytes.length, starts[place]!);
      return JSON.parse(bytes.toString("utf8")) as PublicAppeal;
    },
    close: () => closeSync(file),
  };
}
