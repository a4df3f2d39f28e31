import { randomBytes } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { keyUnwritten } from "../../src/system/keyUnwritten.ts";
import { command } from "./command.ts";

/** Makes the secret behind the public ids, once. Losing it changes every appeal's address. */
export const idKey = command({
  name: "id-key",
  options: { data: { kind: "text", value: "DIR", usual: "data" } },
  examples: ["--data my"],
  portalOf: ({ data }) => data,
  run: async ({ data }, _, { words }) => {
    const file = join(data, "id.key");
    await writeFile(file, `${randomBytes(32).toString("hex")}\n`, { flag: "wx", mode: 0o600 }).catch(
      keyUnwritten(file),
    );
    console.log(words.say("idKey.done", { file }));
  },
});
