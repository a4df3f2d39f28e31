import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Facts } from "../../model/facts.ts";
import type { Voice } from "../../words/language.ts";
import { apiFiles } from "./apiFiles.ts";
import { openApi } from "./openApi.ts";

/** Writes the static API into SITE/api/v1, one file after the other, and its description. */
export async function writeApi(facts: Facts, siteDir: string, voice: Voice): Promise<void> {
  const folder = join(siteDir, "api", "v1");
  for (const [path, content] of apiFiles(facts)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), JSON.stringify(content));
  }
  await writeFile(join(folder, "openapi.json"), `${JSON.stringify(openApi(facts, voice), null, 1)}\n`);
}
