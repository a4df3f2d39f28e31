import { workerData } from "node:worker_threads";
import { BuildStop } from "../model/buildStop.ts";
import { detectionUnder } from "../privacy/cleaningRules.ts";
import { FingerprintSet } from "../privacy/fingerprintSet.ts";
import { lastLook } from "../privacy/lastLook.ts";
import { ReadTexts } from "../privacy/readTexts.ts";
import { fileVerifier } from "../publish/verify/verifyFile.ts";
import { type VerifyingAnswer, type VerifyingThread } from "./verifyFiles.ts";
import { threadTask } from "../system/threadTask.ts";

// A thread that looks at files of the finished site: gets their names, answers each list with what it found, or that a
// detector failed: thrown between threads, a stop would lose its code.
const { siteDir, address, known, rules, own, read } = workerData as VerifyingThread;
let inspect: ReturnType<typeof fileVerifier> | null = null;
const open = () =>
  fileVerifier({
    siteDir,
    address,
    known: new Set(known),
    lastLook: lastLook(detectionUnder(rules), own, new ReadTexts(FingerprintSet.of(read))),
  });

function answerTo(files: readonly string[]): VerifyingAnswer {
  try {
    return { found: files.map((inspect ??= open())) };
  } catch (error) {
    if (error instanceof BuildStop) return { failed: String(error.details["error"] ?? error.code) };
    throw error;
  }
}

export default threadTask(answerTo);
