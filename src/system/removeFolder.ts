import { rmSync } from "node:fs";

/**
 * Removes a folder with all that is in it, or nothing where it is not there. In one go: for the hundred thousand folders
 * of a site promises would take twice the time. What another program holds open for a moment is tried again.
 */
export function removeFolder(path: string): void {
  rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}
