import { blockSize } from "../format/companion.ts";
import { decodeMarks, type Marks } from "../format/details.ts";
import type { ReadFile } from "./engine.ts";
import { markNames } from "./filters.ts";
import type { Manifest } from "../format/manifest.ts";

/**
 * The marks of all appeals, shard by shard. They lie in blocks whose borders are not those of the shards.
 *
 * @param blocks their folders, oldest first, as the companion names them
 * @throws where a block cannot be had, or is not as long as the manifest asks for
 */
export async function allMarks(
  { total, shards }: Pick<Manifest, "total" | "shards">,
  blocks: readonly string[],
  read: ReadFile,
): Promise<readonly Marks[]> {
  const whole: Marks = {
    wait: new Uint8Array(total),
    rating: new Uint8Array(total),
    replies: new Uint8Array(total),
  };
  const parts = await Promise.all(
    blocks.map(async (folder, block) =>
      decodeMarks(await read(`${folder}/marks.columns`), Math.min(blockSize, total - block * blockSize)),
    ),
  );
  for (const [block, marks] of parts.entries())
    for (const name of markNames) whole[name].set(marks[name], block * blockSize);
  let from = 0;
  return shards.map(({ count }) => ({
    wait: whole.wait.subarray(from, from + count),
    rating: whole.rating.subarray(from, from + count),
    replies: whole.replies.subarray(from, (from += count)),
  }));
}
