import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "vite";

const entry = fileURLToPath(new URL("../../../src/search/browser/searchWorker.ts", import.meta.url));
let made: Promise<string> | null = null;

/** The search worker as one script, made small the way the pages' scripts are. */
export function bundledWorker(): Promise<string> {
  made ??= (async () => {
    const result = await build({
      configFile: false,
      logLevel: "error",
      build: {
        write: false,
        minify: true,
        target: "es2022",
        rollupOptions: { input: entry, output: { format: "es" } },
      },
    });
    const output = [result].flat()[0];
    if (output === undefined || !("output" in output)) throw new Error("The search worker could not be bundled");
    return output.output[0].code;
  })();
  return made;
}

/** Bytes of that script on the wire. */
export async function scriptsWeight(): Promise<number> {
  return gzipSync(await bundledWorker(), { level: 9 }).length;
}
