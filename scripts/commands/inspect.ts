import { mkdir, stat, writeFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { inspectFile, type Inspection } from "../../src/intake/inspect/inspectFile.ts";
import { titleOf } from "../../src/intake/inspect/fileNamePattern.ts";
import { knownSource } from "../../src/intake/knownSource.ts";
import { languageOfData } from "../../src/intake/inspect/languageOfData.ts";
import { matchHeader } from "../../src/intake/headerMatch.ts";
import { sourceAsYaml } from "../../src/intake/inspect/sourceAsYaml.ts";
import { slugOf } from "../../src/intake/slug.ts";
import { isoDateOfDay, millisecondsPerDay } from "../../src/model/moment.ts";
import { createDetectionContext } from "../../src/privacy/detect.ts";
import { isPerson } from "../../src/privacy/labelNames.ts";
import { reportWords } from "../../src/report/reportStrings.ts";
import { readSettings } from "../../src/settings/readSettings.ts";
import { renderInspection } from "../inspect/renderInspection.ts";
import { sourceComments } from "../inspect/sourceComments.ts";
import { exists, portalAsYaml, startPortal } from "../inspect/startPortal.ts";
import { command } from "./command.ts";

const isFile = async (path: string): Promise<boolean> => stat(path).then((entry) => entry.isFile(), () => false);

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
  run: async ({ data: folder, write }, files, { words: told }) => {
    // A portal in the making has no settings yet: then there is no vocabulary to compare with.
    const data = resolve(folder);
    const settings = await readSettings(data).catch(() => null);
    const vocabulary = settings?.vocabulary ?? { agencies: [], topics: [], places: [], outcomes: [], channels: [] };
    const hasPortal = await exists(join(data, "portal.yaml"));
    const detection = createDetectionContext();
    const today = Math.floor(Date.now() / millisecondsPerDay);
    let faults = 0;

    for (const path of files) {
      if (!(await isFile(path))) {
        console.error(told.say("inspect.noFile", { file: path }));
        faults += 1;
        continue;
      }
      const results = await inspectFile(path, settings?.sources ?? [], vocabulary, write ? today : null, (label) => isPerson(label, detection));
      const found = results.filter((result): result is Inspection => !("fault" in result));
      // A first portal is written in the language of its data; what is told of a file that holds none, in that of the person.
      const written = settings?.portal.language ?? languageOfData(found.flatMap(({ columns }) => columns));
      const words = hasPortal || found.length === 0 ? told : reportWords(written);
      /** Descriptions of this file's tables, written now. */
      const described: { file: string; source: Inspection["source"] }[] = [];
      for (const result of results) {
        if ("fault" in result) {
          console.error(`${result.file}\n  ${words.say("report.error")} ${result.fault.code}: ${words.say(`finding.${result.fault.code}.message`)}\n  ${words.say(`finding.${result.fault.code}.advice`)}`);
          faults += 1;
          continue;
        }
        console.log(renderInspection(result, words));
        if (!write) continue;
        const [whole = "", table = ""] = basename(result.file).split("#");
        const headers = result.columns.map(({ header }) => header);
        const same = described.find(({ source }) => matchHeader(headers, source).missing.length === 0 && result.source.headers === undefined);
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
        const twin = knownSource(result.columns.map(({ header }) => header), settings?.sources ?? []);
        if (twin !== null) {
          console.log(words.say("inspect.twin", { file: `sources/${twin.name}.yaml`, name: basename(path) }));
          continue;
        }
        await mkdir(join(data, "sources"), { recursive: true });
        const namesChannel = result.source.channel !== undefined || result.proposals.some(({ field }) => field === "channel");
        await writeFile(target, sourceAsYaml(result, sourceComments(words, namesChannel)));
        described.push({ file, source: result.source });
        console.log(words.say("inspect.written", { file: join(folder, file) }));
      }
      if (!write || found.length === 0) continue;
      const hasTexts = found.some(({ proposals }) => proposals.some(({ field }) => field === "text"));
      const lastDay = found.map((result) => result.lastDay ?? "").sort().at(-1) || isoDateOfDay(today);
      const dayKnown = found.some((result) => result.lastDay !== null);
      for (const file of await startPortal(data, path, lastDay, hasPortal ? null : portalAsYaml(words, written, hasTexts))) {
        console.log(words.say(file === "portal.yaml" ? "inspect.portal.written" : file === "id.key" ? "inspect.key.written" : dayKnown ? "inspect.export.written" : "inspect.noDay", { file }));
      }
    }
    process.exitCode = faults > 0 ? 1 : 0;
  },
});
