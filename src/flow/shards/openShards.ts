import { BuildStop } from "../../model/buildStop.ts";
import type { Settings } from "../../settings/readSettings.ts";
import { madeOf } from "./madeOf.ts";
import { readShardFiles } from "./shardFiles.ts";

/** @throws BuildStop SHARDS_KEYLESS: without a key anybody who can write to the folder could write shards */
export function shardKey({ idKey }: Pick<Settings, "idKey">): string {
  if (idKey === null) throw new BuildStop("SHARDS_KEYLESS", [{ file: "id.key" }]);
  return idKey;
}

/** What all shards of a build have worked out, each part of it to be read once. */
export interface WorkOfShards {
  /** As CleanedTexts writes it. */
  texts: AsyncIterable<string>;
  /** As RememberedMarks writes it. */
  marks: AsyncIterable<string>;
}

/** Stands between the two in the file of a shard; in neither. */
const between = "\n\u0000\n";

export const shardContent = (texts: string, marks: string): string => texts + between + marks;

/**
 * Whether all shards are there, whole and of this portal as it is now is known at once, before an hour of other work: they
 * are read again when they are needed.
 *
 * @throws BuildStop as readShardFiles does; SHARDS_KEYLESS
 */
export async function openShards(folder: string, settings: Settings): Promise<WorkOfShards> {
  const [key, made] = [shardKey(settings), await madeOf(settings.dataDir)];
  for await (const _ of readShardFiles(folder, key, made));
  const part = async function* (at: 0 | 1): AsyncGenerator<string> {
    for await (const content of readShardFiles(folder, key, made)) yield content.split(between)[at] ?? "";
  };
  return { texts: part(0), marks: part(1) };
}
