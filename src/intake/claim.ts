import type { Source } from "../model/source.ts";

function patternOf(glob: string): RegExp {
  const escaped = glob
    .normalize("NFC")
    .replace(/[.+?^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", ".*");
  return new RegExp(`^${escaped}$`, "iu");
}

/** The sources whose file patterns fit a name: one for a file that can be read, none or several for one that cannot. */
export function claimsOn(fileName: string, sources: readonly Source[]): Source[] {
  const name = fileName.normalize("NFC");
  return sources.filter((source) => source.files.some((glob) => patternOf(glob).test(name)));
}
