import { createWriteStream } from "node:fs";
import { rename } from "node:fs/promises";
import { once } from "node:events";
import { join } from "node:path";
import type { ReplyGroup } from "../model/replyGroups.ts";
import { appealsFile } from "./editionFiles.ts";
import { idOfLine, linesOf } from "./linesOf.ts";

/**
 * Tells each appeal of an edition the group of its reply: what groups there are is known only after the last appeal is written. Lines of
 * other appeals stay as they are.
 *
 * @throws Error where a line does not begin with the id of its appeal
 */
export async function writeReplyGroups(
  editionDir: string,
  groups: readonly Pick<ReplyGroup, "id" | "appeals">[],
): Promise<void> {
  const groupOf = new Map(groups.flatMap(({ id, appeals }) => appeals.map((appeal) => [appeal, id] as const)));
  if (groupOf.size === 0) return;
  const path = join(editionDir, appealsFile);
  const stream = createWriteStream(`${path}.new`);
  const failed = once(stream, "error").then(([error]) => Promise.reject(error as Error));
  failed.catch(() => undefined);
  for (const line of linesOf(path)) {
    const group = groupOf.get(idOfLine(line));
    const told = group === undefined ? line : `${line.slice(0, -1)},"replyGroup":${JSON.stringify(group)}}`;
    if (!stream.write(`${told}\n`)) await Promise.race([once(stream, "drain"), failed]);
  }
  stream.end();
  await Promise.race([once(stream, "close"), failed]);
  await rename(`${path}.new`, path);
}
