import { parentPort, workerData } from "node:worker_threads";
import { type CleaningRules } from "../../src/privacy/cleaningRules.ts";
import { textCleaner } from "../../src/privacy/cleanText.ts";

// A thread that cleans texts: gets lists of texts, answers each with the list of what became of them.
const clean = textCleaner(workerData as CleaningRules);
parentPort!.on("message", (texts: string[]) => parentPort!.postMessage(texts.map(clean)));
