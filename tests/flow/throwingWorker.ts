import { parentPort, workerData } from "node:worker_threads";
import { answerTexts } from "../../scripts/flow/answerTexts.ts";

class BrokenDetector extends Error {}

// A cleaning thread whose detector throws and repeats the text: as it starts, as it reads, or by ending without a word.
const when = (workerData as { language: string; key: string }).key;
if (when === "starting") throw new BrokenDetector("Позвоните 8 912 345-67-89");
answerTexts(parentPort!, ({ text }) => {
  if (when === "leaving") {
    setTimeout(() => process.exit(3), 50);
    return { text: "", counts: [], doubtful: [], maskedDoubtful: [], left: [], placesAsked: [] };
  }
  if (when === "ending") process.exit(3);
  throw new BrokenDetector(text);
});
