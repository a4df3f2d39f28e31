import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { BuildStop } from "../../src/model/buildStop.ts";
import { PERSONAL_DATA_CLASSES } from "../../src/privacy/classes.ts";
import type { FindToJudge } from "../../src/privacy/gate.ts";
import { renderReview } from "../../src/report/renderReview.ts";
import { readSettings, reviewFile } from "../../src/settings/readSettings.ts";
import { mostDoubtful } from "../../src/flow/mostDoubtful.ts";
import { untilInterrupted } from "../../src/system/outputFolder.ts";
import { prepareEdition } from "../../src/flow/prepareEdition.ts";
import { columnOf, writeReview } from "../../src/flow/reviewFile.ts";
import { command } from "./command.ts";

/**
 * The most doubtful finds of the gate, for a person to judge in DIR/review.csv; nothing is built. What is confirmed is no
 * matter of opinion and is not listed.
 */
export const review = command({
  name: "review",
  options: {
    data: { kind: "text", value: "DIR", usual: "data" },
    count: { kind: "number", value: "N", least: 1, isWhole: true, usual: 100 },
    "new-ids": { kind: "flag" },
    "new-memory": { kind: "flag" },
  },
  examples: ["--data my"],
  portalOf: ({ data }) => data,
  run: async ({ data, count, "new-ids": newIds, "new-memory": newMemory }, _, { progress }) => {
    const settings = await readSettings(resolve(data), { newIds, newMemory });
    const { portal } = settings;
    // Without a secret anybody could try out names until a hash of the file fits.
    if (portal.appeals === "full" && settings.idKey === null)
      throw new BuildStop("ID_KEY_MISSING", [{ file: "id.key" }]);
    const work = await mkdtemp(join(tmpdir(), "otklik-review-"));
    const finds: FindToJudge[] = [];
    const asked = { ...settings, portal: { ...portal, privacy: { ...portal.privacy, doubtful: "review" as const } } };
    try {
      await untilInterrupted([work], () =>
        prepareEdition({
          settings: asked,
          workDir: work,
          editionDir: null,
          progress,
          judge: (_dataDir, _decided, found) => Promise.resolve(void finds.push(...found)),
        }),
      );
    } finally {
      await rm(work, { recursive: true, force: true });
    }
    const { chosen, all } = mostDoubtful(finds, count);
    if (chosen.length > 0)
      await writeReview(
        settings.dataDir,
        settings.review,
        chosen.map(({ find }) => find),
        settings.sources,
      );
    const masks = new Map(PERSONAL_DATA_CLASSES.map(({ id, mask }) => [id, mask[portal.language]]));
    const lines = chosen.map(({ find, places }) => ({
      ...find,
      mask: masks.get(find.class) ?? find.class,
      column: columnOf(find, settings.sources),
      places,
    }));
    console.log(renderReview(lines, all, join(data, reviewFile), portal.language));
  },
});
