import { tables, type TableName } from "../../codebook/tables.ts";
import { tableSchema } from "../../codebook/tableSchema.ts";
import type { DownloadFile } from "../../model/downloads.ts";
import type { Facts } from "../../model/facts.ts";
import { codebookWords } from "../../words/codebookWords.ts";
import type { Voice } from "../../words/language.ts";

/** Forms of files by their endings: the media type, and whether the file is the plain CSV that a schema describes. */
const forms: readonly (readonly [ending: string, format: string, mediatype: string])[] = [
  [".csv", "csv", "text/csv"],
  [".ndjson", "ndjson", "application/x-ndjson"],
  [".json", "json", "application/json"],
  [".xlsx", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
  [".parquet", "parquet", "application/vnd.apache.parquet"],
];

/** Media type and short name of a file's form. @throws Error where no form has its ending */
export function formOf(path: string): { format: string; mediatype: string } {
  const form = forms.find(([ending]) => path.endsWith(ending));
  if (form === undefined) throw new Error(`No form of downloads ends as ${path} does`);
  return { format: form[1], mediatype: form[2] };
}

/**
 * The description of all files at data/ for programs (Frictionless Data Package 2.0, https://datapackage.org/): files with
 * sizes and hashes, and what each column of the tables means.
 */
export function dataPackage(facts: Facts, files: readonly DownloadFile[], voice: Voice): object {
  const { portal, edition, definitions } = facts;
  const say = codebookWords(voice.language);
  const home = portal.address.replace(/\/?$/u, "/");
  const resource = ({ path, table, bytes, sha256 }: DownloadFile): object => {
    const { format, mediatype } = formOf(path);
    const isExcel = path.endsWith("-excel.csv");
    const isMachine = format === "csv" && !isExcel;
    return {
      name: path.toLowerCase().replace(/[^a-z0-9._-]+/gu, "-"),
      path,
      ...(table === null ? {} : { title: say(`table.${table as TableName}`) }),
      ...(table === null ? {} : { description: say(`table.${table as TableName}.text`) }),
      format,
      mediatype,
      ...(mediatype.startsWith("text/") || format.endsWith("json") ? { encoding: "utf-8" } : {}),
      bytes,
      hash: `sha256:${sha256}`,
      ...(isExcel ? { dialect: { delimiter: ";", header: true } } : {}),
      ...(isMachine && table !== null
        ? { type: "table", schema: tableSchema(tables[table as TableName], definitions, voice) }
        : {}),
    };
  };
  return {
    $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
    name: new URL(home).hostname,
    id: `${home}data/`,
    title: `${portal.title}: ${portal.region.name}`,
    description: say("package.text", {
      region: portal.region.of,
      from: edition.from,
      to: edition.to,
      shown: String(portal.minimum.shown),
    }),
    homepage: home,
    version: edition.date,
    created: `${edition.date}T00:00:00Z`,
    licenses: [
      {
        ...(portal.licence.code === undefined ? {} : { name: portal.licence.code }),
        title: portal.licence.name,
        path: portal.licence.address,
      },
    ],
    contributors: [{ title: portal.publisher.name, email: portal.publisher.email, roles: ["publisher"] }],
    keywords: say("package.keywords").split(", "),
    resources: files.map(resource),
  };
}
