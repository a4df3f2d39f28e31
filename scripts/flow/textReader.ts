import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { BuildStop } from "../../src/model/buildStop.ts";
import { cleaningKey, type CleaningRules, type WrittenText } from "../../src/privacy/cleaningRules.ts";
import { type CleanedText, textCleaner } from "../../src/privacy/cleanText.ts";
import { detectorFailed, errorClass, orDetectorFailed } from "../../src/privacy/detectorFailed.ts";
import { rememberedCheck } from "../../src/privacy/rememberedTexts.ts";
import { answering, type Answer, type AnswersText, type AskedText, type ThreadAnswer } from "./answerTexts.ts";
import { type CleanedTexts } from "./cleanedTexts.ts";

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
  /** Texts cleaned in this build, and taken over from the one before. */
  readonly counts: { cleaned: number; known: number };
  close(): Promise<void>;
}

/** Agencies answer many appeals in the same words: texts remembered from group to group. */
const remembered = 20_000;
/** Fewer texts than this are cleaned sooner than threads start. */
const worthThreads = 400;
const batch = 50;

/** What cleans: a maker of cleaners for this thread, and the file that other threads run. */
const usualCleaners = { here: textCleaner, thread: new URL("cleaningWorker.ts", import.meta.url) };

export function openTextReader(rules: CleaningRules, before: CleanedTexts, threads: number = Math.min(4, availableParallelism()), cleaners: typeof usualCleaners = usualCleaners): TextReader {
  const known = new Map<string, CleanedText>();
  const counts = { cleaned: 0, known: 0 };
  let workers: Asked[] = [];
  let answerHere: AnswersText | null = null;
  const openHere = (): AnswersText => {
    const clean = cleaners.here(rules);
    return answering(clean, rememberedCheck(rules, clean));
  };

  const answerAll = async (texts: readonly AskedText[]): Promise<Answer[]> => {
    if (workers.length === 0 && (texts.length < worthThreads || threads < 2)) {
      return orDetectorFailed(() => texts.map((answerHere ??= openHere())));
    }
    if (workers.length === 0) workers = Array.from({ length: threads }, () => openThread(cleaners.thread, rules));
    const results: Answer[] = [];
    let next = 0;
    await Promise.all(
      workers.map(async (worker) => {
        while (next < texts.length) {
          const from = next;
          next += batch;
          const answers = await worker.ask(texts.slice(from, from + batch));
          answers.forEach((answer, index) => (results[from + index] = answer));
        }
      }),
    );
    return results;
  };

  return {
    counts,
    async read(texts) {
      if (known.size > remembered) known.clear();
      const distinct = new Map(texts.map((written) => [cleaningKey(written, rules), written]));
      const asked: { key: string; written: WrittenText; remembered: CleanedText | undefined }[] = [];
      for (const [key, written] of distinct) if (!known.has(key)) asked.push({ key, written, remembered: before.find(written) });
      const answers = await answerAll(asked.map(({ written, remembered }) => (remembered === undefined ? written : { ...written, remembered: remembered.text })));
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
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}

/** A thread that is given texts one list at a time. */
interface Asked {
  /** @throws BuildStop DETECTOR_FAILED where the thread fails, or has ended, also while nobody waited for it */
  ask(texts: AskedText[]): Promise<readonly Answer[]>;
  terminate(): Promise<unknown>;
}

function openThread(file: URL, rules: CleaningRules): Asked {
  const worker = new Worker(file, { workerData: rules });
  let gone: BuildStop | null = null;
  let waiting: PromiseWithResolvers<readonly Answer[]> | null = null;
  const end = (stop: BuildStop): void => {
    gone ??= stop;
    waiting?.reject(gone);
  };
  worker.on("message", (answer: ThreadAnswer) => ("cleaned" in answer ? waiting?.resolve(answer.cleaned) : end(detectorFailed(answer.failed))));
  worker.on("messageerror", (error) => end(detectorFailed(errorClass(error))));
  worker.on("error", (error) => end(detectorFailed(errorClass(error))));
  worker.on("exit", () => end(detectorFailed("Error")));
  return {
    ask(texts) {
      if (gone) return Promise.reject(gone);
      waiting = Promise.withResolvers();
      worker.postMessage(texts);
      return waiting.promise;
    },
    terminate: () => worker.terminate(),
  };
}
