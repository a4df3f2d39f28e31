import { mkdir, stat, writeFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { dataSetFiles } from "../../src/intake/format/dataSet.ts";
import { inspectFile } from "../../src/intake/inspect/inspectFile.ts";
import { isSpare, type Inspection } from "../../src/intake/inspect/inspection.ts";
import { titleOf } from "../../src/intake/inspect/fileNamePattern.ts";
import { knownSource } from "../../src/intake/knownSource.ts";
import { languageOfData } from "../../src/intake/inspect/languageOfData.ts";
import { matchHeader } from "../../src/intake/headerMatch.ts";
import { sourceAsYaml } from "../../src/intake/inspect/sourceAsYaml.ts";
import { slugOf } from "../../src/intake/slug.ts";
import { isoDateOfDay, millisecondsPerDay } from "../../src/model/moment.ts";
import { BuildStop } from "../../src/model/buildStop.ts";
import { createDetectionContext } from "../../src/privacy/detect.ts";
import { isPerson } from "../../src/privacy/labelNames.ts";
import { renderStop } from "../../src/report/renderStop.ts";
import { reportWords, type ReportWords } from "../../src/words/reportStrings.ts";
import { readSettings, type Settings } from "../../src/settings/readSettings.ts";
import { renderFault, renderInspection } from "../../src/flow/inspection/renderInspection.ts";
import { sourceComments } from "../../src/flow/inspection/sourceComments.ts";
import { exists, portalAsYaml, startPortal } from "../../src/flow/inspection/startPortal.ts";
import { command } from "./command.ts";

/** Whether there is a file, or a folder that is one Parquet data set. */
const isExport = async (path: string): Promise<boolean> => {
  const entry = await stat(path).catch(() => null);
  return entry?.isFile() === true || (entry?.isDirectory() === true && (await dataSetFiles(path)) !== null);
};

const today = (): number => Math.floor(Date.now() / millisecondsPerDay);

/** The portal that descriptions are written for; one in the making has no settings yet. */
interface PortalAtHand {
  /** As the person named it. */
  folder: string;
  settings: Settings | null;
  isThere: boolean;
}

/** @returns whether the file and all registers in it can be used */
async function inspectOne(
  path: string,
  portal: PortalAtHand,
  write: boolean,
  namesPerson: (label: string) => boolean,
  words: ReportWords,
): Promise<boolean> {
  if (!(await isExport(path))) {
    console.error(words.say("inspect.noFile", { file: path }));
    return false;
  }
  const { settings } = portal;
  const vocabulary = settings?.vocabulary ?? { agencies: [], topics: [], places: [], outcomes: [], channels: [] };
  const results = await inspectFile(path, settings?.sources ?? [], vocabulary, write ? today() : null, namesPerson);
  const registers = results.filter((result) => !isSpare(result, results));
  const found = registers.filter((result): result is Inspection => !("fault" in result));
  for (const result of results) {
    if (!registers.includes(result)) console.log(`${words.say("inspect.spare", { file: result.file })}\n`);
    else if ("fault" in result) console.error(renderFault(result, words));
    else console.log(renderInspection(result, words));
  }
  if (write && found.length > 0) await describe(path, found, portal, words);
  return found.length === registers.length;
}

/** Saves a description of each table that has none, and where there is no portal yet, one that begins with this file. */
async function describe(
  path: string,
  found: readonly Inspection[],
  { folder, settings, isThere }: PortalAtHand,
  words: ReportWords,
): Promise<void> {
  const data = resolve(folder);
  // What is written belongs to the portal, whatever language the terminal speaks.
  const language = settings?.portal.language ?? languageOfData(found.flatMap(({ columns }) => columns));
  const portalWords = reportWords(language);
  /** Descriptions of this file's tables, written now. */
  const described: { file: string; source: Inspection["source"] }[] = [];
  for (const result of found) {
    const [whole = "", table = ""] = basename(result.file).split("#");
    const headers = result.columns.map(({ header }) => header);
    const same = described.find(
      ({ source }) => matchHeader(headers, source).missing.length === 0 && result.source.headers === undefined,
    );
    if (same !== undefined) {
      console.log(words.say("inspect.sameTable", { table: result.file, file: join(folder, same.file) }));
      continue;
    }
    // A further table of a file that reads otherwise has a description of its own, with its number.
    const name = slugOf(described.length > 0 ? `${titleOf(whole)} ${table}` : titleOf(whole));
    const file = join("sources", `${name}.yaml`);
    const target = join(data, file);
    if (await exists(target)) {
      described.push({ file, source: settings?.sources.find((source) => source.name === name) ?? result.source });
      console.log(words.say("inspect.exists", { file: join(folder, file) }));
      continue;
    }
    const twin = knownSource(headers, settings?.sources ?? []);
    if (twin !== null) {
      console.log(words.say("inspect.twin", { file: `sources/${twin.name}.yaml`, name: basename(path) }));
      continue;
    }
    await mkdir(join(data, "sources"), { recursive: true });
    const namesChannel =
      result.source.channel !== undefined || result.proposals.some(({ field }) => field === "channel");
    await writeFile(target, sourceAsYaml(result, sourceComments(portalWords, namesChannel)));
    described.push({ file, source: result.source });
    console.log(words.say("inspect.written", { file: join(folder, file) }));
  }
  const hasTexts = found.some(({ proposals }) => proposals.some(({ field }) => field === "text"));
  const lastDay =
    found
      .map((result) => result.lastDay ?? "")
      .sort()
      .at(-1) || isoDateOfDay(today());
  const dayKnown = found.some((result) => result.lastDay !== null);
  const { written, otherExport } = await startPortal(
    data,
    path,
    lastDay,
    isThere ? null : portalAsYaml(portalWords, language, hasTexts),
  );
  if (otherExport !== null)
    console.log(
      words.say("inspect.export.other", { file: join(folder, otherExport), given: path, day: `exports/${lastDay}` }),
    );
  for (const file of written) {
    console.log(
      words.say(
        file === "portal.yaml"
          ? "inspect.portal.written"
          : file === "id.key"
            ? "inspect.key.written"
            : dayKnown
              ? "inspect.export.written"
              : "inspect.noDay",
        { file },
      ),
    );
  }
}

/**
 * Looks at files that are not described yet; with --write saves a description, and where there is no portal yet, all that a
 * first one needs.
 */
export const inspect = command({
  name: "inspect",
  options: { data: { kind: "text", value: "DIR", usual: "data" }, write: { kind: "flag" } },
  operands: { value: "FILE", least: 1, most: Infinity },
  examples: ["export.xlsx", "export.xlsx --write --data my"],
  portalOf: ({ data }) => data,
  run: async ({ data: folder, write }, files, { words, language }) => {
    const isThere = await exists(join(resolve(folder), "portal.yaml"));
    const settings = await readSettings(resolve(folder)).catch((error: unknown) => {
      if (!(error instanceof BuildStop)) throw error;
      // A portal in the making has no settings; one whose settings are faulty knows sources and words that are not known now.
      if (isThere || error.code !== "SETTINGS_MISSING")
        console.error(`${renderStop(error, language)}\n${words.say("inspect.withoutSettings")}\n`);
      return null;
    });
    const portal = { folder, settings, isThere };
    const detection = createDetectionContext();
    for (const path of files)
      if (!(await inspectOne(path, portal, write, (label) => isPerson(label, detection), words))) process.exitCode = 1;
  },
});
