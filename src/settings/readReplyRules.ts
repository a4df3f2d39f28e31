import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { type MarkTrial, replyMarkMeasures } from "../model/replyMarkMeasures.ts";
import { type ReplyMark, replyMarks } from "../model/replyMarks.ts";
import { type MarkRules, markRulesSchema, type ReplyRules, wordListsSchema } from "../model/replyRules.ts";
import { BuildStop } from "../model/buildStop.ts";
import { readYamlFile } from "./yamlFile.ts";

const folder = "vocabulary/replies";
/** The rules that come with the program, for Russian replies. */
const builtIn = fileURLToPath(new URL("../../data/", import.meta.url));
const listsFile = "lists.yaml";
/** Read once: they are a part of the program. */
let shippedRules: Promise<Omit<ReplyRules, "trials">> | undefined;

/**
 * The rules by which a portal finds marks in replies: data/vocabulary/replies, with lists.yaml and a file for each mark. A portal that has
 * no such folder uses the built-in ones; one that has uses its own alone, and a mark without a file is not looked for. What was measured
 * of a built-in rule holds as long as the portal has left it, and the lists, as they are.
 *
 * @param dataDir the portal's data folder
 * @throws BuildStop SETTINGS_UNREADABLE, SETTINGS_INVALID (every wrong phrase of a file with its line and column; a file
 *   that no mark has the name of)
 */
export async function readReplyRules(dataDir: string): Promise<ReplyRules> {
  const shipped = await (shippedRules ??= readdir(join(builtIn, folder)).then((files) => readFolder(builtIn, files)));
  const files = await readdir(join(dataDir, folder)).catch(() => null);
  if (files === null) return { ...shipped, trials: replyMarkMeasures };
  const own = await readFolder(dataDir, files);
  const sameLists = isDeepStrictEqual(own.lists, shipped.lists);
  const trials: Partial<Record<ReplyMark, MarkTrial>> = {};
  for (const mark of replyMarks) {
    const rules = own.marks[mark];
    if (rules === undefined) continue;
    const isShipped = sameLists && isDeepStrictEqual(rules, shipped.marks[mark]);
    const trial = rules.measured ?? (isShipped ? replyMarkMeasures[mark] : undefined);
    if (trial !== undefined) trials[mark] = trial;
  }
  return { ...own, trials };
}

async function readFolder(dataDir: string, files: readonly string[]): Promise<Omit<ReplyRules, "trials">> {
  const named = files.filter((file) => /\.ya?ml$/.test(file)).sort();
  const strange = named.filter((file) => file !== listsFile && !replyMarks.some((mark) => file === `${mark}.yaml`));
  if (strange.length > 0)
    throw new BuildStop(
      "SETTINGS_INVALID",
      strange.map((file) => ({ file: `${folder}/${file}` })),
      {
        problems: strange.map((file) => `${folder}/${file}: ${replyMarks.join(", ")}`).join("\n"),
        count: strange.length,
      },
    );
  const lists = named.includes(listsFile)
    ? await readYamlFile(join(dataDir, folder, listsFile), `${folder}/${listsFile}`, wordListsSchema)
    : {};
  const schema = markRulesSchema(new Set(Object.keys(lists)));
  const marks: Partial<Record<ReplyMark, MarkRules>> = {};
  for (const mark of replyMarks)
    if (named.includes(`${mark}.yaml`))
      marks[mark] = await readYamlFile(join(dataDir, folder, `${mark}.yaml`), `${folder}/${mark}.yaml`, schema);
  return { lists, marks };
}
