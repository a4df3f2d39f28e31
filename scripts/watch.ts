import { spawn } from "node:child_process";
import { readFile, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { BuildStop } from "../src/model/buildStop.ts";
import { releaseRecordFile, releaseRecordSchema } from "../src/publish/release/releaseRecord.ts";
import { isComplete, lookAtExports, signatureOf, type SeenEdition } from "./flow/editionReady.ts";
import { readOptions } from "./flow/readOptions.ts";
import { runCommand } from "./flow/runCommand.ts";

// npm run watch -- --data DIR --site DIR [--every SECONDS] [--settle SECONDS] [--once] [options of release]: publishes as
// soon as a new edition folder is whole, or an appeal is taken down. --once ends after the first publication.
const { values } = readOptions({
  options: {
    data: { type: "string", default: "data" },
    site: { type: "string", default: "site" },
    every: { type: "string", default: "15" },
    settle: { type: "string", default: "120" },
    once: { type: "boolean", default: false },
    keep: { type: "string" },
    key: { type: "string" },
    compress: { type: "boolean", default: false },
  },
});

const exportsDir = resolve(values.data, "exports");
const passedOn = ["data", "site", "keep", "key"].flatMap((name) => {
  const value = values[name as "data"];
  return value === undefined ? [] : [`--${name}`, value];
});

/** Paths of the export files that the live release was made from. */
async function publishedInputs(): Promise<Set<string>> {
  const text = await readFile(join(resolve(values.site), releaseRecordFile), "utf8").catch(() => null);
  const record = text === null ? null : releaseRecordSchema.safeParse(JSON.parse(text));
  return new Set(record?.data?.inputs.map(({ file }) => file));
}

/** A release in a process of its own, which gives its memory back. */
function publish(): Promise<number | null> {
  const release = fileURLToPath(new URL("release.ts", import.meta.url));
  const child = spawn(process.execPath, [release, ...passedOn, ...(values.compress ? ["--compress"] : [])], { stdio: "inherit" });
  const passOn = (signal: NodeJS.Signals): void => void child.kill(signal);
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, passOn);
  return new Promise((done, fail) => {
    child.on("error", fail).on("close", (code, signal) => {
      for (const each of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.off(each, passOn);
      if (signal !== null || (code !== null && code > 128)) process.exit(code ?? 143);
      done(code);
    });
  });
}

const busy = 75;

await runCommand(values.data, async ({ words }) => {
  const [every, settle] = [Number(values.every) * 1000, Number(values.settle) * 1000];
  if (!(every > 0) || !(settle >= 0)) throw new BuildStop("OPTIONS_INVALID", [], { problem: "--every, --settle" });
  console.error(words.say("watch.waiting", { folder: join(values.data, "exports") }));
  const published = await publishedInputs();
  const takedowns = () => stat(join(values.data, "takedowns.csv")).then(({ mtimeMs, size }) => `${mtimeMs} ${size}`, () => "");
  /** What was published, or tried in vain: the same is not tried again. */
  let done = new Set<string>();
  let doneTakedowns = await takedowns();
  let before = new Map<string, SeenEdition>();
  const absentAt = new Map<string, number>();
  let lookedAt: number | null = null;
  for (;;) {
    const now = Date.now();
    const editions = await lookAtExports(exportsDir);
    for (const { edition } of editions) if (!before.has(edition) && lookedAt !== null && !absentAt.has(edition)) absentAt.set(edition, lookedAt);
    const known = (edition: SeenEdition): boolean => done.has(signatureOf(edition)) || (done.size === 0 && edition.files.every(({ path }) => path.startsWith(".") || published.has(`${edition.edition}/${path}`)));
    const fresh = editions.filter((edition) => !known(edition));
    const whole = editions.every((edition) => known(edition) || isComplete(edition, before.get(edition.edition) ?? null, absentAt.get(edition.edition) ?? null, now, settle));
    const asked = await takedowns();
    before = new Map(editions.map((edition) => [edition.edition, edition]));
    lookedAt = now;
    if (editions.length > 0 && whole && (fresh.length > 0 || asked !== doneTakedowns)) {
      const edition = editions.at(-1)!.edition;
      console.error(words.say("watch.ready", { edition }));
      const code = await publish();
      if (code !== busy) {
        console.error(words.say(code === 0 ? "watch.published" : "watch.failed", { edition }));
        done = new Set(editions.map(signatureOf));
        doneTakedowns = asked;
        if (values.once) {
          process.exitCode = code ?? 1;
          return;
        }
      }
    }
    await setTimeout(every);
  }
});
