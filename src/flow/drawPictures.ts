import type { StoredFacts } from "../model/facts.ts";
import { openThreads } from "../system/threads.ts";
import { worthThreads } from "../system/worthThreads.ts";
import { type PicturesAsked, type PictureTask, pictureWork } from "./pictureWork.ts";

/** What is drawn of an edition, of a large one in a thread of its own: pages wait for the reviews, of which they tell the sizes. */
export interface Drawing {
  /** Settles once the reviews are documents. @throws what the thread throws */
  reviews: Promise<void>;
  /** Settles once pictures are made. @throws what the thread throws */
  pictures: Promise<void>;
  /**
   * Makes the press kits once past editions have been recalled, and ends the thread.
   *
   * @param isKept whether what stays of the edition for good was taken over from the site before
   * @throws what the thread throws
   */
  kits: (isKept: boolean) => Promise<void>;
}

/**
 * Begins to draw.
 *
 * @param ended nobody waits for it any more
 */
export function drawPictures(facts: Pick<StoredFacts, "edition">, asked: PicturesAsked, ended?: AbortSignal): Drawing {
  if (!worthThreads(facts.edition.published)) {
    const work = pictureWork(asked);
    return { reviews: work("reviews"), pictures: work("pictures"), kits: (isKept) => work({ isKept }) };
  }
  const threads = openThreads<PictureTask, void>(new URL("./pictureWorker.ts", import.meta.url), {
    name: "The thread that draws pictures",
    count: 1,
    workerData: asked,
    ended,
  });
  return {
    reviews: threads.ask("reviews"),
    pictures: threads.ask("pictures"),
    kits: async (isKept) => {
      try {
        await threads.ask({ isKept });
      } finally {
        await threads.close();
      }
    },
  };
}
