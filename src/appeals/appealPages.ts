import { createOutlook } from "./outlook.ts";
import { mkdirSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { PublicAppeal } from "../model/appeal.ts";
import type { Facts } from "../model/facts.ts";
import { appealPage } from "./appealPage.ts";
import type { AppealPageSetting } from "./appealPageSetting.ts";
import { listedAppeal, type ListedAppeal } from "../edition/listedAppeal.ts";
import { escapeHtml } from "../words/markup.ts";
import { rememberLines } from "./rememberLines.ts";
import { rememberTexts } from "./rememberTexts.ts";
import { similarAppeals } from "./similarAppeals.ts";
import { createStamp, slots } from "./stamp.ts";
import { createUsualCount } from "./usualWaits.ts";
import { createVoice } from "../words/language.ts";
import { createTelling } from "../words/telling.ts";
import { appealKey, appealPageKey } from "./appealPageKey.ts";
import { keepOrWrite } from "../system/keepOrWrite.ts";
import type { PageMemory } from "./pageMemory.ts";
import type { AppealShare } from "../edition/readEdition.ts";

/** Pages written between two looks at what else the process has to do. */
const atOnce = 64;

export interface AppealPagesSetting {
  facts: Facts;
  siteDir: string;
  /** The page that Astro rendered once for all of them (takeFrame). */
  frame: string;
  /** The site published before, whose equal pages are taken over; null: every page is written. */
  before: string | null;
  /** What earlier editions had otherwise, by public id. */
  histories: AppealPageSetting["histories"];
  /** How many appeals were given the reply of a group, by its id; left out: none. */
  groupSizes?: ReadonlyMap<string, number>;
  /** Which share of the pages is written here, where others write the rest; left out: all. */
  share?: AppealShare;
  /** What pages were made of before; left out: nothing is remembered. */
  memory?: PageMemory;
  onProgress?: (written: number) => void;
}

/** Takes the frame of all pages of appeals out of the site, where it is no page. @throws where it is missing */
export async function takeFrame(siteDir: string): Promise<string> {
  const folder = join(siteDir, "appeals", "page");
  const frame = await readFile(join(folder, "index.html"), "utf8");
  await rm(folder, { recursive: true });
  return frame;
}

/** What pages of appeals are made with, with a memory for what comes again on thousands of them. */
export function pageSetting({
  facts,
  histories,
  groupSizes,
}: Pick<AppealPagesSetting, "facts" | "histories" | "groupSizes">): AppealPageSetting {
  const { language } = facts.portal;
  const telling = createTelling(facts, language, rememberTexts(createVoice(language)));
  return {
    ...telling,
    line: rememberLines(telling),
    histories,
    usualCount: createUsualCount(facts),
    outlook: createOutlook(facts),
    ...(groupSizes && { groupSizes }),
  };
}

/**
 * Writes the permanent page of every appeal: the frame that Astro rendered once, stamped with each appeal. Ten times
 * as fast as rendering every page. Of a million appeals only what lists show of them is held in memory. Shares are dealt
 * out group by group.
 *
 * @param appeals gives the appeals in order of time, either way: first all of them, then those of a share
 * @returns how many pages were taken over from the site before
 * @throws where an appeal's id is an address of the portal already
 */
export async function writeAppealPages(
  appeals: (share?: AppealShare) => AsyncIterable<readonly PublicAppeal[]> | Iterable<readonly PublicAppeal[]>,
  { facts, siteDir, frame, before, histories, groupSizes, share, memory, onProgress = () => {} }: AppealPagesSetting,
): Promise<number> {
  const folder = join(siteDir, "appeals");
  const stamp = createStamp(frame, slots);
  const listed: ListedAppeal[] = [];
  const keys = new Map<string, string>();
  for await (const group of appeals()) {
    for (const appeal of group) {
      const asListed = listedAppeal(appeal);
      listed.push(asListed);
      if (memory) keys.set(appeal.id, appealKey(asListed));
    }
  }
  const similar = similarAppeals(listed);
  const setting = pageSetting({ facts, histories, groupSizes });
  const { voice, links } = setting;

  let written = 0;
  let kept = 0;
  for await (const group of appeals(share)) {
    for (const appeal of group) {
      // Fails where the folder is there: no address is given twice.
      mkdirSync(join(folder, appeal.id));
      const file = join("appeals", appeal.id, "index.html");
      const beside = similar(appeal);
      const key = memory
        ? appealPageKey(
            appeal,
            beside.map(({ id }) => keys.get(id)!),
            setting,
            facts.edition.date,
          )
        : "";
      written += 1;
      if (written % atOnce === 0) await setImmediate();
      if (written % 1024 === 0) onProgress(written);
      if (memory?.takeOver(appeal.id, key, file)) {
        kept += 1;
        continue;
      }
      const { title, description, body } = appealPage(appeal, beside, setting);
      const month = appeal.received.slice(0, 7);
      const page = stamp({
        title: escapeHtml(title),
        description: escapeHtml(description),
        id: appeal.id,
        month: escapeHtml(voice.month(month)),
        monthAddress: links.path(`/appeals/${month}/`),
        body: body.html,
      });
      if (keepOrWrite(page, file, siteDir, before) === "kept") kept += 1;
      memory?.add(appeal.id, key, page);
    }
  }
  onProgress(written);
  return kept;
}
