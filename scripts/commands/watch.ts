import { spawn } from "node:child_process";
import { readFile, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { releaseRecordFile, releaseRecordSchema } from "../../src/publish/release/releaseRecord.ts";
import { isComplete, lookAtExports, folderSignature, type SeenEdition } from "../../src/flow/editionReady.ts";
import { command } from "./command.ts";

/** Paths of the export files that the live release was made from. */
async function publishedInputs(site: string): Promise<Set<string>> {
  const text = await readFile(join(resolve(site), releaseRecordFile), "utf8").catch(() => null);
  const record = text === null ? null : releaseRecordSchema.safeParse(JSON.parse(text));
  return new Set(record?.data?.inputs.map(({ file }) => file));
}

/** A release in a process of its own, which gives its memory back. */
function publish(options: readonly string[]): Promise<number | null> {
  const child = spawn(
    process.execPath,
    [fileURLToPath(new URL("../otklik.ts", import.meta.url)), "release", ...options],
    { stdio: "inherit" },
  );
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

/** Publishes as soon as a new edition folder is whole, or an appeal is taken down; with --once ends after the first time. */
export const watch = command({
  name: "watch",
  options: {
    data: { kind: "text", value: "DIR", usual: "data" },
    site: { kind: "text", value: "DIR", usual: "site" },
    every: { kind: "number", value: "SECONDS", least: 0.1, usual: 15 },
    settle: { kind: "number", value: "SECONDS", least: 0, usual: 120 },
    once: { kind: "flag" },
    keep: { kind: "number", value: "N", least: 1, isWhole: true },
    key: { kind: "text", value: "FILE" },
    compress: { kind: "flag" },
  },
  examples: ["--data my --site /srv/otklik/site --key ~/press.key"],
  portalOf: ({ data }) => data,
  run: async (values, _, { words }) => {
    const [every, settle] = [values.every * 1000, values.settle * 1000];
    const exportsDir = resolve(values.data, "exports");
    const passedOn = [
      ...(["data", "site", "keep", "key"] as const).flatMap((name) =>
        values[name] === undefined ? [] : [`--${name}`, String(values[name])],
      ),
      ...(values.compress ? ["--compress"] : []),
    ];
    console.error(words.say("watch.waiting", { folder: join(values.data, "exports") }));
    const published = await publishedInputs(values.site);
    const takedowns = () =>
      stat(join(values.data, "takedowns.csv")).then(
        ({ mtimeMs, size }) => `${mtimeMs} ${size}`,
        () => "",
      );
    /** What was published, or tried in vain: the same is not tried again. */
    let done = new Set<string>();
    let doneTakedowns = await takedowns();
    let before = new Map<string, SeenEdition>();
    const absentAt = new Map<string, number>();
    let lookedAt: number | null = null;
    for (;;) {
      const now = Date.now();
      const editions = await lookAtExports(exportsDir);
      for (const { edition } of editions)
        if (!before.has(edition) && lookedAt !== null && !absentAt.has(edition)) absentAt.set(edition, lookedAt);
      const known = (edition: SeenEdition): boolean =>
        done.has(folderSignature(edition)) ||
        (done.size === 0 &&
          edition.files.every(({ path }) => path.startsWith(".") || published.has(`${edition.edition}/${path}`)));
      const fresh = editions.filter((edition) => !known(edition));
      const whole = editions.every(
        (edition) =>
          known(edition) ||
          isComplete(edition, before.get(edition.edition) ?? null, absentAt.get(edition.edition) ?? null, now, settle),
      );
      const asked = await takedowns();
      before = new Map(editions.map((edition) => [edition.edition, edition]));
      lookedAt = now;
      if (editions.length > 0 && whole && (fresh.length > 0 || asked !== doneTakedowns)) {
        const edition = editions.at(-1)!.edition;
        console.error(words.say("watch.ready", { edition }));
        const code = await publish(passedOn);
        if (code !== busy) {
          console.error(words.say(code === 0 ? "watch.published" : "watch.failed", { edition }));
          done = new Set(editions.map(folderSignature));
          doneTakedowns = asked;
          if (values.once) {
            process.exitCode = code ?? 1;
            return;
          }
        }
      }
      await setTimeout(every);
    }
  },
});
