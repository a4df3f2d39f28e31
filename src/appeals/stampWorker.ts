import { parentPort, workerData } from "node:worker_threads";
import type { AppealShare } from "../edition/readEdition.ts";
import { threadTask } from "../system/threadTask.ts";
import type { StampedPages } from "./stampAppeals.ts";
import { type PagesToStamp, stampShare } from "./stampShare.ts";

// A thread that writes a share of the pages of appeals and tells how many it has written.
export default threadTask((share: AppealShare) =>
  stampShare(workerData as PagesToStamp, share, (written) =>
    parentPort!.postMessage({ number: share.number, written } satisfies StampedPages),
  ),
);
