import { chmodSync, readdirSync } from "node:fs";

/** Lets the web server, who is another user, read a site, whatever the rights are that its publisher's files usually get. */
export function makeReadableByAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) makeReadableByAll(path);
    else chmodSync(path, 0o644);
  }
}
