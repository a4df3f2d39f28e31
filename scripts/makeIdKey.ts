import { randomBytes } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { readOptions } from "./flow/readOptions.ts";
import { runCommand } from "./flow/runCommand.ts";

// npm run id-key -- [--data DIR]: makes the secret behind the public ids, once. Losing it changes every appeal's address.
const { values } = readOptions({ options: { data: { type: "string", default: "data" } } });

await runCommand(values.data, async ({ words }) => {
  const file = join(values.data, "id.key");
  const refused = await writeFile(file, `${randomBytes(32).toString("hex")}\n`, { flag: "wx", mode: 0o600 }).then(
    () => null,
    (error: NodeJS.ErrnoException) => {
      if (error.code === "EEXIST") return "idKey.exists";
      if (error.code === "ENOENT") return "idKey.noFolder";
      throw error;
    },
  );
  if (refused === null) return console.log(words.say("idKey.done", { file }));
  console.error(words.say(refused, { file, folder: values.data }));
  process.exitCode = 1;
});
