import Papa from "papaparse";
import type { Count } from "../../model/figures.ts";
import { type Dimension, type AnyFacts, type PeriodId, periodIds } from "../../model/facts.ts";
import { repliesFile } from "../../edition/editionFiles.ts";
import { groupsTold } from "../../edition/publishedGroups.ts";
import { createVoice } from "../../words/language.ts";
import { publishedAppeals } from "../release/releaseRecord.ts";

/** Reads a file of the site. */
export type ReadSite = (file: string) => Buffer;

const tables: readonly (readonly [file: string, dimension: Dimension, pages: string | null])[] = [
  ["region", "region", ""],
  ["agencies", "agency", "agencies/"],
  ["topics", "topic", "topics/"],
  ["places", "place", "places/"],
  ["channels", "channel", null],
];

/** Records of a table of the site, its header counted. */
export type CountRecords = (file: string) => number;

/**
 * Files of the finished site that state another number than the facts: a table with other appeals received, a page that
 * does not show how many its subject received, a list of appeals of another length.
 *
 * @param known every file of the site
 */
export function differingCounts(
  facts: AnyFacts,
  known: ReadonlySet<string>,
  read: ReadSite,
  records: CountRecords,
): string[] {
  const differing: string[] = [];
  const voice = createVoice(facts.portal.language);
  for (const [name, dimension, pages] of tables) {
    const subjects = facts.subjects.filter((subject) => subject.dimension === dimension);
    const file = `data/${name}.csv`;
    const stated = receivedInTable(read(file).toString("utf8"));
    const expected = subjects.flatMap(({ code, periods }) =>
      periodIds.map((period) => [`${code} ${period}`, cellOf(periods[period].measures.received)] as const),
    );
    if (stated.size !== expected.length || expected.some(([key, cell]) => stated.get(key) !== cell))
      differing.push(file);
    if (pages === null) continue;
    for (const { code, periods } of subjects) {
      const page = code === "" ? "index.html" : `${pages}${code}/index.html`;
      if (!known.has(page) || (code === "" && dimension !== "region")) continue;
      const shown = (["year", "all"] satisfies PeriodId[]).map((period) => periods[period].measures.received);
      const numbers = shown.flatMap((count) => (count.state === "exact" ? [voice.integer(count.value)] : []));
      if (numbers.length > 0 && !numbers.some((number) => standsIn(read(page).toString("utf8"), number)))
        differing.push(page);
    }
  }
  if (facts.portal.appeals !== "full") return differing;
  differing.push(...differingGroups(known, read, (n) => voice.integer(n)));
  const appeals = publishedAppeals(facts);
  for (const file of ["data/appeals.csv", "data/appeals-excel.csv"])
    if (records(file) !== appeals + 1) differing.push(file);
  if (records("data/appeals.ndjson") !== appeals) differing.push("data/appeals.ndjson");
  return differing;
}

/** Pages of repeated replies that are not there, or do not show how many appeals were given the text. Their addresses are permanent. */
function differingGroups(known: ReadonlySet<string>, read: ReadSite, written: (n: number) => string): string[] {
  const file = `data/${repliesFile}`;
  if (!known.has(file)) return [];
  const { groups, gone } = groupsTold(read(file).toString("utf8"));
  const pageOf = (id: string): string => `replies/${id}/index.html`;
  return [
    ...groups
      .filter(({ id, appeals }) => {
        const page = pageOf(id);
        return !known.has(page) || !standsIn(read(page).toString("utf8"), written(appeals.length));
      })
      .map(({ id }) => pageOf(id)),
    ...gone.map(pageOf).filter((page) => !known.has(page)),
  ];
}

function cellOf(count: Count): string {
  return count.state === "exact" ? String(count.value) : count.state;
}

/** Appeals received by code and period, all channels together. */
function receivedInTable(csv: string): Map<string, string> {
  const { data } = Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true });
  return new Map(
    data
      .filter((row) => row["channel"] === "all")
      .map((row) => [`${row["code"]} ${row["period"]}`, row["received"] ?? ""]),
  );
}

/** Whether a page shows a number by itself, not as a part of another. Its groups may be kept together by any space. */
function standsIn(html: string, number: string): boolean {
  const text = html.replace(/<[^>]*>/gu, " ").replace(/&nbsp;|&#160;|&#xa0;|[\u00A0\u202F]/giu, " ");
  const wanted = number.replace(/[\u00A0\u202F]/gu, " ");
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    if (!/\d$/u.test(text.slice(0, at)) && !/^\d/u.test(text.slice(at + wanted.length))) return true;
  }
  return false;
}
