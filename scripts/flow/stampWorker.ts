import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { pagesKey } from "../../src/publish/appealPageKey.ts";
import { writeAppealPages } from "../../src/publish/appealPages.ts";
import { readAppeals, readEditions, readFacts } from "../../src/publish/edition/readEdition.ts";
import { readHistories } from "../../src/publish/editions/readHistories.ts";
import { openPageMemory } from "../../src/publish/pageMemory.ts";
import { nextMemory, type StampThread } from "./stampAppeals.ts";

// A thread that writes its share of the pages of appeals, tells how many it has written, and ends.
const { editionDir, memoryDir, code, ...setting } = workerData as StampThread;
const facts = await readFacts(editionDir);
const histories = await readHistories(editionDir, await readEditions(editionDir));
const parts = (await readdir(memoryDir).catch(() => [])).sort().map((name) => join(memoryDir, name));
const memory = await openPageMemory(parts, pagesKey(facts, setting.frame, code), setting.siteDir, setting.before);
await writeAppealPages((share) => readAppeals(editionDir, share), { ...setting, facts, histories, memory, onProgress: (written) => parentPort!.postMessage(written) });
await memory.keep(join(nextMemory(memoryDir), `${setting.share.number}`));
