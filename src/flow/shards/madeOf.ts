import { createHash } from "node:crypto";
import { engineVersion } from "../../system/engineVersion.ts";
import { inputHashes } from "../inputHashes.ts";
import { codeHash } from "../verifiedBefore.ts";

/** Stands for all that decides what a shard works out: the exports, the settings, the code and the engine that runs it. */
export async function madeOf(dataDir: string): Promise<string> {
  const { settings, inputs } = await inputHashes(dataDir);
  return createHash("sha256")
    .update(JSON.stringify(["shard", await codeHash(), engineVersion, settings, inputs]))
    .digest("hex");
}
