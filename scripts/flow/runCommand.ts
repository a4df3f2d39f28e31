import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { BuildStop } from "../../src/model/buildStop.ts";
import { renderReport } from "../../src/report/renderReport.ts";
import { renderStop } from "../../src/report/renderStop.ts";
import { type InputReport } from "./prepareEdition.ts";

/**
 * Runs a command that may be stopped by what it finds: prints the report on the input, and where it stops, why and what
 * to do, in the portal's language. Exit code 1 then; anything else that is thrown is a defect and keeps its stack.
 */
export async function runCommand(dataDir: string, run: (printReport: (report: Pick<InputReport, "files" | "findings">) => void) => Promise<void>): Promise<void> {
  const language = await languageOf(dataDir);
  try {
    await run((report) => console.log(renderReport(report, language)));
  } catch (error) {
    if (!(error instanceof BuildStop)) throw error;
    console.error(renderStop(error, language));
    process.exitCode = 1;
  }
}

/** The portal's language, also when its settings are otherwise not valid; Russian when they do not say. */
async function languageOf(dataDir: string): Promise<"ru" | "en"> {
  const text = await readFile(join(dataDir, "portal.yaml"), "utf8").catch(() => "");
  return /^language:\s*["']?en\b/m.test(text) ? "en" : "ru";
}
