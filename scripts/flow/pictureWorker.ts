import { workerData } from "node:worker_threads";
import { readFacts } from "../../src/publish/edition/readEdition.ts";
import { writePictures } from "../../src/publish/share/writePictures.ts";
import { type PictureThread } from "./drawPictures.ts";

// A thread that draws the pictures of an edition and ends.
const { editionDir, outDir } = workerData as PictureThread;
await writePictures(await readFacts(editionDir), outDir);
