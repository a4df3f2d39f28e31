import { workerData } from "node:worker_threads";
import { answerTexts, type AskedText, type Answer } from "../../src/flow/answerTexts.ts";
import { threadTask } from "../../src/system/threadTask.ts";

class BrokenDetector extends Error {}

// A cleaning thread whose detector throws and repeats the text: as it starts, as it reads, or by ending without a word.
const when = (workerData as { language: string; key: string }).key;
if (when === "starting") throw new BrokenDetector("Позвоните 8 912 345-67-89");
const answer = ({ text }: AskedText): Answer => {
  if (when === "leaving") {
    setTimeout(() => process.exit(3), 50);
    return { text: "", counts: [], doubtful: [], maskedDoubtful: [], left: [], placesAsked: [] };
  }
  if (when === "ending") process.exit(3);
  throw new BrokenDetector(text);
};
export default threadTask((texts: AskedText[]) => answerTexts(texts, answer));
