import { mkdtemp, mkdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import type { IntakeReport } from "../../src/intake/intakeReport.ts";
import { readExports } from "../../src/intake/readExports.ts";
import type { Appeal } from "../../src/model/appeal.ts";
import type { FindingCode } from "../../src/model/finding.ts";
import { portalSchema, type Portal } from "../../src/model/portal.ts";
import { renderReport } from "../../src/report/renderReport.ts";
import { sourceSchema, type Source } from "../../src/model/source.ts";
import type { Vocabulary } from "../../src/model/vocabulary.ts";

/** A portal's settings for tests. */
export const portal: Portal = portalSchema.parse({
  title: "Test",
  region: { name: "Test", in: "Test", of: "Test" },
  timeZone: "Europe/Moscow",
  address: "https://example.org/",
  publisher: { name: "Test", email: "test@example.org" },
});

export const emptyVocabulary: Vocabulary = { agencies: [], topics: [], places: [], outcomes: [], channels: [] };

/** A source description as it would stand in data/sources. */
export function sourceOf(name: string, description: object): Source {
  return { ...sourceSchema.parse({ title: name, files: ["*"], ...description }), name };
}

/** The files as an exports folder, removed when the test is over. */
export async function exportsFolder(files: Record<string, string | Uint8Array>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "exports-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return folder;
}

export interface Intake {
  appeals: Appeal[];
  report: IntakeReport;
  /** Findings as "CODE file:line field ×count". */
  told: string[];
  /** What a person reads of the findings with some codes; without any: of all. */
  said: (...codes: FindingCode[]) => string;
}

/** Reads files as the exports of a test portal. Without a mapping of their own, files are read by presets. */
export async function intake(
  files: Record<string, string | Uint8Array>,
  sources: Source[],
  vocabulary: Partial<Vocabulary> = {},
  settings: Partial<Portal> = {},
): Promise<Intake> {
  const appeals: Appeal[] = [];
  const report = await readExports(
    {
      exportsDir: await exportsFolder(files),
      portal: { ...portal, ...settings },
      sources,
      vocabulary: { ...emptyVocabulary, ...vocabulary },
    },
    (batch) => {
      appeals.push(...batch);
    },
  );
  const told = report.findings.map(({ code, file, line, column, count }) =>
    [code, line === undefined ? file : `${file}:${line}`, column, count === undefined ? undefined : `×${count}`]
      .filter((part) => part !== undefined)
      .join(" "),
  );
  const said = (...codes: FindingCode[]): string => {
    const findings = report.findings.filter(({ code }) => codes.length === 0 || codes.includes(code));
    // Above the findings stands the table of files, of which there are none here.
    return renderReport({ files: [], findings }, "en").split("\n").slice(2).join("\n").trim();
  };
  return { appeals, report, told, said };
}
