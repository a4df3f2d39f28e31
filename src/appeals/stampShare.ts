import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { openAppealLines } from "../edition/appealLines.ts";
import { readAppeals, readEditions, readFacts, type AppealShare, readReplies } from "../edition/readEdition.ts";
import { pagesKey } from "./appealPageKey.ts";
import { writeAppealPages } from "./appealPages.ts";
import { writeBundlePages } from "./bundlePages.ts";
import { openPageMemory } from "./pageMemory.ts";
import { readHistories } from "./readHistories.ts";

/** What whoever writes pages of appeals needs to know. Plain data, so that another thread can be given it. */
export interface PagesToStamp {
  editionDir: string;
  siteDir: string;
  frame: string;
  before: string | null;
  /** Folder where is written down what the pages were made of. */
  memoryDir: string;
  /** Stands for the code that makes pages. */
  code: string;
}

/** Where is written what the next build may know. */
export function nextMemory(memoryDir: string): string {
  return `${memoryDir}.new`;
}

/**
 * Writes a share of the pages of appeals.
 *
 * @param onProgress is told how many have been written
 * @throws what the operating system says of a file that cannot be read or written
 */
export async function stampShare(
  { editionDir, memoryDir, code, ...setting }: PagesToStamp,
  share: AppealShare,
  onProgress: (written: number) => void,
): Promise<void> {
  const facts = readFacts(editionDir);
  const histories = await readHistories(editionDir, readEditions(editionDir));
  const groupSizes = new Map(readReplies(editionDir).groups.map(({ id, appeals }) => [id, appeals.length] as const));
  const parts = (await readdir(memoryDir).catch(() => [])).sort().map((name) => join(memoryDir, name));
  const memory = await openPageMemory(parts, pagesKey(facts, setting.frame, code), setting.siteDir, setting.before);
  const asked = { ...setting, share, facts, histories, groupSizes, memory, onProgress };
  if (facts.portal.appealBundles === undefined) await writeAppealPages((some) => readAppeals(editionDir, some), asked);
  else {
    const lines = openAppealLines(editionDir);
    await writeBundlePages(lines, asked);
    lines.close();
  }
  await memory.keep(join(nextMemory(memoryDir), `${share.number}`));
}
