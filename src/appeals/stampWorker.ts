import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { pagesKey } from "./appealPageKey.ts";
import { writeAppealPages } from "./appealPages.ts";
import { writeBundlePages } from "./bundlePages.ts";
import { openAppealLines } from "../edition/appealLines.ts";
import { readAppeals, readEditions, readFacts, type AppealShare, readReplies } from "../edition/readEdition.ts";
import { readHistories } from "./readHistories.ts";
import { openPageMemory } from "./pageMemory.ts";
import { nextMemory, type StampedPages, type StampThread } from "./stampAppeals.ts";
import { threadTask } from "../system/threadTask.ts";

// A thread that writes a share of the pages of appeals and tells how many it has written.
const { editionDir, memoryDir, code, ...setting } = workerData as StampThread;

export default threadTask(async (share: AppealShare) => {
  const facts = readFacts(editionDir);
  const histories = await readHistories(editionDir, readEditions(editionDir));
  const groupSizes = new Map(readReplies(editionDir).groups.map(({ id, appeals }) => [id, appeals.length] as const));
  const parts = (await readdir(memoryDir).catch(() => [])).sort().map((name) => join(memoryDir, name));
  const memory = await openPageMemory(parts, pagesKey(facts, setting.frame, code), setting.siteDir, setting.before);
  const onProgress = (written: number): void =>
    parentPort!.postMessage({ number: share.number, written } satisfies StampedPages);
  const asked = { ...setting, share, facts, histories, groupSizes, memory, onProgress };
  if (facts.portal.appealBundles === undefined) await writeAppealPages((some) => readAppeals(editionDir, some), asked);
  else {
    const lines = openAppealLines(editionDir);
    await writeBundlePages(lines, asked);
    lines.close();
  }
  await memory.keep(join(nextMemory(memoryDir), `${share.number}`));
});
