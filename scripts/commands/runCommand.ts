import type { Language } from "../../src/model/portal.ts";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { BuildStop } from "../../src/model/buildStop.ts";
import { renderReport } from "../../src/report/renderReport.ts";
import { renderStop } from "../../src/report/renderStop.ts";
import { reportWords } from "../../src/words/reportStrings.ts";
import { exitCodes } from "./exitCodes.ts";
import type { Told } from "./command.ts";
import { silentProgress, terminalProgress } from "../../src/flow/progress.ts";

/**
 * Runs a command that may be stopped by what it finds: prints the report on the input, and where it stops, why and what
 * to do. Exit code 1 then, and 75 (EX_TEMPFAIL of sysexits.h: try again later) where another
 * run is at work on the same site; anything else that is thrown, be it beside the command, is a defect: its place in the
 * program is told, and never its message, since JSON.parse and others quote in theirs what they were given.
 */
export async function runCommand(
  language: Language,
  run: (told: Told) => Promise<void>,
  { quiet }: { quiet: boolean } = { quiet: false },
): Promise<void> {
  const words = reportWords(language);
  const tell = (error: unknown): void => {
    const stop = error instanceof BuildStop ? error : (refusalOf(error) ?? unexpected(error));
    console.error(renderStop(stop, language));
    process.exitCode = stop.code === "OUTPUT_BUSY" ? exitCodes.busy : exitCodes.stopped;
  };
  process.on("uncaughtException", (error: NodeJS.ErrnoException) => {
    // Whoever read along has seen enough: npm run check | head.
    if (error.code === "EPIPE") return;
    tell(error);
    process.exit();
  });
  try {
    await run({
      report: (report) => console.log(renderReport(report, language)),
      progress: quiet ? silentProgress() : terminalProgress(words),
      words,
      language,
    });
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
const refusals = new Set([
  "EACCES",
  "EPERM",
  "EROFS",
  "ENOSPC",
  "EDQUOT",
  "EMFILE",
  "ENFILE",
  "EIO",
  "EBUSY",
  "ENOTDIR",
  "EISDIR",
  "ENAMETOOLONG",
  "EEXIST",
]);

/** How the programs we call say that a disk is full. */
const noSpace = /\bENOSPC\b|\bEDQUOT\b|\bEFBIG\b|No space left on device|Disk quota exceeded|File too large/u;

/** @returns null where an error is not the operating system's refusal of a file */
function refusalOf(error: unknown): BuildStop | null {
  if (error instanceof Error && noSpace.test(error.message))
    return new BuildStop("FILES_REFUSED", [], { problem: noSpace.exec(error.message)![0] });
  if (!(error instanceof Error) || !("code" in error) || !("syscall" in error) || !refusals.has(String(error.code)))
    return null;
  const path = "path" in error && typeof error.path === "string" ? error.path : "";
  return new BuildStop("FILES_REFUSED", [], {
    problem: [path, String(error.code), String(error.syscall)].filter(Boolean).join(" · "),
  });
}

/**
 * The portal's language, also when its settings are otherwise not valid; Russian when they do not say. Where there is no
 * portal yet, that of the environment, else English.
 *
 * @param portal its folder of data; null for commands that know of none
 */
export async function languageOf(portal: string | null): Promise<Language> {
  const text = portal === null ? null : await readFile(join(portal, "portal.yaml"), "utf8").catch(() => null);
  if (text === null) return environmentLanguage(process.env);
  return /^language:\s*["']?en\b/m.test(text) ? "en" : "ru";
}

/**
 * The language of messages that the environment asks for (POSIX: the first of these that is set counts).
 *
 * @returns null where it asks for none that we speak, as C and POSIX do
 */
export function statedLanguage({ LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): Language | null {
  const stated = [LC_ALL, LC_MESSAGES, LANG].find((value) => value !== undefined && value !== "") ?? "";
  const [, language] = /^(ru|en)(?:[_.@-]|$)/iu.exec(stated) ?? [];
  return language === undefined ? null : language.toLowerCase() === "ru" ? "ru" : "en";
}

/** The language of the environment, else English. */
export const environmentLanguage = (environment: NodeJS.ProcessEnv): Language => statedLanguage(environment) ?? "en";
