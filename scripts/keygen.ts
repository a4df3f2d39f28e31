import { mkdir, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { keyNumber, makeKey, publicKeyFile, publicKeyLine, secretKeyFile } from "../src/publish/sign/minisignKey.ts";
import { readOptions } from "./flow/readOptions.ts";
import { runCommand } from "./flow/runCommand.ts";
import { requireOutside } from "./flow/signingKey.ts";

// npm run keygen -- --key FILE [--data DIR] [--site DIR]: makes a signing key in minisign's format, once. The secret goes
// to FILE, the public key to FILE.pub; with OTKLIK_KEY_PASSWORD in the environment the secret is put under that password.
const { values } = readOptions({
  options: { key: { type: "string", default: "otklik-signing.key" }, data: { type: "string", default: "data" }, site: { type: "string", default: "site" } },
});

await runCommand(values.data, async ({ words }) => {
  const file = resolve(values.key);
  await requireOutside(file, [resolve(values.data), resolve(values.site), `${resolve(values.site)}.releases`]);
  const key = makeKey();
  await mkdir(dirname(file), { recursive: true });
  // Fails where a key is: losing one means that readers have to be told of another.
  await writeFile(file, secretKeyFile(key, process.env["OTKLIK_KEY_PASSWORD"] || null), { flag: "wx", mode: 0o600 });
  await writeFile(`${file}.pub`, publicKeyFile(key), { flag: "wx" });
  console.log(words.say("keygen.done", { key: keyNumber(key), file: values.key, public: `${values.key}.pub`, line: publicKeyLine(key) }));
});
