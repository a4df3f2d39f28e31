import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { BuildStop } from "../model/buildStop.ts";
import { idsMark } from "../privacy/publicId.ts";
import { editionsFile } from "../edition/editionFiles.ts";
import { releaseRecordFile } from "../publish/release/releaseRecord.ts";
import { takedownMemoryFile, type Settings } from "../settings/readSettings.ts";

const recordSchema = z.looseObject({ ids: z.string(), takedownsRemembered: z.number().optional() });
const editionsSchema = z.looseObject({ address: z.string() });

/**
 * A takedown names a public id, and so does every link from outside: made with another key, all of them would lead
 * nowhere, and what was taken down would stand at an address that nobody took down. By what else it is known lies beside the
 * settings alone: the site before tells how much of that there was.
 *
 * @param live the site that is about to be replaced; one of another portal, or of a version that said nothing of its ids,
 *   is not compared
 * @throws BuildStop ID_KEY_REPLACED, TAKEDOWN_MEMORY_GONE, unless a person said that it is meant
 */
export async function requireNothingLost(
  live: string | null,
  { portal, idKey, takedownMemory, meant }: Pick<Settings, "portal" | "idKey" | "takedownMemory" | "meant">,
): Promise<void> {
  if (live === null || portal.appeals !== "full") return;
  const read = <Schema extends z.ZodType>(file: string, schema: Schema): Promise<z.output<Schema> | null> =>
    readFile(join(live, file), "utf8")
      .then(
        (text) => schema.parse(JSON.parse(text)),
        () => null,
      )
      .catch(() => null);
  const [record, editions] = await Promise.all([
    read(releaseRecordFile, recordSchema),
    read(join("data", "editions", editionsFile), editionsSchema),
  ]);
  if (record === null || editions?.address !== portal.address) return;
  if (!meant.newIds && record.ids !== idsMark(idKey, portal.idLetters))
    throw new BuildStop("ID_KEY_REPLACED", [{ file: idKey === null ? "portal.yaml" : "id.key" }]);
  const remembered = new Set(takedownMemory.rows.map(({ id }) => id)).size;
  if (!meant.newMemory && remembered < (record.takedownsRemembered ?? 0))
    throw new BuildStop("TAKEDOWN_MEMORY_GONE", [{ file: takedownMemoryFile }]);
}
