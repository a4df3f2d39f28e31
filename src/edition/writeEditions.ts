import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Change, type ChangeKind, changeKinds } from "../model/change.ts";
import {
  type DatedFile,
  type Editions,
  editionsSchema,
  longestList,
  type PastEdition,
  type RecalledEdition,
} from "../model/editions.ts";
import { linesOf } from "./linesOf.ts";
import { changesFile, datedFolder, editionsFile } from "./editionFiles.ts";
import { changeRow, figureRow, revisionRow } from "./editionTables.ts";
import { tableFiles } from "./tableFiles.ts";
import { changeColumns, editionFigureColumns, revisionColumns } from "../codebook/editionColumns.ts";
import type { Language } from "../model/portal.ts";
import { createVoice, type Voice } from "../words/language.ts";

/**
 * Writes what is known of all editions into the edition folder: editions.json, and the tables that will stand at
 * data/editions/. The tables of an edition are the same bytes in every later build from the same exports.
 *
 * @param address of the portal
 * @param isListed whether single appeals are published
 * @param language of the tables that people read
 */
export async function writeEditions(
  editionDir: string,
  address: string,
  isListed: boolean,
  recalled: readonly RecalledEdition[],
  language: Language = "ru",
): Promise<Editions> {
  const voice = createVoice(language);
  const editions: PastEdition[] = [];
  const gone = new Set<string>();
  for (const edition of recalled) {
    const folder = join(editionDir, datedFolder, edition.date);
    await mkdir(folder, { recursive: true });
    const figures = tableFiles(folder, "figures", editionFigureColumns, voice);
    await figures.write(edition.figures.map((figure) => figureRow(figure, edition.period)));
    const files = await figures.close();
    let lists: PastEdition["lists"] = {};
    if (isListed && edition.before !== null) {
      const read = await writeChanges(
        join(editionDir, changesFile(edition.date)),
        folder,
        edition.changes,
        gone,
        voice,
      );
      files.push(...read.files);
      lists = read.lists;
    }
    editions.push({ ...edition, lists, files });
  }
  await mkdir(join(editionDir, datedFolder), { recursive: true });
  const revisions = tableFiles(join(editionDir, datedFolder), "revisions", revisionColumns, voice);
  for (const edition of recalled)
    if (edition.revisions.length > 0)
      await revisions.write(edition.revisions.map((revision) => revisionRow(revision, edition)));
  await revisions.close();
  const listed = new Set(
    editions.flatMap(({ lists }) => Object.values(lists).flatMap((changes) => changes.map(({ id }) => id))),
  );
  const result: Editions = { schema: 1, address, editions, gone: [...gone].filter((id) => listed.has(id)).sort() };
  await writeFile(join(editionDir, editionsFile), JSON.stringify(editionsSchema.parse(result)));
  return result;
}

/** changes.csv of one edition, read change by change, and the lists short enough for its page. */
async function writeChanges(
  path: string,
  folder: string,
  counts: RecalledEdition["changes"],
  gone: Set<string>,
  voice: Voice,
): Promise<{ files: DatedFile[]; lists: PastEdition["lists"] }> {
  const table = tableFiles(folder, "changes", changeColumns, voice);
  const lists = new Map<ChangeKind, Change[]>();
  let group: Change[] = [];
  const flush = async () => {
    if (group.length > 0) await table.write(group.map(changeRow));
    group = [];
  };
  for (const line of linesOf(path)) {
    const change = JSON.parse(line) as Change;
    if (change.kind === "withdrawn") gone.add(change.id);
    if (change.kind === "restored") gone.delete(change.id);
    if ((counts[change.kind] ?? 0) <= longestList) lists.set(change.kind, [...(lists.get(change.kind) ?? []), change]);
    group.push(change);
    if (group.length === 2000) await flush();
  }
  await flush();
  const order = (one: Change, other: Change) =>
    compare(one.agency ?? "", other.agency ?? "") ||
    compare(one.id, other.id) ||
    compare(one.field ?? "", other.field ?? "");
  return {
    files: await table.close(),
    lists: Object.fromEntries(
      changeKinds.flatMap((kind) => (lists.has(kind) ? [[kind, lists.get(kind)!.sort(order)]] : [])),
    ),
  };
}

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);
