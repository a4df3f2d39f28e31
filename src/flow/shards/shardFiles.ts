import { createHmac, randomBytes } from "node:crypto";
import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { BuildStop } from "../../model/buildStop.ts";
import { openSealedText, sealedText } from "../../system/sealedText.ts";
import { readShard, type Shard } from "./shardOf.ts";

/**
 * What one shard has worked out, a file in a folder that the machines share. Its first line is a keyed hash of all behind
 * it, the second says of what it was made: so whoever merges notices a file that is damaged, that somebody else wrote or
 * that belongs to other exports, settings or code.
 */
const nameOf = ({ only, of }: Shard): string => `shard-${String(only).padStart(String(of).length, "0")}-of-${of}`;
const namePattern = /^shard-(\d+)-of-(\d+)$/u;

const sealOf =
  (key: string, shard: Shard) =>
  (rest: string): string =>
    createHmac("sha256", key).update(`shard\u0000${shard.only}/${shard.of}\u0000${rest}`).digest("hex");

/**
 * Writes what a shard has worked out; a file of the same shard is replaced in one step.
 *
 * @param key seals it; made: what madeOf gives
 */
export async function writeShardFile(
  folder: string,
  shard: Shard,
  key: string,
  made: string,
  content: string,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  // A machine that is given up for lost may still write when its shard is done again elsewhere.
  const unfinished = join(folder, `.${nameOf(shard)}.${randomBytes(4).toString("hex")}`);
  await writeFile(unfinished, sealedText(`${made}\n${content}`, sealOf(key, shard)), { mode: 0o600 });
  await rename(unfinished, join(folder, nameOf(shard)));
}

/**
 * The contents of all shards of a folder, in their order.
 *
 * @param key, made as they were given to writeShardFile
 * @throws BuildStop SHARDS_NONE, SHARDS_MIXED, SHARDS_MISSING, SHARD_DAMAGED, SHARD_OTHER: never is the portal made of a part
 */
export async function* readShardFiles(folder: string, key: string, made: string): AsyncGenerator<string> {
  for (const shard of await wholeSet(folder)) {
    const place = { file: join(basename(folder), nameOf(shard)) };
    const told = { shard: `${shard.only}/${shard.of}` };
    const written = await readFile(join(folder, nameOf(shard)), "utf8");
    const rest = openSealedText(written, sealOf(key, shard));
    if (rest === null) throw new BuildStop("SHARD_DAMAGED", [place], told);
    const end = rest.indexOf("\n");
    if (rest.slice(0, end) !== made) throw new BuildStop("SHARD_OTHER", [place], told);
    yield rest.slice(end + 1);
  }
}

/** Which shards there are, all of one division and none of it missing. */
async function wholeSet(folder: string): Promise<Shard[]> {
  const names = await readdir(folder).catch(() => []);
  const shards = names.flatMap((name) => {
    const [, only, of] = namePattern.exec(name) ?? [];
    return readShard(`${Number(only)}/${Number(of)}`) ?? [];
  });
  const place = { file: basename(folder) };
  const [of, ...others] = [...new Set(shards.map((shard) => shard.of))].sort((one, other) => one - other);
  if (of === undefined) throw new BuildStop("SHARDS_NONE", [place]);
  if (others.length > 0) throw new BuildStop("SHARDS_MIXED", [place], { divisions: [of, ...others].join(", ") });
  const there = new Set(shards.map(({ only }) => only));
  const all = Array.from({ length: of }, (_, at): Shard => ({ only: at + 1, of }));
  const missing = all.filter(({ only }) => !there.has(only));
  if (missing.length > 0)
    throw new BuildStop("SHARDS_MISSING", [place], {
      missing: missing.map(({ only }) => only).join(","),
      count: missing.length,
      of,
    });
  return all;
}
