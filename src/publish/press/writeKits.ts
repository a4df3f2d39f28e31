import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { drawPng } from "../../charts/drawPng.ts";
import { lightColour } from "../../charts/palette.ts";
import { pictureTexts } from "../../charts/pictureTexts.ts";
import { pressChart, pressSizes } from "../../charts/pressChart.ts";
import { standaloneSvg } from "../../charts/standaloneSvg.ts";
import { workbook } from "../../documents/workbook.ts";
import { zip } from "../../documents/zip.ts";
import { appealsFile } from "../../edition/editionFiles.ts";
import { linesOf } from "../../edition/linesOf.ts";
import { tableFiles } from "../../edition/tableFiles.ts";
import { tables } from "../../codebook/tables.ts";
import { createVoice } from "../../words/language.ts";
import { keptPressFile, keptPressRecord, keptPressRecordOf } from "../../edition/keptPress.ts";
import { readEditions, readReviews } from "../../edition/readEdition.ts";
import type { PublicAppeal } from "../../model/appeal.ts";
import type { Editions } from "../../model/editions.ts";
import type { Facts, Subject } from "../../model/facts.ts";
import { longCases } from "../../model/longCases.ts";
import { languagesOf } from "../../model/portal.ts";
import { subjectsOf, regionOf } from "../../model/subjectsOfFacts.ts";
import { hasShifts } from "../../model/shifts.ts";
import { byteOrderMark, machineCsv } from "../../words/csv.ts";
import { demoMark, kitAsText } from "../../words/press/kitAsText.ts";
import type { PressKit } from "../../words/press/kit.ts";
import { pressAddress, pressKit } from "../../words/press/pressKit.ts";
import { pressTexts } from "../../words/press/pressTexts.ts";
import { createTelling, type Telling } from "../../words/telling.ts";
import { shiftTable } from "../downloads/shiftTable.ts";
import { keptArchive } from "./keptArchive.ts";
import { kitTables, type KitTables } from "./kitTables.ts";

/**
 * Writes the press kits of an edition, of the region and of each agency: the chart, the tables and one archive of everything
 * beside the page that shows the texts; and what stays of the edition for good, unless that is there already.
 *
 * @param notes of the week, by language, for what stays; null: that was taken over from the site before
 */
export async function writePressKits(
  facts: Facts,
  editionDir: string,
  siteDir: string,
  notes: Readonly<Record<string, string>> | null,
): Promise<void> {
  const editions = readEditions(editionDir);
  const cases = casesIn(editionDir);
  const tablesOf = kitTables(facts);
  const tellings = languagesOf(facts.portal).map((language) => createTelling(facts, language));
  for (const subject of [regionOf(facts), ...subjectsOf(facts, "agency")]) {
    const folder = join(siteDir, pressAddress(subject));
    await mkdir(folder, { recursive: true });
    const files = await kitFiles(
      tellings,
      subject,
      editions,
      cases.of(subject.code === "" ? null : subject.code),
      tablesOf(subject),
    );
    for (const [name, content] of Object.entries(files.open)) await writeFile(join(folder, name), content);
    await writeFile(join(folder, "kit.zip"), zip({ ...files.open, ...files.packed }));
  }
  if (notes === null) return;
  const kept = join(siteDir, keptPressFile(facts.edition.date));
  await mkdir(dirname(kept), { recursive: true });
  await writeFile(
    join(siteDir, keptPressRecord(facts.edition.date)),
    keptPressRecordOf(facts.edition.date, facts.portal.minimum.shown),
  );
  if (hasShifts(facts)) {
    const files = tableFiles(dirname(kept), "shifts", tables.shifts.columns, createVoice(facts.portal.language));
    await files.write(shiftTable(facts).rows);
    await files.close();
  }
  await writeFile(kept, keptArchive(tellings, editions, readReviews(editionDir), tablesOf, notes));
}

/** The open appeals that have waited longest; only the lines of those that wait are read. */
function casesIn(editionDir: string): ReturnType<typeof longCases> {
  const cases = longCases();
  const file = join(editionDir, appealsFile);
  if (existsSync(file))
    for (const line of linesOf(file))
      if (line.includes('"closingState":"waiting"')) cases.add(JSON.parse(line) as PublicAppeal);
  return cases;
}

type Files = Record<string, string | Uint8Array>;

/** The files of a kit: those that can be taken one by one, and those that stand in the archive alone. */
async function kitFiles(
  tellings: readonly Telling[],
  subject: Subject,
  editions: Editions,
  cases: Parameters<typeof pressKit>[3],
  tables: KitTables,
): Promise<{ open: Files; packed: Files }> {
  const open: Files = {
    "figures.csv": machineCsv([tables.figures.header, ...tables.figures.rows]),
    "months.csv": machineCsv([tables.months.header, ...tables.months.rows]),
    "tables.xlsx": await tablesAsWorkbook(tellings[0]!, pressKit(tellings[0]!, subject, editions, cases), tables),
  };
  const packed: Files = {};
  for (const [at, telling] of tellings.entries()) {
    const { language } = telling.voice;
    const kit = pressKit(telling, subject, editions, cases);
    packed[`text.${language}.txt`] = byteOrderMark + kitAsText(kit, telling).replaceAll("\n", "\r\n");
    packed[`readme.${language}.txt`] = byteOrderMark + readme(telling, kit).replaceAll("\n", "\r\n");
    const chart = pressChart(telling, subject);
    if (chart === null) continue;
    const look = pictureTexts(telling, subject, chart, kit.address.slice(1, -1));
    open[`chart.${language}.svg`] = standaloneSvg(chart, look);
    const png = (width: number, height: number): Buffer =>
      drawPng(chart, { ...look, colour: lightColour }, width, height);
    for (const { width, height } of pressSizes) {
      open[`chart.${language}-${width}x${height}.png`] = png(width, height);
      // Print wants twice the pixels; one picture of them, since it takes as long as all the others of a language.
      if (at === 0 && width > height)
        packed[`chart.${language}-${width}x${height}@2x.png`] = png(2 * width, 2 * height);
    }
  }
  return { open, packed };
}

function readme(telling: Telling, { name, cite }: PressKit): string {
  const { voice, facts } = telling;
  const say = pressTexts(voice);
  const demo = demoMark(telling);
  return [
    ...(demo === null ? [] : [demo]),
    say("readme.what", { name }),
    say("readme.edition", { date: voice.date(facts.edition.date) }),
    say("readme.cite", { cite }),
    say("readme.files"),
  ].join("\n");
}

async function tablesAsWorkbook(
  telling: Telling,
  { name, cite }: PressKit,
  { figures, months }: KitTables,
): Promise<Uint8Array> {
  const say = pressTexts(telling.voice);
  const demo = demoMark(telling);
  const notes = [...(demo === null ? [] : [demo]), cite];
  return workbook([
    { name: say("tables.figures"), title: name, notes, ...figures },
    { name: say("tables.months"), title: name, notes, ...months },
  ]);
}
