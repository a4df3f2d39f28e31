import { readFacts } from "../edition/readEdition.ts";
import { writePressKits } from "../publish/press/writeKits.ts";
import { writeReviewFiles } from "../publish/reviews/writeReviews.ts";
import { weekNotes } from "../publish/share/weekNotes.ts";
import { writePictures } from "../publish/share/writePictures.ts";

/** Whose pictures are drawn. Plain data, so that another thread can be given it. */
export interface PicturesAsked {
  /** Its facts are there. */
  editionDir: string;
  outDir: string;
}

/**
 * Pictures and reviews need the facts alone; press kits tell as well what has changed since the edition before. What stays of the
 * edition for good may have been taken over already.
 */
export type PictureTask = "reviews" | "pictures" | { isKept: boolean };

/** @returns draws the pictures of an edition, or makes what its press office takes away */
export function pictureWork({ editionDir, outDir }: PicturesAsked): (task: PictureTask) => Promise<void> {
  const facts = readFacts(editionDir);
  return async (task) => {
    if (task === "reviews") return writeReviewFiles(facts, editionDir, outDir);
    if (task === "pictures") return writePictures(facts, outDir);
    return writePressKits(facts, editionDir, outDir, task.isKept ? null : weekNotes(facts));
  };
}
