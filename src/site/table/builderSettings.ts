import { builderGroup, builderGroups, type BuilderGroup } from "../../codebook/builderGroups.ts";
import { codeInWords, codeLists } from "../../codebook/codeLists.ts";
import type { Column } from "../../codebook/column.ts";
import { columnTitles } from "../../codebook/columnTitles.ts";
import {
  beyondColumn,
  mayBeBeyond,
  reasonColumnOf,
  tabledNames,
  type TabledName,
  valueColumns,
} from "../../codebook/figureColumns.ts";
import { monthColumns, subjectColumns } from "../../codebook/subjectColumns.ts";
import type { PastEdition } from "../../model/editions.ts";
import { headlineOf } from "../../model/headlineChoice.ts";
import { regionOf } from "../../model/subjectsOfFacts.ts";
import type { CubeChannel } from "../../model/tableCube.ts";
import type { Language } from "../../model/portal.ts";
import { tableStrings, type TableKey } from "../../words/tableWords.ts";
import type { Telling } from "../../words/telling.ts";
import { builderTextKeys, type BuilderTextKey } from "./builderTextKeys.ts";

/** What the page of the table builder hands to its script. */
export interface BuilderSettings {
  language: Language;
  /** Folder of the files of all editions, with a slash at its end. */
  files: string;
  /** The edition that the portal shows now. */
  newest: string;
  /** Where editions have their pages, with a slash at its end. */
  editions: string;
  /** Addresses of the figures of past editions as they were, by the dates of the editions. */
  dated: Readonly<Record<string, string>>;
  /** The channel that the portal's pages speak of where they speak of one. */
  usualChannel: CubeChannel;
  /** Full address of the page, and how a table is cited. */
  address: string;
  portal: string;
  region: string;
  words: Readonly<Record<TableKey, string>>;
  texts: Readonly<Record<BuilderTextKey, string>>;
  /** Words for codes in tables for people. */
  codes: Readonly<
    Record<"dimension" | "period" | "channelOrAll" | "yesno" | "reason", Readonly<Record<string, string>>>
  >;
  /** Groups in which figures are offered, in order. */
  groups: readonly BuilderGroup[];
  figures: Readonly<Record<string, BuilderFigure>>;
  /** Columns before those of figures, in a table of periods and in one of months: names in files for programs, titles. */
  leading: Readonly<Record<"periods" | "months", readonly (readonly [name: string, title: string])[]>>;
}

/** A figure as it is offered: its name, and its columns in files: those of its numbers first, then why, then «longer than». */
interface BuilderFigure {
  group: BuilderGroup;
  name: string;
  columns: readonly (readonly [name: string, title: string])[];
}

const leadingNames = {
  periods: ["dimension", "code", "name", "channel", "period", "from", "to"],
  months: ["dimension", "code", "name", "channel", "month", "complete"],
} as const;
const known: readonly Column[] = [...monthColumns, ...subjectColumns];

/** The columns of a figure in a built table, as they are in the tables of the downloads. */
const builtColumns = (name: TabledName): Column[] => [
  ...valueColumns(name),
  reasonColumnOf(name),
  ...(mayBeBeyond(name) ? [beyondColumn(name)] : []),
];

/** Columns before the figures. @throws Error where the codebook has no column of that name */
function leadingColumns(of: keyof typeof leadingNames): Column[] {
  return leadingNames[of].map((name) => {
    const column = known.find((one) => one.name === name);
    if (column === undefined) throw new Error(`The codebook has no column ${name}`);
    return column;
  });
}

/** @param past editions of which files are kept */
export function builderSettings(
  { facts, voice, links }: Telling,
  past: readonly Pick<PastEdition, "date" | "files">[] = [],
): BuilderSettings {
  const { title, figure } = columnTitles(voice);
  const titled = (columns: readonly Column[]): (readonly [string, string])[] =>
    columns.map((column) => [column.name, title(column)] as const);
  const codes = (
    list: "dimension" | "period" | "channelOrAll" | "yesno" | "reason",
    all: readonly string[],
  ): Record<string, string> => Object.fromEntries(all.map((code) => [code, codeInWords(list, code, voice)]));
  const nameOf = (name: TabledName): string => {
    const { words } = valueColumns(name)[0]!;
    return typeof words === "object" && "figure" in words ? figure(words.figure) : name;
  };
  const texts = builderTextKeys.map((key): [BuilderTextKey, string] => [key, voice.find(key) ?? ""]);
  return {
    language: voice.language,
    files: links.shared("/api/v1/table/"),
    newest: facts.edition.date,
    usualChannel: headlineOf(facts, regionOf(facts).periods.year)?.channel ?? "all",
    editions: links.path("/editions/"),
    dated: Object.fromEntries(
      past
        .filter(({ files }) => files.some(({ name }) => name === "figures.csv"))
        .map(({ date }) => [date, links.download(`editions/${date}/figures.csv`)]),
    ),
    address: links.absolute("/data/table/"),
    portal: facts.portal.title,
    region: facts.portal.region.name,
    words: tableStrings(voice),
    texts: Object.fromEntries(texts) as Record<BuilderTextKey, string>,
    codes: {
      dimension: codes("dimension", codeLists.dimension),
      period: codes("period", codeLists.period),
      channelOrAll: codes("channelOrAll", ["all", ...facts.vocabulary.channels]),
      yesno: codes("yesno", codeLists.yesno),
      reason: codes("reason", codeLists.reason),
    },
    groups: builderGroups,
    figures: Object.fromEntries(
      tabledNames.map((name): [string, BuilderFigure] => [
        name,
        { group: builderGroup(name), name: nameOf(name), columns: titled(builtColumns(name)) },
      ]),
    ),
    leading: { periods: titled(leadingColumns("periods")), months: titled(leadingColumns("months")) },
  };
}
