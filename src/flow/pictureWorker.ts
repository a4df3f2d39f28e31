import { workerData } from "node:worker_threads";
import { threadTask } from "../system/threadTask.ts";
import { type PicturesAsked, pictureWork } from "./pictureWork.ts";

// A thread that draws the pictures of an edition and makes what its press office takes away.
export default threadTask(pictureWork(workerData as PicturesAsked));
