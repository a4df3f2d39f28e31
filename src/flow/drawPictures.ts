import { openThreads } from "../system/threads.ts";

export interface PictureThread {
  /** Its facts are there. */
  editionDir: string;
  outDir: string;
}

/** Pictures and reviews need the facts alone; press kits tell as well what has changed since the edition before. */
export type PictureTask = "pictures" | "kits";

/** What is drawn of an edition in a thread of its own: pages do not wait for it. */
export interface Drawing {
  /** Settles once pictures and reviews are made. @throws what the thread throws */
  pictures: Promise<void>;
  /** Makes the press kits once past editions have been recalled, and ends the thread. @throws what the thread throws */
  kits: () => Promise<void>;
}

/**
 * Begins to draw.
 *
 * @param ended nobody waits for it any more
 */
export function drawPictures(thread: PictureThread, ended?: AbortSignal): Drawing {
  const threads = openThreads<PictureTask, void>(new URL("./pictureWorker.ts", import.meta.url), {
    name: "The thread that draws pictures",
    count: 1,
    workerData: thread,
    ended,
  });
  return {
    pictures: threads.ask("pictures"),
    kits: () => threads.ask("kits").finally(() => threads.close()),
  };
}
