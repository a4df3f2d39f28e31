import { setPriority } from "node:os";
import { removeFolder } from "./removeFolder.ts";

// node removeAlone.ts FOLDER: the process that removeBeside starts. Others come first.
try {
  setPriority(19);
} catch {
  // Not everywhere may a process step back.
}
for (const folder of process.argv.slice(2)) removeFolder(folder);
