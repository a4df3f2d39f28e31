import { rename, rm } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { takeFrame } from "./appealPages.ts";
import { type AppealShare } from "../edition/readEdition.ts";
import { openThreads } from "../system/threads.ts";

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
}

/** Pages of a share that have been written by now. */
export interface StampedPages {
  number: number;
  written: number;
}

/** Where the threads write what the next build may know. */
export function nextMemory(memoryDir: string): string {
  return `${memoryDir}.new`;
}

/** More than two wait for the disk. */
const mostThreads = 2;

/**
 * Writes the pages of all appeals in threads, into a site where Astro has rendered their frame.
 *
 * @param before the site published before; null: there is none
 * @throws what a thread throws
 */
export async function stampAppeals(
  setting: Pick<StampThread, "editionDir" | "siteDir" | "before" | "memoryDir" | "code">,
  onProgress: (written: number) => void,
): Promise<void> {
  await rm(nextMemory(setting.memoryDir), { recursive: true, force: true });
  const frame = await takeFrame(setting.siteDir);
  const of = Math.min(mostThreads, availableParallelism());
  const written = new Array<number>(of).fill(0);
  const onMessage = (pages: StampedPages): void => {
    written[pages.number] = pages.written;
    onProgress(written.reduce((sum, count) => sum + count, 0));
  };
  const thread: StampThread = { ...setting, frame };
  const threads = openThreads<AppealShare, void, StampedPages>(new URL("./stampWorker.ts", import.meta.url), {
    name: "A thread that writes pages",
    count: of,
    workerData: thread,
    onMessage,
  });
  try {
    await Promise.all(Array.from({ length: of }, (_, number) => threads.ask({ number, of })));
  } finally {
    await threads.close();
  }
  await rm(setting.memoryDir, { recursive: true, force: true });
  await rename(nextMemory(setting.memoryDir), setting.memoryDir);
}
