import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { type ReplyMark, replyMarks } from "../model/replyMarks.ts";
import { type MarkRules, markRulesSchema, type WordLists, wordListsSchema } from "../model/replyRules.ts";
import { BuildStop } from "../model/buildStop.ts";
import { readYamlFile } from "./yamlFile.ts";

const folder = "vocabulary/replies";
const listsFile = "lists.yaml";

/**
 * The rules by which a portal finds marks in replies: data/vocabulary/replies, with lists.yaml and a file for each mark.
 *
 * @param dataDir the portal's data folder
 * @returns null where a portal has no such folder: then no marks are read
 * @throws BuildStop SETTINGS_UNREADABLE, SETTINGS_INVALID (every wrong phrase of a file with its line and column; a file
 *   that no mark has the name of)
 */
export async function readReplyRules(
  dataDir: string,
): Promise<{ lists: WordLists; marks: Partial<Record<ReplyMark, MarkRules>> } | null> {
  const files = await readdir(join(dataDir, folder)).catch(() => null);
  if (files === null) return null;
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
