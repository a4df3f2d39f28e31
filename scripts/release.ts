import { basename, resolve } from "node:path";
import { BuildStop } from "../src/model/buildStop.ts";
import { keyNumber } from "../src/publish/sign/minisignKey.ts";
import { readSettings } from "../src/settings/readSettings.ts";
import { releaseDestination } from "./flow/destination.ts";
import { underSiteLock } from "./flow/outputFolder.ts";
import { publishPortal } from "./flow/publishPortal.ts";
import { readOptions } from "./flow/readOptions.ts";
import { releaseSummary } from "./flow/releaseSummary.ts";
import { liveRelease, listReleases, releasePlaces } from "./flow/releases.ts";
import { rollBack } from "./flow/rollBack.ts";
import { runCommand } from "./flow/runCommand.ts";
import { readSigningKey } from "./flow/signingKey.ts";

// npm run release -- --data DIR --site DIR [--keep N] [--key FILE] [--compress] [--drop-addresses] [--new-ids]: publishes a new
// release beside the old ones and moves the link SITE to it in one step.
// npm run release -- --site DIR --list | --rollback [--to NAME]: shows what stands ready, or goes back to it.
const { values } = readOptions({
  options: {
    data: { type: "string" },
    site: { type: "string" },
    keep: { type: "string", default: "5" },
    key: { type: "string" },
    compress: { type: "boolean", default: false },
    "drop-addresses": { type: "boolean", default: false },
    "new-ids": { type: "boolean", default: false },
    list: { type: "boolean", default: false },
    rollback: { type: "boolean", default: false },
    to: { type: "string" },
  },
});

await runCommand(values.data ?? "data", async ({ report, progress, words }) => {
  const isPublishing = !values.list && !values.rollback && values.to === undefined;
  // What readers see is changed only where, and from what, somebody said.
  if (values.site === undefined || (isPublishing && values.data === undefined)) throw new BuildStop("OPTIONS_INVALID", [], { problem: values.site === undefined ? "--site DIR" : "--data DIR" });
  const [site, data] = [resolve(values.site), resolve(values.data ?? "data")];
  const places = releasePlaces(site);
  if (values.list) {
    const lines = listReleases(places).map(({ name, isLive }) => (isLive ? `${name}  ${words.say("release.live")}` : name));
    console.log(lines.join("\n") || words.say("release.none"));
    return;
  }
  if (values.rollback || values.to !== undefined) {
    // Without its settings a portal can still go back; what was taken down is then known from the site alone.
    const { takedowns } = await readSettings(data).catch(() => ({ takedowns: [] }));
    const name = await underSiteLock(site, [], () => rollBack(places, values.to ?? null, takedowns.map(({ id }) => id)));
    console.log(words.say("release.rolledBack", { name }));
    return;
  }
  const keep = Number(values.keep);
  if (!Number.isInteger(keep) || keep < 1) throw new BuildStop("OPTIONS_INVALID", [], { problem: "--keep" });
  const key = values.key === undefined ? null : await readSigningKey(resolve(values.key), [data, site, places.folder]);
  const before = liveRelease(site);
  const started = performance.now();
  const published = await publishPortal(data, releaseDestination(site, { keep, dropAddresses: values["drop-addresses"], now: Date.now }), progress, report, { key, compress: values.compress, newIds: values["new-ids"] });
  const after = liveRelease(site);
  const name = basename(after ?? "");
  const seconds = (performance.now() - started) / 1000;
  console.log(releaseSummary(published, { site: values.site, name, isNew: before !== after, seconds, key: key === null ? null : keyNumber(key) }, words));
});
