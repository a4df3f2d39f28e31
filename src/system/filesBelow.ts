import { readdirSync } from "node:fs";

/**
 * Every file below a folder, as a path relative to it with forward slashes, sorted.
 *
 * Read in one go: of a hundred thousand folders of one page each, promises would take four times the time.
 */
export function filesBelow(folder: string): string[] {
  const files: string[] = [];
  const walk = (inside: string): void => {
    for (const entry of readdirSync(`${folder}/${inside}`, { withFileTypes: true })) {
      const path = inside + entry.name;
      if (entry.isDirectory()) walk(`${path}/`);
      else if (entry.isFile()) files.push(path);
    }
  };
  walk("");
  return files.sort();
}
