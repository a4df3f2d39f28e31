import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type PublicAppeal } from "../model/appeal.ts";
import { type Facts } from "../model/facts.ts";
import { appealPage, type AppealPageSetting } from "../site/appeals/appealPage.ts";
import { escapeHtml } from "../site/appeals/markup.ts";
import { rememberTexts } from "../site/appeals/rememberTexts.ts";
import { similarAppeals } from "../site/appeals/similarAppeals.ts";
import { createStamp } from "../site/appeals/stamp.ts";
import { createVoice } from "../site/language.ts";
import { createLinks } from "../site/links.ts";
import { createNames } from "../site/names.ts";

/** Files written at the same time; more only wait for the disk. */
const atOnce = 64;

/**
 * Writes the permanent page of every appeal: the frame that Astro rendered once, stamped with each appeal. Ten times
 * as fast as rendering every page, and ten thousand of them.
 *
 * @param appeals in order of time, either way
 * @param histories what earlier editions had otherwise, by public id
 * @throws where the frame is missing, or an appeal's id is an address of the portal already
 */
export async function writeAppealPages(appeals: readonly PublicAppeal[], facts: Facts, siteDir: string, onProgress: (written: number) => void = () => {}, histories: AppealPageSetting["histories"] = new Map()): Promise<void> {
  const folder = join(siteDir, "appeals");
  const stamp = createStamp(await readFile(join(folder, "page", "index.html"), "utf8"));
  await rm(join(folder, "page"), { recursive: true });
  const voice = rememberTexts(createVoice(facts.portal.language));
  const setting: AppealPageSetting = { facts, voice, names: createNames(facts, voice), links: createLinks(facts.portal.address), histories };
  const similar = similarAppeals(appeals);

  const write = async (appeal: PublicAppeal): Promise<void> => {
    const { title, description, body } = appealPage(appeal, similar(appeal), setting);
    const month = appeal.received.slice(0, 7);
    const html = stamp({
      title: escapeHtml(title),
      description: escapeHtml(description),
      id: appeal.id,
      month: escapeHtml(voice.month(month)),
      monthAddress: setting.links.path(`/appeals/${month}/`),
      body: body.html,
    });
    // Fails where the folder is there: no address is given twice.
    await mkdir(join(folder, appeal.id));
    await writeFile(join(folder, appeal.id, "index.html"), html);
  };
  for (let from = 0; from < appeals.length; from += atOnce) {
    await Promise.all(appeals.slice(from, from + atOnce).map(write));
    if (from % 1024 === 0) onProgress(from);
  }
  onProgress(appeals.length);
}
