import { spawnSync } from "node:child_process";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { readAllAppeals, readFacts } from "../../../src/edition/readEdition.ts";
import { slot, slots } from "../../../src/appeals/stamp.ts";
import { stampAppeals } from "../../../src/appeals/stampAppeals.ts";

/** The edition folder that a build leaves beside its site. */
export const editionOf = (site: string): string => join(dirname(site), `.${basename(site)}.edition`);

/** The page of every appeal alone, as a build stamps them and by Hugo from the same texts and the same frame: both on all cores, one after the other. */
export async function comparePages(site: string, folder: string): Promise<void> {
  const edition = editionOf(site);
  const own = join(folder, "own");
  await mkdir(join(own, "appeals", "page"), { recursive: true });
  const frame = slots.map((name) => `<p>${slot(name)}</p>`).join("\n");
  const facts = readFacts(edition);
  await writeFile(join(own, "appeals", "page", "index.html"), frame);
  let started = performance.now();
  await stampAppeals(
    { editionDir: edition, siteDir: own, before: null, memoryDir: join(folder, "memory"), code: "" },
    facts.edition.published,
    () => {},
  );
  const stamped = (performance.now() - started) / 1000;
  console.log(
    `    pages alone: ${stamped.toFixed(1)} s, ${((1000 * stamped) / facts.edition.published).toFixed(3)} ms a page`,
  );

  const appeals = readAllAppeals(edition);
  const hugo = join(folder, "hugo");
  await mkdir(join(hugo, "content"), { recursive: true });
  await mkdir(join(hugo, "layouts", "_default"), { recursive: true });
  await writeFile(
    join(hugo, "hugo.toml"),
    'baseURL = "https://example.org/"\ndisableKinds = ["taxonomy", "term", "RSS", "sitemap", "home", "section"]\n',
  );
  await writeFile(
    join(hugo, "layouts", "_default", "single.html"),
    frame.replace(/\{\{(\w+)\}\}/g, (_, name: string) => (name === "body" ? "{{ .Content }}" : "{{ .Title }}")),
  );
  for (const { id } of appeals) {
    const html = await readFile(join(own, "appeals", id, "index.html"), "utf8");
    await writeFile(
      join(hugo, "content", `${id}.html`),
      `---\ntitle: "${id}"\n---\n${html.slice(html.indexOf("<article"))}`,
    );
  }
  started = performance.now();
  const { error, status, stderr } = spawnSync(
    "hugo",
    ["--source", hugo, "--config", join(hugo, "hugo.toml"), "--quiet"],
    { encoding: "utf8" },
  );
  const made = (performance.now() - started) / 1000;
  if (error !== undefined) console.log("    Hugo is not installed here: no comparison");
  else if (status !== 0) throw new Error(stderr);
  else
    console.log(
      `    Hugo: ${made.toFixed(1)} s, ${((1000 * made) / appeals.length).toFixed(3)} ms a page (${(await readdir(join(hugo, "public"))).length} written)`,
    );
  await rm(own, { recursive: true });
  await rm(hugo, { recursive: true });
}
