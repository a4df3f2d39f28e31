import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { type Progress } from "../../scripts/flow/progress.ts";
import { prepareEdition } from "../../scripts/flow/prepareEdition.ts";
import { type Facts } from "../../src/model/facts.ts";
import { readSettings } from "../../src/settings/readSettings.ts";

const settings = `title: Отклик
region: { name: Край, in: в Крае, of: Края }
timeZone: Europe/Moscow
address: https://otklik.example/
publisher: { name: Пресс-служба, email: press@otklik.example }
appeals: figures-only
norms:
  - { channel: letter, event: closing, amount: 30, unit: days, basis: "59-ФЗ" }
`;

const silent: Progress = { stage: (_, run) => run(() => undefined) };

/**
 * The facts of a portal of figures, made the way the commands make them.
 *
 * @param source the mapping of every file, as YAML; files: by path below the exports folder
 */
export async function factsOf(source: string, files: Record<string, string>): Promise<Facts> {
  const folder = await mkdtemp(join(tmpdir(), "otklik-flow-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const all = { "portal.yaml": settings, "sources/register.yaml": source, ...Object.fromEntries(Object.entries(files).map(([path, content]) => [`exports/${path}`, content])) };
  for (const [path, content] of Object.entries(all)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  const { facts } = await prepareEdition(await readSettings(folder), join(folder, "work"), null, silent, () => undefined);
  return facts;
}

/** The region's figures over all time. */
export const allTime = (facts: Facts) => facts.subjects[0]!.periods.all.measures;
