import { workerData } from "node:worker_threads";
import { readStoredFacts } from "../edition/readEdition.ts";
import { writeTables } from "../publish/downloads/writeDownloads.ts";
import type { TableThread } from "./writeTablesBeside.ts";
import { threadTask } from "../system/threadTask.ts";

// A thread that writes the tables of an edition.
const { editionDir, outDir } = workerData as TableThread;
export default threadTask(() => writeTables(readStoredFacts(editionDir), editionDir, outDir));
