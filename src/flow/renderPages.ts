import { spawn } from "node:child_process";
import { cp, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { languagesOf, type Portal } from "../model/portal.ts";
import { joinAssets } from "./joinAssets.ts";
import { underLock } from "../system/lockFile.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const astro = fileURLToPath(new URL("../../node_modules/astro/bin/astro.mjs", import.meta.url));

/** Ends a program together with this one, however this one ends. */
const endWithParent = new URL("../system/endWithParent.ts", import.meta.url).href;

/** Astro keeps what it bundles in one folder of this project, whichever portal it renders: two at once would mix. */
const astroLock = fileURLToPath(new URL("../../node_modules/.otklik-render.lock", import.meta.url));

/** Where pages are rendered that belong on another disk: Astro moves its files by renaming, which ends at a disk's edge. */
const onThisDisk = fileURLToPath(new URL("../../.astro/rendered", import.meta.url));

/**
 * Renders all pages of an edition with Astro, in a process of its own: its memory goes when it ends. The first language
 * stands at the root, each further one in its folder, from a run of its own; styles, scripts and typefaces are shared.
 * Waits while another build renders.
 *
 * @param interrupted ends that process at once
 * @param meanwhile what is to be done with the pages of the first language while further ones are rendered
 * @throws Error with Astro's own words when it fails
 */
export function renderPages(
  portal: Pick<Portal, "language" | "otherLanguages">,
  editionDir: string,
  siteDir: string,
  interrupted: AbortSignal,
  meanwhile: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  return underLock(astroLock, async () => {
    const [here, there] = await Promise.all([stat(root), stat(dirname(siteDir))]);
    if (here.dev === there.dev) return inEveryLanguage(portal, editionDir, siteDir, interrupted, meanwhile);
    try {
      await rm(onThisDisk, { recursive: true, force: true });
      await inEveryLanguage(portal, editionDir, onThisDisk, interrupted, () => Promise.resolve());
      await cp(onThisDisk, siteDir, { recursive: true });
      await meanwhile();
    } finally {
      await rm(onThisDisk, { recursive: true, force: true });
    }
  });
}

async function inEveryLanguage(
  portal: Pick<Portal, "language" | "otherLanguages">,
  editionDir: string,
  outDir: string,
  interrupted: AbortSignal,
  meanwhile: () => Promise<void>,
): Promise<void> {
  const [, ...others] = languagesOf(portal);
  await runAstro({ OTKLIK_EDITION: editionDir }, outDir, interrupted);
  const further = async (): Promise<void> => {
    for (const language of others) {
      await runAstro({ OTKLIK_EDITION: editionDir, OTKLIK_LANGUAGE: language }, join(outDir, language), interrupted);
      await joinAssets(join(outDir, language), outDir);
    }
  };
  await Promise.all([further(), meanwhile()]);
}

async function runAstro(settings: Record<string, string>, outDir: string, interrupted: AbortSignal): Promise<void> {
  const { OTKLIK_LANGUAGE: _language, ...environment } = process.env;
  const child = spawn(
    process.execPath,
    ["--import", endWithParent, astro, "build", "--root", root, "--outDir", outDir],
    {
      cwd: root,
      env: { ...environment, ...settings, ASTRO_TELEMETRY_DISABLED: "1", NO_COLOR: "1" },
      stdio: ["ignore", "pipe", "pipe", "ipc"],
      signal: interrupted,
      killSignal: "SIGKILL",
    },
  );
  let output = "";
  const keep = (data: Buffer) => {
    output = (output + data.toString()).slice(-20_000);
  };
  child.stdout!.on("data", keep);
  child.stderr!.on("data", keep);
  const code = await new Promise<number | null>((resolve, reject) => child.on("error", reject).on("close", resolve));
  if (code !== 0) throw new Error(`Astro could not render the pages:\n${output}`);
}
