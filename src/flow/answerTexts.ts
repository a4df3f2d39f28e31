import { BuildStop } from "../model/buildStop.ts";
import type { WrittenText } from "../privacy/cleaningRules.ts";
import type { CleanedText } from "../privacy/cleanText.ts";
import { errorClass } from "../privacy/detectorFailed.ts";

/** A text to read, with what the build before made of it where that is remembered. */
export type AskedText = WrittenText & { readonly remembered?: string };

/** What became of it; true where it is what was remembered, false where it is not. */
export type Answer = CleanedText | boolean;

/** What a cleaning thread answers: the texts in their order, or the class of the error that a detector threw. */
export type ThreadAnswer = { readonly cleaned: readonly Answer[] } | { readonly failed: string };

/** Cleans a text, or says whether it was remembered rightly. */
export type AnswersText = (asked: AskedText) => Answer;

/** Puts the two ways of reading together. */
export function answering(
  clean: (written: WrittenText) => CleanedText,
  isRight: (written: WrittenText, remembered: string) => boolean,
): AnswersText {
  return (asked) => (asked.remembered === undefined ? clean(asked) : isRight(asked, asked.remembered));
}

/**
 * Answers a list of texts. An error is answered too and not thrown: between threads it would lose its class and keep its
 * message, which may repeat the text.
 */
export function answerTexts(texts: readonly AskedText[], answer: AnswersText): ThreadAnswer {
  try {
    return { cleaned: texts.map(answer) };
  } catch (error) {
    return { failed: error instanceof BuildStop ? String(error.details["error"] ?? error.code) : errorClass(error) };
  }
}
