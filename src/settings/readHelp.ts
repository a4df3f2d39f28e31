import { join } from "node:path";
import { BuildStop, type Place } from "../model/buildStop.ts";
import { channels, type Channel } from "../model/channel.ts";
import type { Help, HelpBlock } from "../model/help.ts";
import { languagesOf, type Language, type Portal } from "../model/portal.ts";
import { readSettingsText } from "./settingsText.ts";

export type HelpTexts = Partial<Record<Language, Help>>;

/** «## letter, portal: 33», «## social: late» — channels, and from which day on the advice holds, or that it does after the norm. */
const head = /^##\s+([a-z, ]+):\s*(\d{1,4}|late)\s*$/;
/** «## sources» — what is said behind all advice. */
const sourcesHead = /^##\s+sources\s*$/;

/**
 * Reads what data/help.LANGUAGE.md advises those whom nobody answers: a title, words for all, and sections whose heads name
 * channels and days.
 *
 * @returns the help, or the lines that cannot be read, from 1
 */
export function parseHelp(text: string): { help: Help } | { lines: number[] } {
  const faults: number[] = [];
  const help: Help = { title: "", lead: [], sources: [], advice: [] };
  let blocks: HelpBlock[] = help.lead;
  let isOpen = false;
  for (const [at, raw] of text.split(/\r?\n/).entries()) {
    const line = raw.trim();
    const isHead = line.startsWith("#");
    if (line === "" || isHead) isOpen = false;
    if (line === "") continue;
    if (/^#\s/.test(line) && help.title === "") help.title = line.slice(1).trim();
    else if (sourcesHead.test(line)) blocks = help.sources;
    else if (isHead) {
      const [, names = "", from = ""] = head.exec(line) ?? [];
      const named = names.split(/[, ]+/).filter(Boolean);
      if (named.length === 0 || named.some((name) => !(channels as readonly string[]).includes(name)))
        faults.push(at + 1);
      blocks = [];
      help.advice.push({
        channels: named as Channel[],
        ...(from === "late" ? { from: 0, afterNorm: true } : { from: Number(from) }),
        blocks,
      });
    } else if (line.startsWith("- ")) {
      blocks.push({ kind: "item", text: line.slice(2).trim() });
      isOpen = true;
    } else if (isOpen) {
      const last = blocks.at(-1);
      if (last !== undefined) last.text += ` ${line}`;
    } else {
      blocks.push({ kind: "paragraph", text: line });
      isOpen = true;
    }
  }
  if (help.title === "") faults.unshift(1);
  return faults.length > 0 ? { lines: faults } : { help };
}

/**
 * The portal's advice in each of its languages, as far as it gives any.
 *
 * @throws BuildStop SETTINGS_INVALID for a head that names no channel and day, or a file without a title
 */
export async function readHelp(dataDir: string, portal: Portal): Promise<HelpTexts> {
  const read = await Promise.all(
    languagesOf(portal).map(async (language) => {
      const name = `help.${language}.md`;
      const text = await readSettingsText(join(dataDir, name), name);
      if (text === null) return [];
      const parsed = parseHelp(text);
      if ("help" in parsed) return [[language, parsed.help] as const];
      const places: Place[] = parsed.lines.map((line) => ({ file: name, line }));
      throw new BuildStop("SETTINGS_INVALID", places, {
        problems: places.map(({ line }) => `${name}:${String(line)}: ## ${channels.join(", ")}: 30 | late`).join("\n"),
        count: places.length,
      });
    }),
  );
  return Object.fromEntries(read.flat());
}
