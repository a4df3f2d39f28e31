import { basename, resolve } from "node:path";
import { keyNumber } from "../../src/publish/sign/minisignKey.ts";
import { releaseDestination } from "../../src/flow/destination.ts";
import { underSiteLock } from "../../src/system/outputFolder.ts";
import { publishPortal } from "../../src/flow/publishPortal.ts";
import { releaseSummary } from "../../src/flow/releaseSummary.ts";
import { liveRelease, listReleases, releasePlaces } from "../../src/system/releases.ts";
import { rollBack, takenDownToday } from "../../src/flow/rollBack.ts";
import { readSigningKey } from "../../src/flow/signingKey.ts";
import { command } from "./command.ts";

/**
 * Publishes a new release beside the old ones and moves the link SITE to it in one step; or shows what stands ready, or goes
 * back to it.
 */
export const release = command({
  name: "release",
  options: {
    data: { kind: "text", value: "DIR" },
    site: { kind: "text", value: "DIR" },
    keep: { kind: "number", value: "N", least: 1, isWhole: true, usual: 5 },
    key: { kind: "text", value: "FILE" },
    compress: { kind: "flag" },
    shards: { kind: "text", value: "DIR" },
    "drop-addresses": { kind: "flag" },
    "new-ids": { kind: "flag" },
    "new-memory": { kind: "flag" },
    list: { kind: "flag" },
    rollback: { kind: "flag" },
    to: { kind: "text", value: "NAME" },
  },
  examples: ["--data my --site /srv/otklik/site", "--site /srv/otklik/site --rollback"],
  portalOf: ({ data }) => data ?? "data",
  faultOf: ({ site, data, list, rollback, to }) => {
    // What readers see is changed only where, and from what, somebody said.
    const isPublishing = !list && !rollback && to === undefined;
    const missing = site === undefined ? "--site DIR" : isPublishing && data === undefined ? "--data DIR" : null;
    return missing === null ? null : { fault: "option-missing", names: { option: missing } };
  },
  run: async (values, _, { report, progress, words }) => {
    if (values.site === undefined) throw new TypeError("faultOf lets no release pass that has no place");
    const [site, data] = [resolve(values.site), resolve(values.data ?? "data")];
    const places = releasePlaces(site);
    if (values.list) {
      const lines = listReleases(places).map(({ name, isLive }) =>
        isLive ? `${name}  ${words.say("release.live")}` : name,
      );
      console.log(lines.join("\n") || words.say("release.none"));
      return;
    }
    if (values.rollback || values.to !== undefined) {
      const takenDown = await takenDownToday(data, values.data !== undefined);
      const name = await underSiteLock(site, [], () => rollBack(places, values.to ?? null, takenDown));
      console.log(words.say("release.rolledBack", { name }));
      return;
    }
    const key =
      values.key === undefined ? null : await readSigningKey(resolve(values.key), [data, site, places.folder]);
    const before = liveRelease(site);
    const started = performance.now();
    const published = await publishPortal(
      data,
      releaseDestination(site, { keep: values.keep, dropAddresses: values["drop-addresses"], now: Date.now }),
      progress,
      report,
      {
        key,
        compress: values.compress,
        meant: { newIds: values["new-ids"], newMemory: values["new-memory"] },
        shards: values.shards === undefined ? null : resolve(values.shards),
      },
    );
    const after = liveRelease(site);
    const name = basename(after ?? "");
    const seconds = (performance.now() - started) / 1000;
    console.log(
      releaseSummary(
        published,
        { site: values.site, name, isNew: before !== after, seconds, key: key === null ? null : keyNumber(key) },
        words,
      ),
    );
  },
});
