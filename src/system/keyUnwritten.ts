import { dirname } from "node:path";
import { BuildStop } from "../model/buildStop.ts";

/**
 * What to do where a key cannot be written: one that is there already stays as it is, a folder that is not there is named.
 *
 * @throws BuildStop KEY_EXISTS, FOLDER_MISSING; the error itself
 */
export function keyUnwritten(file: string): (error: NodeJS.ErrnoException) => never {
  return (error) => {
    if (error.code === "EEXIST") throw new BuildStop("KEY_EXISTS", [], { key: file });
    throw error.code === "ENOENT" ? new BuildStop("FOLDER_MISSING", [], { folder: dirname(file) }) : error;
  };
}
