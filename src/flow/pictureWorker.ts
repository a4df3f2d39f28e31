import { workerData } from "node:worker_threads";
import { readFacts } from "../edition/readEdition.ts";
import { writePictures } from "../publish/share/writePictures.ts";
import { type PictureThread } from "./drawPictures.ts";
import { threadTask } from "../system/threadTask.ts";

// A thread that draws the pictures of an edition.
const { editionDir, outDir } = workerData as PictureThread;
export default threadTask(() => writePictures(readFacts(editionDir), outDir));
