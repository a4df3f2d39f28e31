import { access, mkdir, writeFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { inspectFile } from "../src/intake/inspect/inspectFile.ts";
import { sourceAsYaml } from "../src/intake/inspect/sourceAsYaml.ts";
import { slugOf } from "../src/intake/slug.ts";
import { reportWords } from "../src/report/reportStrings.ts";
import { readSettings } from "../src/settings/readSettings.ts";
import { renderInspection } from "./inspect/renderInspection.ts";
import { readOptions } from "./flow/readOptions.ts";

// npm run inspect -- FILE… [--write] [--data DIR]: looks at files that are not described yet; --write saves a description.
const { values, positionals } = readOptions({ allowPositionals: true, options: { data: { type: "string", default: "data" }, write: { type: "boolean", default: false } } });

const exists = async (path: string): Promise<boolean> => access(path).then(() => true, () => false);

// A portal in the making has no settings yet: then there is no vocabulary to compare with.
const settings = await readSettings(resolve(values.data)).catch(() => null);
const vocabulary = settings?.vocabulary ?? { agencies: [], topics: [], places: [], outcomes: [], channels: [] };
const words = reportWords(settings?.portal.language ?? "ru");
let faults = 0;

if (positionals.length === 0) {
  console.error(words.say("inspect.usage"));
  faults += 1;
}
for (const path of positionals) {
  if (!(await exists(path))) {
    console.error(words.say("inspect.noFile", { file: path }));
    faults += 1;
    continue;
  }
  for (const result of await inspectFile(path, settings?.sources ?? [], vocabulary)) {
    if ("fault" in result) {
      console.error(`${result.file}\n  ${words.say("report.error")} ${result.fault.code}: ${words.say(`finding.${result.fault.code}.message`)}\n  ${words.say(`finding.${result.fault.code}.advice`)}`);
      faults += 1;
      continue;
    }
    console.log(renderInspection(result, words));
    if (!values.write) continue;
    const name = slugOf(basename(result.file).replace(/\.(?:csv|tsv|txt|xlsx|xlsm|json|ndjson|jsonl|parquet|zip|gz)\b/gi, "").replace(/\d{4,}(?:[-_.]\d{1,2}){0,2}/g, ""));
    const file = join("sources", `${name}.yaml`);
    const target = join(resolve(values.data), file);
    if (await exists(target)) {
      console.log(words.say("inspect.exists", { file }));
      continue;
    }
    await mkdir(join(resolve(values.data), "sources"), { recursive: true });
    const namesChannel = result.source.channel !== undefined || result.source.columns.channel !== undefined;
    const head = [words.say("inspect.comment.head"), ...(namesChannel ? [] : [words.say("inspect.comment.channel")])].join("\n ");
    const comments = { head, kind: words.say("inspect.comment.kind"), ignore: words.say("inspect.comment.ignore"), agency: words.say("inspect.comment.agency"), outcomes: words.say("inspect.comment.outcomes") };
    await writeFile(target, sourceAsYaml(result, comments));
    console.log(words.say("inspect.written", { file }));
  }
}
process.exitCode = faults > 0 ? 1 : 0;
