import { randomBytes } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { readOptions } from "./flow/readOptions.ts";

// npm run id-key -- [--data DIR]: makes the secret behind the public ids, once. Losing it changes every appeal's address.
const { values } = readOptions({ options: { data: { type: "string", default: "data" } } });
const file = join(values.data, "id.key");

await writeFile(file, `${randomBytes(32).toString("hex")}\n`, { flag: "wx", mode: 0o600 }).then(
  () => console.log(`${file}: written. Keep it secret and keep it: without it every appeal changes its address.`),
  (error: NodeJS.ErrnoException) => {
    console.error(error.code === "EEXIST" ? `${file} exists already and stays as it is.` : `${file}: ${error.message}`);
    process.exitCode = 1;
  },
);
