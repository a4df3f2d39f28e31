import { readFile } from "node:fs/promises";
import { BuildStop } from "../model/buildStop.ts";

/**
 * The text of a settings file, without a byte order mark. Settings are UTF-8 and nothing else: in a guessed encoding the
 * names of a portal would come out as other letters, on every page.
 *
 * @param path the file; name: how messages call it
 * @returns null where there is no such file
 * @throws BuildStop SETTINGS_UNREADABLE for other bytes, a folder, or a file this process may not read
 */
export async function readSettingsText(path: string, name: string): Promise<string | null> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT" || error.code === "ENOTDIR") return null;
    throw new BuildStop("SETTINGS_UNREADABLE", [{ file: name }], { problem: `${name}: ${error.code ?? ""}` });
  });
  if (bytes === null) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new BuildStop("SETTINGS_UNREADABLE", [{ file: name }], { problem: `${name}: UTF-8` });
  }
}
