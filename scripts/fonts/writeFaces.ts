import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cutFaces } from "./cutFaces.ts";

// Cuts the files of the typeface anew, after another release of its package or another list of characters.
const styles = join(import.meta.dirname, "../../src/styles");
for (const [address, bytes] of await cutFaces(readFileSync(join(styles, "fonts.css"), "utf8")))
  writeFileSync(join(styles, address), bytes);
