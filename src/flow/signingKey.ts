import { readFile, realpath, stat } from "node:fs/promises";
import { basename } from "node:path";
import { BuildStop } from "../model/buildStop.ts";
import { readSecretKey, type SecretKey } from "../publish/sign/minisignKey.ts";
import { isWithin } from "../system/outputFolder.ts";

/**
 * Reads the press service's secret key.
 *
 * @param places the data folder, the site, its releases: what is copied, served or archived must not hold a secret
 * @throws BuildStop KEY_UNUSABLE
 */
export async function readSigningKey(file: string, places: readonly string[]): Promise<SecretKey> {
  const unusable = (problem: string) =>
    new BuildStop("KEY_UNUSABLE", [{ file: basename(file) }], { problem: `${basename(file)}: ${problem}` });
  await requireOutside(file, places);
  const rights = await stat(file).catch((error: NodeJS.ErrnoException) => {
    throw unusable(String(error.code));
  });
  // Windows has no such rights.
  if (process.platform !== "win32" && (rights.mode & 0o077) !== 0) throw unusable((rights.mode & 0o777).toString(8));
  const key = readSecretKey(await readFile(file, "utf8"), process.env["OTKLIK_KEY_PASSWORD"] ?? null);
  if (typeof key === "string") throw unusable(key);
  return key;
}

/** @throws BuildStop KEY_UNUSABLE where a file would stand in one of these folders */
export async function requireOutside(file: string, folders: readonly string[]): Promise<void> {
  const real = (path: string) => realpath(path).catch(() => path);
  for (const folder of folders) {
    if (isWithin(file, folder) || isWithin(await real(file), await real(folder)))
      throw new BuildStop("KEY_UNUSABLE", [{ file: basename(file) }], {
        problem: `${basename(file)}: ${basename(folder)}/`,
      });
  }
}
