import { chmod, readdir } from "node:fs/promises";
import { join } from "node:path";

/** Lets the web server, who is another user, read a site, whatever the rights are that its publisher's files usually get. */
export async function makeReadableByAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await makeReadableByAll(path);
    else await chmod(path, 0o644);
  }
}
