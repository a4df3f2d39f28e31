import { tablesAsShown, type TableName } from "../codebook/tables.ts";
import type { DownloadFile } from "../model/downloads.ts";
import { codebookWords } from "../words/codebookWords.ts";
import { fileSize } from "../words/fileSize.ts";
import type { Telling } from "../words/telling.ts";
import type { TableCell } from "./tableCell.ts";

/** Something that can be taken away, in one or several forms. */
export interface Download {
  title: string;
  text: string;
  /** «13 811 строк»; null where it is no table. */
  rows: string | null;
  files: { name: string; href: string; label: string; size: string }[];
}

/** Overdue appeals stand beside the pages that list them, everything else in one folder. */
const hrefOf = ({ path, table }: DownloadFile, links: Telling["links"]): string =>
  table === "overdue" ? links.shared(`/${path}`) : links.download(path);

/** Endings of files by what readers call them. */
const labels: readonly (readonly [RegExp, string | null])[] = [
  [/-excel\.csv$/u, null],
  [/\.csv$/u, "CSV"],
  [/\.xlsx$/u, "XLSX"],
  [/\.ndjson$/u, "NDJSON"],
  [/\.json$/u, "JSON"],
  [/\.jsonld$/u, "JSON-LD"],
];

/** «Parquet, 2026»; a further part of a year is numbered. null of every other file. */
function partitionLabel(path: string): string | null {
  const [, year, part] = /year=(\d{4})\/part-(\d+)\.parquet$/u.exec(path) ?? [];
  return year === undefined ? null : `Parquet, ${year}${part === "0" ? "" : ` (${Number(part) + 1})`}`;
}

/** What can be taken away: every table with its forms, the appeals first, the facts last. */
export function downloadsOf({ voice, links }: Telling, files: readonly DownloadFile[]): Download[] {
  const words = codebookWords(voice.language);
  const label = (name: string): string =>
    partitionLabel(name) ?? labels.find(([ending]) => ending.test(name))?.[1] ?? words("data.excel");
  const told = (own: readonly DownloadFile[]): Download["files"] =>
    own.map((file) => ({
      name: file.path,
      href: hrefOf(file, links),
      label: label(file.path),
      size: fileSize(file.bytes, voice),
    }));
  const { bound } = voice;
  const ofTable = (name: TableName): Download[] => {
    const own = files.filter(({ table }) => table === name);
    const rows = own[0]?.rows ?? null;
    return own.length === 0
      ? []
      : [
          {
            title: bound(words(`table.${name}`)),
            text: bound(words(`table.${name}.text`)),
            rows: rows === null ? null : rowsText(rows, voice),
            files: told(own),
          },
        ];
  };
  const alone = (path: string, title: "facts" | "package" | "catalog"): Download[] => {
    const own = files.filter((file) => file.path === path);
    return own.length === 0
      ? []
      : [
          {
            title: bound(words(`data.${title}`)),
            text: bound(words(`data.${title}.text`)),
            rows: null,
            files: told(own),
          },
        ];
  };
  return [
    ...tablesAsShown.flatMap(ofTable),
    ...alone("facts.json", "facts"),
    ...alone("datapackage.json", "package"),
    ...alone("catalog.jsonld", "catalog"),
  ];
}

function rowsText(rows: number, voice: Telling["voice"]): string {
  const category = new Intl.PluralRules(voice.language).select(rows) as "one" | "few" | "many" | "other";
  return voice.bound(codebookWords(voice.language)(`data.rows.${category}`, { n: voice.integer(rows) }));
}

/** Every file with its rows, bytes and SHA-256, for whoever wants to check a copy. */
export function checksumRows({ voice, links }: Telling, files: readonly DownloadFile[]): TableCell[][] {
  return files.map((file) => [
    { text: file.path, href: hrefOf(file, links), download: true },
    file.rows === null ? "—" : voice.integer(file.rows),
    voice.integer(file.bytes),
    file.sha256,
  ]);
}
