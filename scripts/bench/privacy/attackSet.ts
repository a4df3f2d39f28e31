import { readFileSync } from "node:fs";
import Papa from "papaparse";
import { PERSONAL_DATA_CLASSES } from "../../../src/privacy/classes.ts";
import { detect, type DetectionContext } from "../../../src/privacy/detect.ts";
import { mask } from "../../../src/privacy/mask.ts";
import { plainText } from "../../../src/privacy/plainText.ts";

interface Row {
  readonly text: string;
  readonly expected: string;
}

/** What was found of a class in the red-team table: rows with a mask of it that are as they should be, of those that should have one, of those that have one. */
export interface ClassScore {
  readonly class: string;
  readonly wanted: number;
  readonly found: number;
  readonly right: number;
  /** How many of the found ones are doubtful. */
  readonly doubtful: number;
}

const table = new URL("../../../tests/privacy/redteam.csv", import.meta.url);
const oneLine = (text: string): string => text.replace(/\s+/gu, " ").trim();

/** The red-team table by class, and how many of its rows come out as it says. */
export function scoreAttacks(context: DetectionContext): { rows: number; right: number; classes: ClassScore[] } {
  const { data } = Papa.parse<Row>(readFileSync(table, "utf8"), { header: true, skipEmptyLines: true });
  const results = data.map((row) => {
    const text = plainText(row.text);
    const spans = detect(text, context);
    const got = oneLine(mask(text, spans).text);
    const wanted = oneLine(row.expected === "stays" ? text : row.expected);
    return { before: oneLine(text), got, wanted, spans };
  });
  const count = (text: string, sign: string): number => text.split(sign).length - 1;
  const classes = PERSONAL_DATA_CLASSES.map(({ id, mask: { ru } }) => {
    let [wanted, found, right, doubtful] = [0, 0, 0, 0];
    for (const result of results) {
      // Masks that stood in the text before are nobody's find.
      const [due, made] = [
        count(result.wanted, ru) - count(result.before, ru),
        count(result.got, ru) - count(result.before, ru),
      ];
      wanted += due;
      found += made;
      right += result.got === result.wanted ? made : Math.max(0, Math.min(due, made));
      doubtful += result.spans.filter((span) => span.class === id && span.tier === "doubtful").length;
    }
    return { class: id, wanted, found, right, doubtful };
  });
  return { rows: results.length, right: results.filter(({ got, wanted }) => got === wanted).length, classes };
}
