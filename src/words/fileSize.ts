import { codebookWords } from "./codebookWords.ts";
import type { Voice } from "./language.ts";

/** How large a file is, as file managers tell it: «12,7 МБ», «286 КБ»; thousands, not 1024. */
export function fileSize(bytes: number, voice: Voice): string {
  const say = codebookWords(voice.language);
  const [unit, size] = bytes >= 999_500 ? (["size.mb", bytes / 1e6] as const) : (["size.kb", bytes / 1e3] as const);
  // A file that is not empty is not told as 0.
  const shown = unit === "size.kb" ? Math.max(bytes === 0 ? 0 : 1, Math.round(size)) : size;
  return voice.bound(say(unit, { n: voice.decimal(shown, unit === "size.mb" && size < 100 ? 1 : 0) }));
}
