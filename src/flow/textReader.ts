import { availableParallelism } from "node:os";
import { BuildStop } from "../model/buildStop.ts";
import { cleaningKey, type CleaningRules, type WrittenText } from "../privacy/cleaningRules.ts";
import { type CleanedText, textCleaner } from "../privacy/cleanText.ts";
import { detectorFailed, errorClass, orDetectorFailed } from "../privacy/detectorFailed.ts";
import { rememberedCheck } from "../privacy/rememberedTexts.ts";
import { answering, type Answer, type AnswersText, type AskedText, type ThreadAnswer } from "./answerTexts.ts";
import type { CleanedTexts } from "./cleanedTexts.ts";
import { openThreads, type Threads } from "../system/threads.ts";
import { worthThreads } from "../system/worthThreads.ts";

/**
 * Cleans the texts of a build: each distinct one once, on all cores where it pays. Those of the build before are not cleaned
 * again but looked through: see rememberedCheck.
 */
export interface TextReader {
  /**
   * Reads texts, so that `clean` knows them. What it knew before may be forgotten.
   *
   * @throws BuildStop DETECTOR_FAILED where a detector throws, in whatever thread; CACHE_WRONG where the detectors make
   *   something else of a text than is remembered of it: then nothing of the build before is remembered any more
   */
  read(texts: readonly WrittenText[]): Promise<void>;
  /** What became of a text that was read. */
  clean: (written: WrittenText) => CleanedText;
  /** Texts cleaned here, and taken over from the build before or from shards of this one. */
  readonly counts: { cleaned: number; known: number };
  close(): Promise<void>;
}

/** Agencies answer many appeals in the same words: texts remembered from group to group. */
const remembered = 20_000;
const batch = 50;

type CleaningThreads = Threads<AskedText[], ThreadAnswer>;

/** What cleans: a maker of cleaners for this thread, and the file that other threads run. */
const usualCleaners = { here: textCleaner, thread: new URL("./cleaningWorker.ts", import.meta.url) };

export function openTextReader(
  rules: CleaningRules,
  before: CleanedTexts,
  threads: number = Math.min(4, availableParallelism()),
  cleaners: typeof usualCleaners = usualCleaners,
): TextReader {
  const known = new Map<string, CleanedText>();
  const counts = { cleaned: 0, known: 0 };
  let opened: CleaningThreads | null = null;
  let answerHere: AnswersText | null = null;
  const openHere = (): AnswersText => {
    const clean = cleaners.here(rules);
    return answering(clean, rememberedCheck(rules, clean));
  };

  const answerAll = async (texts: readonly AskedText[]): Promise<Answer[]> => {
    if (opened === null && (!worthThreads(texts.length) || threads < 2)) {
      return orDetectorFailed(() => texts.map((answerHere ??= openHere())));
    }
    const pool = (opened ??= openThreads(cleaners.thread, {
      name: "A thread that cleans texts",
      count: threads,
      workerData: rules,
    }));
    const batches = Array.from({ length: Math.ceil(texts.length / batch) }, (_, at) =>
      texts.slice(at * batch, (at + 1) * batch),
    );
    return (await Promise.all(batches.map((some) => answersOf(pool, some)))).flat();
  };

  return {
    counts,
    async read(texts) {
      if (known.size > remembered) known.clear();
      const distinct = new Map(texts.map((written) => [cleaningKey(written, rules), written]));
      const asked: { key: string; written: WrittenText; remembered: CleanedText | undefined }[] = [];
      for (const [key, written] of distinct) {
        if (known.has(key)) continue;
        const made = before.made(written);
        if (made === undefined) asked.push({ key, written, remembered: before.find(written) });
        else {
          known.set(key, made);
          counts.known++;
        }
      }
      const answers = await answerAll(
        asked.map(({ written, remembered }) =>
          remembered === undefined ? written : { ...written, remembered: remembered.text },
        ),
      );
      if (answers.includes(false)) {
        await before.discard();
        throw new BuildStop("CACHE_WRONG", [], { count: answers.filter((answer) => answer === false).length });
      }
      asked.forEach(({ key, written, remembered }, index) => {
        const answer = answers[index]!;
        const cleaned = typeof answer === "object" ? answer : remembered!;
        known.set(key, cleaned);
        if (remembered !== undefined) return void counts.known++;
        counts.cleaned++;
        before.add(written, cleaned);
      });
    },
    clean(written) {
      const found = known.get(cleaningKey(written, rules));
      if (!found) throw new Error("A text was asked for that had not been read");
      return found;
    },
    async close() {
      await opened?.close();
    },
  };
}

/** What a thread answers, or the stop that its failure is. */
async function answersOf(threads: CleaningThreads, texts: AskedText[]): Promise<readonly Answer[]> {
  const answer = await threads.ask(texts).catch((error: unknown) => {
    throw detectorFailed(errorClass(error));
  });
  if ("failed" in answer) throw detectorFailed(answer.failed);
  return answer.cleaned;
}
