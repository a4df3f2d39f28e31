import { BuildStop } from "../../src/model/buildStop.ts";

/** What to do where a key cannot be written: one that is there already stays as it is. @throws BuildStop; the error itself */
export function keyExists(file: string): (error: NodeJS.ErrnoException) => never {
  return (error) => {
    throw error.code === "EEXIST" ? new BuildStop("KEY_EXISTS", [], { key: file }) : error;
  };
}
