import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { BuildStop } from "../../src/model/buildStop.ts";
import { idsMark } from "../../src/privacy/publicId.ts";
import { editionsFile } from "../../src/publish/edition/editionFiles.ts";
import { releaseRecordFile } from "../../src/publish/release/releaseRecord.ts";
import { type Settings } from "../../src/settings/readSettings.ts";

const recordSchema = z.looseObject({ ids: z.string() });
const editionsSchema = z.looseObject({ address: z.string() });

/**
 * A takedown names a public id, and so does every link from outside: made with another key, all of them would lead
 * nowhere, and what was taken down would stand at an address that nobody took down.
 *
 * @param live the site that is about to be replaced; one of another portal, or of a version that said nothing of its ids,
 *   is not compared
 * @throws BuildStop ID_KEY_REPLACED
 */
export async function requireSameIds(live: string | null, { portal, idKey }: Pick<Settings, "portal" | "idKey">): Promise<void> {
  if (live === null || portal.appeals !== "full") return;
  const read = <Schema extends z.ZodType>(file: string, schema: Schema): Promise<z.output<Schema> | null> =>
    readFile(join(live, file), "utf8").then((text) => schema.parse(JSON.parse(text)), () => null).catch(() => null);
  const [record, editions] = await Promise.all([read(releaseRecordFile, recordSchema), read(join("data", "editions", editionsFile), editionsSchema)]);
  if (record === null || editions?.address !== portal.address) return;
  if (record.ids !== idsMark(idKey)) throw new BuildStop("ID_KEY_REPLACED", [{ file: idKey === null ? "portal.yaml" : "id.key" }]);
}
