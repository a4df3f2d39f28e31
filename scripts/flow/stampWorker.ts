import { parentPort, workerData } from "node:worker_threads";
import { writeAppealPages } from "../../src/publish/appealPages.ts";
import { readAppeals, readEditions, readFacts } from "../../src/publish/edition/readEdition.ts";
import { readHistories } from "../../src/publish/editions/readHistories.ts";
import { type StampThread } from "./stampAppeals.ts";

// A thread that writes its share of the pages of appeals, tells how many it has written, and ends.
const { editionDir, ...setting } = workerData as StampThread;
const facts = await readFacts(editionDir);
const histories = await readHistories(editionDir, await readEditions(editionDir));
await writeAppealPages(() => readAppeals(editionDir), { ...setting, facts, histories, onProgress: (written) => parentPort!.postMessage(written) });
