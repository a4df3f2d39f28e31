import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import type { Progress } from "../../src/flow/progress.ts";
import { prepareEdition } from "../../src/flow/prepareEdition.ts";
import type { StoredFacts } from "../../src/model/facts.ts";
import { readSettings } from "../../src/settings/readSettings.ts";

export const settings = `title: Отклик
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
 * Writes a portal's folder, which is the caller's to remove.
 *
 * @param source the mapping of every file, as YAML; files: by path below the exports folder; more: other files
 */
export async function makePortal(
  source: string,
  files: Record<string, string>,
  more: Record<string, string> = {},
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "otklik-flow-"));
  const all = {
    "portal.yaml": settings,
    "sources/register.yaml": source,
    ...Object.fromEntries(Object.entries(files).map(([path, content]) => [`exports/${path}`, content])),
    ...more,
  };
  for (const [path, content] of Object.entries(all)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return folder;
}

/** The same for one test, gone after it. */
export async function portalFolder(...parts: Parameters<typeof makePortal>): Promise<string> {
  const folder = await makePortal(...parts);
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** The facts of a portal of figures, made the way the commands make them. */
export async function factsOf(
  source: string,
  files: Record<string, string>,
  more: Record<string, string> = {},
): Promise<StoredFacts> {
  const folder = await portalFolder(source, files, more);
  const { facts } = await prepareEdition({
    settings: await readSettings(folder),
    workDir: join(folder, "work"),
    editionDir: null,
    progress: silent,
  });
  return facts;
}

/** The region's figures over all time. */
export const allTime = (facts: StoredFacts) => facts.subjects[0]!.periods.all.measures;
