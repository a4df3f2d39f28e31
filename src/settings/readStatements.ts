import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { Finding } from "../model/finding.ts";
import { isoDateSchema } from "../model/isoDate.ts";
import { longestStatement, type Statement } from "../model/statement.ts";
import { readSettingsText } from "./settingsText.ts";

const folder = "statements";

/** A statement as its file has it, with the place of its date. */
export interface WrittenStatement extends Statement {
  readonly file: string;
  readonly line: number;
}

const heading = /^ {0,3}#{1,6}\s+(.*?)\s*#*$/u;
const russianDate = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/u;

/** The date of a heading, YYYY-MM-DD; null: it is none, or none that exists. */
function dateOf(title: string): string | null {
  const [, day, month, year] = russianDate.exec(title) ?? [];
  const date = year === undefined ? title : `${year}-${month!.padStart(2, "0")}-${day!.padStart(2, "0")}`;
  return isoDateSchema.safeParse(date).success ? date : null;
}

/** A heading with the lines below it, up to the next one. */
interface Part {
  readonly title: string | null;
  readonly line: number;
  readonly text: string;
}

function partsOf(text: string): Part[] {
  const parts: { title: string | null; line: number; lines: string[] }[] = [{ title: null, line: 1, lines: [] }];
  text.split(/\r\n?|\n/u).forEach((line, index) => {
    const title = heading.exec(line)?.[1];
    if (title === undefined) parts.at(-1)!.lines.push(line);
    else parts.push({ title, line: index + 1, lines: [] });
  });
  return parts.map(({ title, line, lines }) => {
    // Words above the first heading are pointed at where they begin.
    const first =
      title === null
        ? Math.max(
            0,
            lines.findIndex((each) => each.trim() !== ""),
          )
        : 0;
    return { title, line: line + first, text: lines.join("\n").trim() };
  });
}

/** The statements of one file: each below a heading that is its date. */
export function statementsIn(
  agency: string,
  file: string,
  text: string,
): { statements: WrittenStatement[]; findings: Finding[] } {
  const statements: WrittenStatement[] = [];
  const findings: Finding[] = [];
  for (const { title, line, text: words } of partsOf(text)) {
    // A heading with nothing below it says nothing; a title above the dates belongs to none.
    if (words === "") continue;
    const date = title === null ? null : dateOf(title);
    if (date === null) findings.push({ code: "STATEMENT_UNDATED", file, line });
    else if (words.length > longestStatement) findings.push({ code: "STATEMENT_TOO_LONG", file, line });
    else {
      const paragraphs = words.split(/\n[ \t]*\n/u).map((paragraph) => paragraph.replaceAll(/\s+/gu, " ").trim());
      statements.push({ agency, date, paragraphs: paragraphs.filter((paragraph) => paragraph !== ""), file, line });
    }
  }
  return { statements, findings };
}

/**
 * What agencies say of what the portal shows of them: data/statements/AGENCY.md, below a heading for each date.
 *
 * @param dataDir the portal's data folder
 * @returns the statements of all agencies, and where one is left out, because it has no date or is too long
 * @throws BuildStop SETTINGS_UNREADABLE for a file that is not UTF-8 or may not be read
 */
export async function readStatements(
  dataDir: string,
): Promise<{ statements: readonly WrittenStatement[]; findings: readonly Finding[] }> {
  const names = await readdir(join(dataDir, folder)).catch(() => []);
  const read = await Promise.all(
    names
      .filter((name) => name.endsWith(".md"))
      .sort()
      .map(async (name) => {
        const file = `${folder}/${name}`;
        return statementsIn(name.slice(0, -3), file, (await readSettingsText(join(dataDir, file), file)) ?? "");
      }),
  );
  return {
    statements: read.flatMap(({ statements }) => statements),
    findings: read.flatMap(({ findings }) => findings),
  };
}
