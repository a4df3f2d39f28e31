import { randomBytes } from "node:crypto";
import { access, copyFile, mkdir, readdir, writeFile } from "node:fs/promises";
import { basename, join, relative, resolve, sep } from "node:path";
import { Document, isMap, isScalar } from "yaml";
import { type KeyBelow, type ReportWords } from "../../words/reportStrings.ts";

export const exists = async (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/**
 * Settings with which a portal can be built at once, every line of them explained: figures alone, or appeals too where
 * the export has their texts.
 */
export function portalAsYaml(words: ReportWords, language: "ru" | "en", hasTexts: boolean): string {
  const say = (key: KeyBelow<"inspect.portal">): string => words.say(`inspect.portal.${key}`);
  const settings = {
    title: say("title"),
    region: { name: say("region.name"), in: say("region.in"), of: say("region.of") },
    language,
    timeZone: language === "ru" ? "Europe/Moscow" : "UTC",
    address: "https://portal.example/",
    publisher: { name: say("publisher"), email: "press@portal.example" },
    appeals: hasTexts ? "full" : "figures-only",
  };
  const document = new Document(settings);
  document.commentBefore = ` ${say("head")}`;
  const { contents } = document;
  if (!isMap(contents)) throw new TypeError("settings are a map");
  for (const { key } of contents.items) {
    if (isScalar(key)) key.commentBefore = ` ${say(`comment.${String(key.value) as keyof typeof settings}`)}`;
  }
  document.comment = ` ${say("comment.norms").replaceAll("\n", "\n ")}`;
  return document.toString({ lineWidth: 0 });
}

/**
 * Writes what a portal in the making does not have yet: portal.yaml, the key of the public ids where appeals are
 * published, and the export itself in an edition folder named by its last day. Nothing that is there is touched.
 *
 * @param lastDay of the export, ISO date
 * @returns what was written, relative to the portal's folder
 */
export async function startPortal(
  dataDir: string,
  exportFile: string,
  lastDay: string,
  portal: string | null,
): Promise<string[]> {
  const written: string[] = [];
  if (portal !== null && !(await exists(join(dataDir, "portal.yaml")))) {
    await mkdir(dataDir, { recursive: true });
    await writeFile(join(dataDir, "portal.yaml"), portal, { flag: "wx" });
    written.push("portal.yaml");
    if (/^appeals: full$/m.test(portal) && !(await exists(join(dataDir, "id.key")))) {
      await writeFile(join(dataDir, "id.key"), `${randomBytes(32).toString("hex")}\n`, { flag: "wx", mode: 0o600 });
      written.push("id.key");
    }
  }
  const exportsDir = join(dataDir, "exports");
  const isInside = !relative(resolve(exportsDir), resolve(exportFile)).startsWith(`..${sep}`);
  const held = (await readdir(exportsDir, { recursive: true }).catch(() => [])).some(
    (name) => basename(name) === basename(exportFile),
  );
  if (!isInside && !held) {
    const target = join("exports", lastDay, basename(exportFile));
    await mkdir(join(exportsDir, lastDay), { recursive: true });
    await copyFile(exportFile, join(dataDir, target));
    written.push(target);
  }
  return written;
}
