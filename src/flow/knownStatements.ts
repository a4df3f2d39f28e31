import type { Finding } from "../model/finding.ts";
import type { Statement } from "../model/statement.ts";
import type { Vocabulary } from "../model/vocabulary.ts";
import type { CleaningRules } from "../privacy/cleaningRules.ts";
import { textCleaner } from "../privacy/cleanText.ts";
import type { Settings } from "../settings/readSettings.ts";

/** Statements that may be published, the newest of each agency first, and what was found on the way. */
export interface KnownStatements {
  readonly statements: readonly Statement[];
  readonly findings: readonly Finding[];
}

/**
 * The statements of agencies that the portal knows, read as replies are: an official who speaks for an agency is a person
 * too. What is personal is masked, and the report says where, so that the agency can be asked for other words.
 *
 * @param extended the portal's vocabulary with the labels of the exports
 */
export function knownStatements(
  { statements: written }: Pick<Settings, "statements">,
  extended: Pick<Vocabulary, "agencies">,
  rules: CleaningRules,
): KnownStatements {
  if (written.statements.length === 0) return { statements: [], findings: written.findings };
  const agencies = new Set(extended.agencies.map(({ code }) => code));
  const unknown = new Set(written.statements.filter(({ agency }) => !agencies.has(agency)).map(({ file }) => file));
  const clean = textCleaner(rules);
  const statements: Statement[] = [];
  const findings: Finding[] = [...unknown].map((file) => ({ code: "STATEMENT_AGENCY_UNKNOWN", file }));
  for (const { agency, date, paragraphs, file, line } of written.statements) {
    if (unknown.has(file)) continue;
    // As a whole: a name on one line may say what the next one holds.
    const { text, counts, left } = clean({ text: paragraphs.join("\n\n"), field: "reply" });
    if (counts.length > 0 || left.length > 0) findings.push({ code: "STATEMENT_MASKED", file, line });
    if (left.length === 0) statements.push({ agency, date, paragraphs: text.split("\n\n") });
  }
  return {
    statements: statements.sort((a, b) =>
      a.agency === b.agency ? (a.date < b.date ? 1 : a.date > b.date ? -1 : 0) : a.agency < b.agency ? -1 : 1,
    ),
    findings: [...written.findings, ...findings],
  };
}
