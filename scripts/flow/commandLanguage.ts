import { readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The language in which a command speaks: the portal's, also when its settings are otherwise not valid, and Russian when
 * they do not say. Where there is no portal yet, that of the environment, else English.
 */
export function commandLanguage(dataDir: string): "ru" | "en" {
  let text: string;
  try {
    text = readFileSync(join(dataDir, "portal.yaml"), "utf8");
  } catch {
    return environmentLanguage(process.env);
  }
  return /^language:\s*["']?en\b/m.test(text) ? "en" : "ru";
}

/** The language of messages that the environment asks for (POSIX: the first of these that is set counts). */
export function environmentLanguage({ LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): "ru" | "en" {
  return /^ru(?:[_.@-]|$)/iu.test([LC_ALL, LC_MESSAGES, LANG].find((value) => value !== undefined && value !== "") ?? "") ? "ru" : "en";
}
