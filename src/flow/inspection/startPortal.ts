import { createHash, randomBytes } from "node:crypto";
import { createReadStream } from "node:fs";
import { access, cp, mkdir, readdir, stat, writeFile } from "node:fs/promises";
import { basename, join, relative, resolve, sep } from "node:path";
import { Document, isMap, isScalar } from "yaml";
import { sizeOf } from "../../intake/format/dataSet.ts";
import { filesBelow } from "../../system/filesBelow.ts";
import type { KeyBelow, ReportWords } from "../../words/reportStrings.ts";

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

/** Of a file, or of the names and contents of a data set. */
async function digestOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  const files = (await stat(path)).isDirectory() ? filesBelow(path) : [""];
  for (const file of files) {
    hash.update(file);
    for await (const piece of createReadStream(join(path, file))) hash.update(piece as Buffer);
  }
  return hash.digest("hex");
}

/** Whether two exports have the same bytes; they may be larger than what fits into memory. */
async function sameBytes(one: string, other: string): Promise<boolean> {
  const [size, otherSize] = [await sizeOf(one), await sizeOf(other)];
  return size === otherSize && (await digestOf(one)) === (await digestOf(other));
}

/** What came of a start, in paths relative to the portal's folder. */
interface Started {
  written: string[];
  /** An export of the same name and with other content, which is why this one was not copied; null where there is none. */
  otherExport: string | null;
}

/**
 * Writes what a portal in the making does not have yet: portal.yaml, the key of the public ids where appeals are
 * published, and the export itself in an edition folder named by its last day. Nothing that is there is touched: whoever
 * brings a corrected export under the name of the old one is told that the old one stays.
 *
 * @param lastDay of the export, ISO date
 */
export async function startPortal(
  dataDir: string,
  exportFile: string,
  lastDay: string,
  portal: string | null,
): Promise<Started> {
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
  if (isInside) return { written, otherExport: null };
  const namesakes = (await readdir(exportsDir, { recursive: true }).catch(() => []))
    .filter((name) => basename(name) === basename(exportFile))
    .sort();
  if (namesakes.length > 0) {
    for (const name of namesakes)
      if (await sameBytes(join(exportsDir, name), exportFile)) return { written, otherExport: null };
    return { written, otherExport: join("exports", namesakes.at(-1)!) };
  }
  const target = join("exports", lastDay, basename(exportFile));
  await mkdir(join(exportsDir, lastDay), { recursive: true });
  await cp(exportFile, join(dataDir, target), { recursive: true });
  return { written: [...written, target], otherExport: null };
}
