import type { IntakeFile } from "../intake/intakeReport.ts";
import type { Finding } from "../model/finding.ts";
import type { Source } from "../model/source.ts";

const keys = { OUTCOME_UNLISTED: "outcomes", CHANNEL_UNLISTED: "channels" } as const;

/**
 * Findings about words that no list has, with the description in which to say what they mean. A finding holds none of the
 * words themselves: inspect lists them, at the end of the description that it writes and on the screen.
 */
export function whereWordsAreListed(
  findings: readonly Finding[],
  files: readonly IntakeFile[],
  sources: readonly Source[],
): Finding[] {
  const sourceOf = new Map(
    files.map(({ edition, file, source }) => [`${edition}/${file}`, sources.find(({ name }) => name === source)]),
  );
  return findings.map((finding) => {
    const key = keys[finding.code as keyof typeof keys];
    if (key === undefined) return finding;
    const source = sourceOf.get(finding.file);
    return {
      ...finding,
      words:
        source === undefined
          ? { key }
          : {
              key,
              description: `sources/${source.name}.yaml`,
              ...(source.offered?.includes(key) && { offered: true as const }),
            },
    };
  });
}
