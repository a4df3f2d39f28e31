import { BuildStop } from "../../model/buildStop.ts";
import { type Settings } from "../../settings/readSettings.ts";
import { madeOf } from "./madeOf.ts";
import { readShardFiles } from "./shardFiles.ts";

/** @throws BuildStop SHARDS_KEYLESS: without a key anybody who can write to the folder could write shards */
export function shardKey({ idKey }: Pick<Settings, "idKey">): string {
  if (idKey === null) throw new BuildStop("SHARDS_KEYLESS", [{ file: "id.key" }]);
  return idKey;
}

/**
 * What all shards of a portal have worked out. Whether they are all there, whole and of this portal as it is now is known at
 * once, before an hour of other work: they are read twice.
 *
 * @throws BuildStop as readShardFiles does; SHARDS_KEYLESS
 */
export async function openShards(folder: string, settings: Settings): Promise<AsyncIterable<string>> {
  const [key, made] = [shardKey(settings), await madeOf(settings.dataDir)];
  for await (const _ of readShardFiles(folder, key, made));
  return readShardFiles(folder, key, made);
}
