import type { Language } from "../model/portal.ts";
import type { FileCounts } from "../model/facts.ts";
import { findingCodes, type Finding, type FindingCode, type Severity } from "../model/finding.ts";
import { countsTable } from "./countsTable.ts";
import { silenceOf } from "./silence.ts";
import { reportWords, type ReportWords } from "../words/reportStrings.ts";

/** What the stages up to the gate have to say about the input. */
export interface InputReport {
  files: FileCounts[];
  findings: Finding[];
}

const severities: readonly Severity[] = ["error", "warning", "note"];
const placesShown = 4;

/** The places of a finding as editors and terminals understand them, file:line, with the record and the column where they are meant. */
export function placesOf(finding: Finding, words: ReportWords): string[] {
  const lines = finding.lines ?? (finding.line === undefined ? [] : [finding.line]);
  const records = finding.records ?? (finding.record === undefined ? [] : [finding.record]);
  const many = Math.max(lines.length, records.length, 1);
  const places = Array.from({ length: many }, (_, index) => {
    const [line, record] = [lines[index], records[index]];
    return `${finding.file}${line === undefined ? "" : `:${line}`}${record === undefined ? "" : ` ${words.say("report.record", { record })}`}`;
  });
  return finding.column === undefined
    ? places
    : places.map(
        (place) =>
          `${place} ${words.say(/^\d+$/.test(finding.column!) ? "report.inColumn" : "report.inField", { column: finding.column! })}`,
      );
}

/** Where words are listed that somebody has to explain, a line for each description. */
function wordsLines(findings: readonly Finding[], words: ReportWords): string[] {
  const lines = findings.flatMap(({ file, words: listed }) => {
    if (listed === undefined) return [];
    const { key, description, offered } = listed;
    const path = `exports/${file.replace(/#\d+$/u, "")}`;
    return [
      `  ${description === undefined ? words.say("report.words.undescribed", { path }) : words.say(offered ? "report.words.offered" : "report.words.described", { description, key, path })}`,
    ];
  });
  return [...new Set(lines)];
}

function findingLines(code: FindingCode, findings: readonly Finding[], words: ReportWords): string[] {
  const count = findings.reduce((sum, finding) => sum + (finding.count ?? 1), 0);
  const places = findings.flatMap((finding) => placesOf(finding, words));
  // What one file's mapping lacks is one line.
  const silent =
    code === "NOT_RECORDED"
      ? [...Map.groupBy(findings, ({ file }) => file)].map(
          ([file, lacking]) =>
            `    ${file}: ${silenceOf(
              lacking.flatMap(({ column }) => column ?? []),
              words,
            )}`,
        )
      : null;
  if (silent)
    return [
      `${words.say("report.note")} ${code} · ${words.count("report.times", silent.length)}`,
      `  ${words.say(`finding.${code}.message`)}`,
      ...silent,
    ];
  const shown = places.slice(0, placesShown);
  return [
    `${words.say(`report.${findingCodes[code]}`)} ${code} · ${words.count("report.times", count)}`,
    `  ${words.say(`finding.${code}.message`)}`,
    ...(findingCodes[code] === "note" ? [] : [`  ${words.say(`finding.${code}.advice`)}`]),
    ...wordsLines(findings, words),
    ...shown.map((place) => `    ${place}`),
    ...(count > shown.length ? [`    ${words.say("report.more")}`] : []),
  ];
}

/**
 * What the intake found, for a terminal: what became of the rows of each file, then the findings by code, the grave
 * ones first, each with its first places and what to do.
 */
export function renderReport(report: InputReport, language: Language): string {
  const words = reportWords(language);
  const lines = [...countsTable(report.files, words)];
  const codes = (Object.keys(findingCodes) as FindingCode[]).filter((code) =>
    report.findings.some((finding) => finding.code === code),
  );
  for (const severity of severities) {
    for (const code of codes) {
      if (findingCodes[code] !== severity) continue;
      lines.push(
        "",
        ...findingLines(
          code,
          report.findings.filter((finding) => finding.code === code),
          words,
        ),
      );
    }
  }
  if (codes.length === 0) lines.push("", words.say("report.nothingFound"));
  return `${lines.join("\n")}\n`;
}

/** The same for machines. */
export function reportAsJson(report: InputReport): string {
  const findings = report.findings.map((finding) => ({ severity: findingCodes[finding.code], ...finding }));
  return `${JSON.stringify({ files: report.files, findings }, null, 2)}\n`;
}
