import { createHash } from "node:crypto";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { programFile } from "../render/keepProgram.ts";
import { keptFolder } from "../system/keptFolder.ts";
import { runRenderer } from "./runRenderer.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const astro = join(root, "node_modules/astro/bin/astro.mjs");

/**
 * Where compiled pages stay: among the dependencies, which they import by name, and where whoever may write decides what
 * runs anyway. A portal's own memory, beside its site, may be open to others, and what lies here is run.
 */
export const keptPages = join(root, "node_modules/.cache/otklik-pages");

/** All pages of the site, compiled for whatever edition. */
export interface CompiledPages {
  /** What renders them: src/render/program.ts, compiled. */
  program: string;
  /** Folder of the styles, scripts, typefaces and other files that belong to every edition and every language. */
  files: string;
}

/**
 * Gives the pages as they were compiled from this very code, or compiles them: once for all portals of an installation that
 * stand at the same path of their hosts.
 *
 * @param base path of the portal's address: "/otklik/"
 * @param code what codeHash gives
 * @param interrupted ends the compiling at once
 * @throws Error with Astro's own words when it fails
 */
export async function compiledPages(base: string, code: string, interrupted: AbortSignal): Promise<CompiledPages> {
  const key = createHash("sha256").update([code, process.version, base].join("\u0000")).digest("hex").slice(0, 24);
  const folder = await keptFolder(keptPages, key, (part) =>
    runRenderer(
      [astro, "build", "--root", root, "--outDir", join(part, "files")],
      { OTKLIK_BASE: base, OTKLIK_PROGRAM: join(part, "program") },
      interrupted,
    ),
  );
  return { program: join(folder, "program", programFile), files: join(folder, "files") };
}
