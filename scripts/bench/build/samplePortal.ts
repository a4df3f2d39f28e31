import { spawnSync } from "node:child_process";
import { createWriteStream } from "node:fs";
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { minutesInDay, dayNumber } from "../../../demo/calendar.ts";
import { delimitedRow } from "../../../demo/delimited.ts";
import { appealsOf, editions, exportFormats } from "../../../demo/editions.ts";
import { usualSeed } from "../../../demo/seed.ts";
import { stateOn } from "../../../demo/state.ts";

const root = join(import.meta.dirname, "../../..");

/** The data folder of the demonstration with as many appeals as asked for, in its three exports, in both languages or one. @param pages the setting appealPages; left out: their number decides */
export async function samplePortal(
  dataDir: string,
  appeals: number,
  isOneLanguage = false,
  pages?: string,
): Promise<void> {
  await rm(dataDir, { recursive: true, force: true });
  await mkdir(dataDir, { recursive: true });
  for (const name of [
    "portal.yaml",
    "id.key",
    "sources",
    "vocabulary",
    "presets",
    "calendars",
    "languages",
    "statements",
  ])
    await cp(join(root, "data", name), join(dataDir, name), { recursive: true });
  if (isOneLanguage) {
    const settings = join(dataDir, "portal.yaml");
    await writeFile(settings, (await readFile(settings, "utf8")).replace(/^otherLanguages:.*$/mu, ""));
    await rm(join(dataDir, "languages"), { recursive: true });
  }
  if (pages !== undefined) {
    const settings = join(dataDir, "portal.yaml");
    const others = (await readFile(settings, "utf8")).replace(/^appealPages:.*$/mu, "");
    await writeFile(settings, `${others}\nappealPages: ${pages}\n`);
  }
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(root, "scripts/otklik.ts"), "synthesize", "--count", String(appeals), "--out", join(dataDir, "exports")],
    { encoding: "utf8" },
  );
  if (status !== 0) throw new Error(stderr);
}

/** Exports after the newest of the demonstration, a week and two later. */
const later = {
  /** What a week brings: appeals of the last quarter are answered and rated. */
  lately: { date: "2026-11-07", day: dayNumber(2026, 11, 7), since: dayNumber(2026, 8, 1), every: 13 },
  /** The worst case: what changed is spread over all years, so that nothing of the search or of lists stays as it was. */
  anywhere: { date: "2026-11-14", day: dayNumber(2026, 11, 14), since: 0, every: 63 },
} as const;
export type LaterExport = keyof typeof later;

/**
 * Adds an export in which about one appeal of a hundred has changed: an open one has been closed, a closed one rated.
 *
 * @returns how many rows the export has
 */
export async function addChanges(dataDir: string, appeals: number, which: LaterExport): Promise<number> {
  const { date, day, since, every } = later[which];
  const format = exportFormats.social;
  await mkdir(join(dataDir, "exports", date), { recursive: true });
  const file = createWriteStream(join(dataDir, "exports", date, format.file));
  file.write((format.byteOrderMark ? "\uFEFF" : "") + delimitedRow(format.header, format.delimiter));
  let rows = 0;
  for (const appeal of appealsOf("social", { seed: usualSeed, count: appeals })) {
    const state = stateOn(appeal, editions.at(-1)!.day);
    if (state === undefined || state.received < since * minutesInDay || appeal.index % every !== 0) continue;
    const at = day * minutesInDay - 600;
    const changed =
      state.closed === undefined
        ? {
            ...state,
            firstReply: state.firstReply ?? at,
            closed: at,
            outcome: "explained" as const,
            reply: state.reply || appeal.firstText,
          }
        : { ...state, rating: 1 + ((state.rating ?? 2) % 5) };
    file.write(delimitedRow(format.row(appeal, changed), format.delimiter));
    rows += 1;
  }
  file.end();
  await finished(file);
  return rows;
}
