import { rename, rm } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { takeFrame } from "../../src/publish/appealPages.ts";
import { runThread } from "./runThread.ts";

/** What a thread that writes pages of appeals needs to know. */
export interface StampThread {
  editionDir: string;
  siteDir: string;
  frame: string;
  before: string | null;
  /** Folder where is written down what the pages were made of. */
  memoryDir: string;
  /** Stands for the code that makes pages. */
  code: string;
  share: { number: number; of: number };
}

/** Where the threads write what the next build may know. */
export function nextMemory(memoryDir: string): string {
  return `${memoryDir}.new`;
}

/** More than two wait for the disk. */
const mostThreads = 2;

/**
 * Writes the pages of all appeals on all cores, into a site where Astro has rendered their frame.
 *
 * @param before the site published before; null: there is none
 * @throws what a thread throws
 */
export async function stampAppeals(setting: Pick<StampThread, "editionDir" | "siteDir" | "before" | "memoryDir" | "code">, onProgress: (written: number) => void): Promise<void> {
  await rm(nextMemory(setting.memoryDir), { recursive: true, force: true });
  const frame = await takeFrame(setting.siteDir);
  const of = Math.min(mostThreads, availableParallelism());
  const failed = new AbortController();
  const written = new Array<number>(of).fill(0);
  const writeShare = (number: number): Promise<void> => {
    const thread: StampThread = { ...setting, frame, share: { number, of } };
    const onMessage = (pages: number): void => {
      written[number] = pages;
      onProgress(written.reduce((sum, count) => sum + count, 0));
    };
    return runThread(new URL("stampWorker.ts", import.meta.url), thread, "A thread that writes pages", { onMessage, ended: failed.signal });
  };
  try {
    await Promise.all(Array.from({ length: of }, (_, number) => writeShare(number)));
  } finally {
    failed.abort();
  }
  await rm(setting.memoryDir, { recursive: true, force: true });
  await rename(nextMemory(setting.memoryDir), setting.memoryDir);
}
