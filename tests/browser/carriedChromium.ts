import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** Variables that the package reads or sets while it is loaded; they are put back afterwards. */
const touched = ["TMPDIR", "AWS_LAMBDA_JS_RUNTIME", "LD_LIBRARY_PATH", "FONTCONFIG_PATH"] as const;

export interface CarriedChromium {
  executablePath: string;
  /** Environment for the browser alone: its own libraries first, and fonts where the system has none. */
  env: Record<string, string>;
}

/** Folder and version of the package; its entry point lies deeper, beside package.json files without a version. */
function installedPackage(): { folder: string; version: string } {
  let folder = dirname(createRequire(import.meta.url).resolve("@sparticuz/chromium"));
  for (;;) {
    const file = join(folder, "package.json");
    const described = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as { version?: string }) : {};
    if (described.version !== undefined) return { folder, version: described.version };
    folder = dirname(folder);
  }
}

/**
 * Unpacks the Chromium inside @sparticuz/chromium, with the libraries it needs, once per version.
 *
 * The package unpacks below TMPDIR, and its libraries only where it believes to be in a cloud function; there is no
 * setting for either. It also takes a half-written file of another process for a finished one. So it works in a private
 * folder, which gets its final name in one step when it is whole.
 */
export async function unpackCarriedChromium(): Promise<CarriedChromium> {
  const { folder, version } = installedPackage();
  const cache = join(folder, "..", "..", ".cache");
  const home = join(cache, `chromium-${version}`);
  if (!existsSync(home)) {
    mkdirSync(cache, { recursive: true });
    const work = mkdtempSync(join(cache, "chromium-unpacking-"));
    const before = touched.map((name) => [name, process.env[name]] as const);
    try {
      process.env["TMPDIR"] = work;
      process.env["AWS_LAMBDA_JS_RUNTIME"] = "nodejs24.x";
      const { default: carried } = await import("@sparticuz/chromium");
      await carried.executablePath();
      try {
        renameSync(work, home);
      } catch (error) {
        if (!existsSync(home)) throw error;
        // Another process was faster: its copy is the same.
      }
    } finally {
      for (const [name, value] of before) {
        if (value === undefined) delete process.env[name];
        else process.env[name] = value;
      }
      rmSync(work, { recursive: true, force: true });
    }
  }
  const inherited = Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  return {
    executablePath: join(home, "chromium"),
    env: {
      ...inherited,
      LD_LIBRARY_PATH: [join(home, "al2023", "lib"), inherited["LD_LIBRARY_PATH"]].filter(Boolean).join(":"),
      ...(existsSync("/etc/fonts/fonts.conf") ? {} : { FONTCONFIG_PATH: join(home, "fonts") }),
    },
  };
}
