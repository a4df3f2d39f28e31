import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { publishedEditions } from "../../edition/publishedEditions.ts";
import type { Editions } from "../../model/editions.ts";
import type { Facts } from "../../model/facts.ts";
import { cubeFileSchema, cubeIndexSchema, type CubeIndex } from "../../model/tableCube.ts";
import { subjectNames } from "./tableCube.ts";

/** The editions whose tables the site has: the builder asks it before it asks for one. */
const keptFile = "table/editions.json";

/**
 * Takes the files of the table builder of past editions over from the site that is about to be replaced, so that an address
 * with an edition in it goes on showing the numbers of that edition. Numbers stay as they were published; names are today's.
 *
 * Not kept are those of editions whose exports are others by now, and those made when fewer appeals were shown than today.
 *
 * @param live the site that readers see now; null: there is none
 */
export async function keepTables(
  facts: Facts,
  { editions }: Editions,
  live: string | null,
  siteDir: string,
): Promise<void> {
  const published =
    live === null
      ? new Map<string, string>()
      : await publishedEditions(live, facts.portal.address).catch(() => new Map<string, string>());
  const past = editions.filter(({ date, inputs }) => date !== facts.edition.date && published.get(date) === inputs);
  const kept: string[] = [];
  for (const { date } of past) {
    const files = live === null ? null : await tablesOf(live, date).catch(() => null);
    if (files === null || files.index.shown < facts.portal.minimum.shown) continue;
    const known = subjectNames(facts);
    const subjects = files.index.subjects.map((subject) => ({ ...subject, ...known(subject) }));
    await write(siteDir, `table/${date}/index.json`, { ...files.index, subjects });
    for (const [path, content] of files.others) await write(siteDir, path, content);
    kept.push(date);
  }
  await write(siteDir, keptFile, { editions: [...kept, facts.edition.date] });
}

/** The files of an edition as a site has them. @throws Error where one is missing, or is not what it should be */
async function tablesOf(
  site: string,
  date: string,
): Promise<{ index: CubeIndex; others: [path: string, content: object][] }> {
  const read = async (path: string): Promise<unknown> =>
    JSON.parse(await readFile(join(site, "api", "v1", path), "utf8"));
  const index = cubeIndexSchema.parse(await read(`table/${date}/index.json`));
  const others: [string, object][] = [];
  for (const channel of index.channels)
    for (const file of (await readdir(join(site, "api", "v1", "table", date, channel))).sort()) {
      if (!/^[A-Za-z_]+\.json$/u.test(file)) continue;
      const path = `table/${date}/${channel}/${file}`;
      const content = cubeFileSchema.parse(await read(path));
      if (content.edition !== date || index.edition !== date) throw new Error("a table of another edition");
      others.push([path, content]);
    }
  return { index, others };
}

async function write(siteDir: string, path: string, content: object): Promise<void> {
  const whole = join(siteDir, "api", "v1", path);
  await mkdir(dirname(whole), { recursive: true });
  await writeFile(whole, JSON.stringify(content));
}
