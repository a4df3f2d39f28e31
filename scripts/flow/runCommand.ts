import { BuildStop } from "../../src/model/buildStop.ts";
import { renderReport } from "../../src/report/renderReport.ts";
import { renderStop } from "../../src/report/renderStop.ts";
import { reportWords, type ReportWords } from "../../src/report/reportStrings.ts";
import { commandLanguage } from "./commandLanguage.ts";
import { type InputReport } from "./prepareEdition.ts";
import { terminalProgress, type EstimatedProgress } from "./progress.ts";

/** What a command tells the person who runs it, in the portal's language. */
export interface Told {
  report: (report: Pick<InputReport, "files" | "findings">) => void;
  progress: EstimatedProgress;
  words: ReportWords;
  language: "ru" | "en";
}

/**
 * Runs a command that may be stopped by what it finds: prints the report on the input, and where it stops, why and what
 * to do, in the portal's language. Exit code 1 then, and 75 (EX_TEMPFAIL of sysexits.h: try again later) where another
 * run is at work on the same site; anything else that is thrown, be it beside the command, is a defect: its place in the
 * program is told, and never its message, since JSON.parse and others quote in theirs what they were given.
 *
 * @param language where the person who runs the command has named one
 */
export async function runCommand(dataDir: string, run: (told: Told) => Promise<void>, language: "ru" | "en" = commandLanguage(dataDir)): Promise<void> {
  const words = reportWords(language);
  const tell = (error: unknown): void => {
    const stop = error instanceof BuildStop ? error : (refusalOf(error) ?? unexpected(error));
    console.error(renderStop(stop, language));
    process.exitCode = stop.code === "OUTPUT_BUSY" ? 75 : 1;
  };
  process.on("uncaughtException", (error: NodeJS.ErrnoException) => {
    // Whoever read along has seen enough: npm run check | head.
    if (error.code === "EPIPE") return;
    tell(error);
    process.exit();
  });
  try {
    await run({ report: (report) => console.log(renderReport(report, language)), progress: terminalProgress(words), words, language });
  } catch (error) {
    tell(error);
  }
}

/** How many places of the stack are told: the fault is in one of the first. */
const placesTold = 8;

/** A defect of ours, or of a program we call: the kind of the error and where it was thrown, without a value. */
function unexpected(error: unknown): BuildStop {
  const { name, stack = "" } = error instanceof Error ? error : { name: typeof error };
  const places = stack
    .split("\n")
    .filter((line) => /^\s+at /u.test(line))
    .slice(0, placesTold)
    .map((line) => line.trim().replace(/(?:file:\/\/)?[^()\s]*?\/((?:node_modules|src|scripts)\/)/u, "$1"));
  return new BuildStop("UNEXPECTED", [], { kind: name, problems: places.join("\n") });
}

/** Rights, a full disk, a folder mounted for reading only: faults of the place the command runs in, and no defects of it. */
const refusals = new Set(["EACCES", "EPERM", "EROFS", "ENOSPC", "EDQUOT", "EMFILE", "ENFILE", "EIO", "EBUSY", "ENOTDIR", "EISDIR", "ENAMETOOLONG", "EEXIST"]);

/** How the programs we call say that a disk is full. */
const noSpace = /\bENOSPC\b|\bEDQUOT\b|\bEFBIG\b|No space left on device|Disk quota exceeded|File too large/u;

/** @returns null where an error is not the operating system's refusal of a file */
function refusalOf(error: unknown): BuildStop | null {
  if (error instanceof Error && noSpace.test(error.message)) return new BuildStop("FILES_REFUSED", [], { problem: noSpace.exec(error.message)![0] });
  if (!(error instanceof Error) || !("code" in error) || !("syscall" in error) || !refusals.has(String(error.code))) return null;
  const path = "path" in error && typeof error.path === "string" ? error.path : "";
  return new BuildStop("FILES_REFUSED", [], { problem: [path, String(error.code), String(error.syscall)].filter(Boolean).join(" · ") });
}
