import { existsSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { keyNumber, makeKey, publicKeyFile, publicKeyLine, secretKeyFile } from "../../src/publish/sign/minisignKey.ts";
import { BuildStop } from "../../src/model/buildStop.ts";
import { requireOutside } from "../../src/flow/signingKey.ts";
import { keyUnwritten } from "../../src/system/keyUnwritten.ts";
import { command } from "./command.ts";

/**
 * Makes a signing key in minisign's format, once. The secret goes to FILE, the public key to FILE.pub; with
 * OTKLIK_KEY_PASSWORD in the environment the secret is put under that password.
 */
export const keygen = command({
  name: "keygen",
  options: {
    key: { kind: "text", value: "FILE", usual: "otklik-signing.key" },
    data: { kind: "text", value: "DIR", usual: "data" },
    site: { kind: "text", value: "DIR", usual: "site" },
  },
  examples: ["--key ~/press.key --data my --site /srv/otklik/site"],
  portalOf: ({ data }) => data,
  run: async (values, _, { words }) => {
    const file = resolve(values.key);
    await requireOutside(file, [resolve(values.data), resolve(values.site), `${resolve(values.site)}.releases`]);
    const key = makeKey();
    await mkdir(dirname(file), { recursive: true });
    // Looked at before anything is written: a secret without its public key would be of no use, and in the way of the next try.
    if (existsSync(`${file}.pub`)) throw new BuildStop("KEY_EXISTS", [], { key: `${values.key}.pub` });
    // Fails where a key is: losing one means that readers have to be told of another.
    await writeFile(file, secretKeyFile(key, process.env["OTKLIK_KEY_PASSWORD"] || null), {
      flag: "wx",
      mode: 0o600,
    }).catch(keyUnwritten(values.key));
    await writeFile(`${file}.pub`, publicKeyFile(key), { flag: "wx" }).catch(async (error: NodeJS.ErrnoException) => {
      await rm(file, { force: true });
      return keyUnwritten(`${values.key}.pub`)(error);
    });
    console.log(
      words.say("keygen.done", {
        key: keyNumber(key),
        file: values.key,
        public: `${values.key}.pub`,
        line: publicKeyLine(key),
      }),
    );
  },
});
