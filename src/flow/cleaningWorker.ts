import { workerData } from "node:worker_threads";
import type { CleaningRules } from "../privacy/cleaningRules.ts";
import { textCleaner } from "../privacy/cleanText.ts";
import { rememberedCheck } from "../privacy/rememberedTexts.ts";
import { answering, answerTexts, type AnswersText, type AskedText } from "./answerTexts.ts";
import { threadTask } from "../system/threadTask.ts";

// A thread that cleans texts: gets lists of texts, answers each with the list of what became of them. Its detectors prove
// themselves with the first text, where a failure is answered and keeps its class.
let answer: AnswersText | null = null;
const open = (rules: CleaningRules): AnswersText => {
  const clean = textCleaner(rules);
  return answering(clean, rememberedCheck(rules, clean));
};
export default threadTask((texts: AskedText[]) =>
  answerTexts(texts, (asked) => (answer ??= open(workerData as CleaningRules))(asked)),
);
