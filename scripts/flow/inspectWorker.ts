import { parentPort, workerData } from "node:worker_threads";
import { detectionUnder } from "../../src/privacy/cleaningRules.ts";
import { FingerprintSet } from "../../src/privacy/fingerprintSet.ts";
import { lastLook } from "../../src/privacy/lastLook.ts";
import { ReadTexts } from "../../src/privacy/readTexts.ts";
import { createInspection } from "../../src/publish/verify/inspectFile.ts";
import { type InspectionThread } from "./inspectFiles.ts";

// A thread that looks at files of the finished site: gets their names, answers each list with what it found.
const { siteDir, address, known, rules, own, read } = workerData as InspectionThread;
const look = lastLook(detectionUnder(rules), own, new ReadTexts(FingerprintSet.of(read)));
const inspect = createInspection({ siteDir, address, known: new Set(known), lastLook: look });

parentPort!.on("message", (files: readonly string[]) => parentPort!.postMessage(files.map(inspect)));
