import { parentPort, workerData } from "node:worker_threads";
import { type CleaningRules, type WrittenText } from "../../src/privacy/cleaningRules.ts";
import { type CleanedText, textCleaner } from "../../src/privacy/cleanText.ts";
import { answerTexts } from "./answerTexts.ts";

// A thread that cleans texts: gets lists of texts, answers each with the list of what became of them. Its detectors prove
// themselves with the first text, where a failure is answered and keeps its class.
let clean: ((written: WrittenText) => CleanedText) | null = null;
answerTexts(parentPort!, (written) => (clean ??= textCleaner(workerData as CleaningRules))(written));
