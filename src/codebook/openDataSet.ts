import type { Editions } from "../model/editions.ts";
import type { Facts } from "../model/facts.ts";
import { dayOfIsoDate, isoDateOfDay } from "../model/moment.ts";
import { codebookWords } from "../words/codebookWords.ts";
import { createVoice } from "../words/language.ts";
import { columnTeller } from "./tellColumn.ts";
import { editionFigureColumns } from "./editionColumns.ts";
import type { Column } from "./column.ts";

/**
 * The set by which the portal stands in Russian registers of open data (methodical recommendations, version 3.0): the figures of
 * every edition, so that the newest version and all older ones are there for good.
 */

export const standard = "http://opendata.gosmonitor.ru/standard/3.0";

/** When the columns of the set became what they are: to be changed with them. */
const structureDate = "20261130";

/** Days for which a version holds unless a newer one comes: the register asks for a date. */
const validDays = 365;

const compact = (date: string): string => date.replaceAll("-", "");

export interface OpenDataSet {
  /** ИНН and name: "7700000000-figures". */
  id: string;
  title: string;
  /** Rows of its passport, in the order of the recommendations. */
  passport: [property: string, value: string][];
  /** Its versions: file beside the passport, and the edition whose figures.csv it is. */
  versions: { file: string; edition: string }[];
  structureFile: string;
  structure: string[][];
}

const types: Partial<Record<Column["type"], string>> = { integer: "integer", number: "decimal", date: "date" };

/** @returns null where the settings tell no ИНН: then no register can name the set */
export function openDataSet(facts: Facts, { editions }: Editions): OpenDataSet | null {
  const { publisher, address } = facts.portal;
  if (publisher.inn === undefined || editions.length === 0) return null;
  const say = codebookWords("ru");
  const [russian, english] = [createVoice("ru"), createVoice("en")].map((voice) =>
    columnTeller(facts.definitions, voice),
  ) as [ReturnType<typeof columnTeller>, ReturnType<typeof columnTeller>];
  const id = `${publisher.inn}-figures`;
  const folder = `${address.replace(/\/?$/u, "/")}opendata/${id}/`;
  const structureFile = `structure-${structureDate}.csv`;
  const versions = editions
    .map(({ date }) => ({ file: `data-${compact(date)}-structure-${structureDate}.csv`, edition: date }))
    .reverse();
  const [newest, first] = [versions[0]!, versions.at(-1)!];
  const title = say("opendata.title", { region: facts.portal.region.of });
  return {
    id,
    title,
    versions,
    structureFile,
    structure: [
      ["field name", "english description", "russian description", "format"],
      ...editionFigureColumns.map((column) => [
        column.name,
        english(column).title,
        russian(column).title,
        types[column.type] ?? "string",
      ]),
    ],
    passport: [
      ["standardversion", standard],
      ["identifier", id],
      ["title", title],
      ["description", say("opendata.text")],
      ["creator", publisher.name],
      ["created", compact(first.edition)],
      ["modified", compact(newest.edition)],
      ["subject", say("package.keywords")],
      ["format", "CSV"],
      ...versions.map(({ file }): [string, string] => [file.replace(/\.csv$/u, ""), folder + file]),
      [structureFile.replace(/\.csv$/u, ""), folder + structureFile],
      ["provenance", say("opendata.provenance")],
      ["valid", compact(isoDateOfDay(dayOfIsoDate(newest.edition) + validDays))],
      ["publishername", publisher.name],
      ["publisherphone", publisher.phone ?? ""],
      ["publishermbox", publisher.email],
    ],
  };
}
