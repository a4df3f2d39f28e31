import { workerData } from "node:worker_threads";
import { readFacts } from "../edition/readEdition.ts";
import { threadTask } from "../system/threadTask.ts";
import { writePressKits } from "../publish/press/writeKits.ts";
import { writeReviewFiles } from "../publish/reviews/writeReviews.ts";
import { writePictures } from "../publish/share/writePictures.ts";
import { type PictureTask, type PictureThread } from "./drawPictures.ts";

// A thread that draws the pictures of an edition and makes what its press office takes away.
const { editionDir, outDir } = workerData as PictureThread;
const facts = readFacts(editionDir);
export default threadTask(async (task: PictureTask) => {
  if (task === "kits") return writePressKits(facts, editionDir, outDir);
  await writePictures(facts, outDir);
  await writeReviewFiles(facts, editionDir, outDir);
});
