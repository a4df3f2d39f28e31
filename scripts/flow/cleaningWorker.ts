import { parentPort, workerData } from "node:worker_threads";
import { type CleaningRules } from "../../src/privacy/cleaningRules.ts";
import { textCleaner } from "../../src/privacy/cleanText.ts";
import { answerTexts } from "./answerTexts.ts";

// A thread that cleans texts: gets lists of texts, answers each with the list of what became of them.
answerTexts(parentPort!, textCleaner(workerData as CleaningRules));
