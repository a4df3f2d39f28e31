import { rename, rm } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { takeFrame } from "./appealPages.ts";
import type { AppealShare } from "../edition/readEdition.ts";
import { openThreads } from "../system/threads.ts";
import { worthThreads } from "../system/worthThreads.ts";
import { nextMemory, type PagesToStamp, stampShare } from "./stampShare.ts";

/** Pages of a share that have been written by now. */
export interface StampedPages {
  number: number;
  written: number;
}

/** More than two wait for the disk. */
const mostThreads = 2;

/**
 * Writes the pages of all appeals, of many in threads, into a site where Astro has rendered their frame.
 *
 * @param setting `before`: the site published before; null: there is none
 * @param appeals how many there are
 * @throws what a thread throws
 */
export async function stampAppeals(
  setting: Omit<PagesToStamp, "frame">,
  appeals: number,
  onProgress: (written: number) => void,
): Promise<void> {
  await rm(nextMemory(setting.memoryDir), { recursive: true, force: true });
  const pages: PagesToStamp = { ...setting, frame: await takeFrame(setting.siteDir) };
  if (worthThreads(appeals)) await stampInThreads(pages, onProgress);
  else await stampShare(pages, { number: 0, of: 1 }, onProgress);
  await rm(setting.memoryDir, { recursive: true, force: true });
  await rename(nextMemory(setting.memoryDir), setting.memoryDir);
}

async function stampInThreads(pages: PagesToStamp, onProgress: (written: number) => void): Promise<void> {
  const of = Math.min(mostThreads, availableParallelism());
  const written = new Array<number>(of).fill(0);
  const onMessage = (done: StampedPages): void => {
    written[done.number] = done.written;
    onProgress(written.reduce((sum, count) => sum + count, 0));
  };
  const threads = openThreads<AppealShare, void, StampedPages>(new URL("./stampWorker.ts", import.meta.url), {
    name: "A thread that writes pages",
    count: of,
    workerData: pages,
    onMessage,
  });
  try {
    await Promise.all(Array.from({ length: of }, (_, number) => threads.ask({ number, of })));
  } finally {
    await threads.close();
  }
}
