import { workerData } from "node:worker_threads";
import { threadTask } from "../system/threadTask.ts";
import { type FilesToVerify, lookAtFiles } from "./lookAtFiles.ts";

// A thread that looks at files of the finished site: gets their names, answers each list with what it found.
export default threadTask(lookAtFiles(workerData as FilesToVerify));
