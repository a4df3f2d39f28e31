import { type MessagePort } from "node:worker_threads";
import { BuildStop } from "../../src/model/buildStop.ts";
import { type WrittenText } from "../../src/privacy/cleaningRules.ts";
import { type CleanedText } from "../../src/privacy/cleanText.ts";
import { errorClass } from "../../src/privacy/detectorFailed.ts";

/** What a cleaning thread answers: the texts in their order, or the class of the error that a detector threw. */
export type ThreadAnswer = { readonly cleaned: readonly CleanedText[] } | { readonly failed: string };

/**
 * Answers lists of texts that come through a port. An error is answered too and not thrown: between threads it would
 * lose its class and keep its message, which may repeat the text.
 */
export function answerTexts(port: MessagePort, clean: (written: WrittenText) => CleanedText): void {
  port.on("message", (texts: WrittenText[]) => port.postMessage(answerTo(texts, clean)));
}

function answerTo(texts: readonly WrittenText[], clean: (written: WrittenText) => CleanedText): ThreadAnswer {
  try {
    return { cleaned: texts.map(clean) };
  } catch (error) {
    return { failed: error instanceof BuildStop ? String(error.details["error"] ?? error.code) : errorClass(error) };
  }
}
