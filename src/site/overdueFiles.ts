import { createHash } from "node:crypto";
import { namesOf } from "../codebook/column.ts";
import { tableInWords } from "../codebook/inWords.ts";
import { overdueColumns } from "../codebook/waitColumns.ts";
import type { ListedAppeal } from "../edition/listedAppeal.ts";
import type { DownloadFile } from "../model/downloads.ts";
import { byteOrderMark, excelCsv, machineCsv } from "../words/csv.ts";
import type { Telling } from "../words/telling.ts";
import { overdueAppeals } from "./overdue.ts";
import { overdueCsvAddress } from "./overdueLists.ts";
import { overdueRows } from "./overdueRows.ts";

/** A form of the table of all overdue appeals. Its path is from the root of the portal. */
interface OverdueFile extends DownloadFile {
  content: string;
}

const made = new WeakMap<ListedAppeal[], OverdueFile[]>();

/**
 * The table of all overdue appeals, for programs and for spreadsheets; what pages tell of it is reckoned from what is written.
 *
 * @param telling in the language of the appeals, since the table stands once for all languages
 */
export function overdueFiles(telling: Telling, appeals: ListedAppeal[]): OverdueFile[] {
  const before = made.get(appeals);
  if (before) return before;
  const rows = overdueRows(telling, overdueAppeals(appeals, telling.facts.edition.date));
  const { header, row } = tableInWords(overdueColumns, telling.voice);
  const file = (path: string, content: string): OverdueFile => ({
    path,
    table: "overdue",
    rows: rows.length,
    bytes: Buffer.byteLength(content),
    sha256: createHash("sha256").update(content).digest("hex"),
    content,
  });
  const path = overdueCsvAddress.slice(1);
  const files = [
    file(path, machineCsv([namesOf(overdueColumns), ...rows])),
    file(path.replace(".csv", "-excel.csv"), byteOrderMark + excelCsv([header, ...rows.map(row)])),
  ];
  made.set(appeals, files);
  return files;
}
