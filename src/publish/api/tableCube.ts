import { builderFile, offeredFigures } from "../../codebook/builderGroups.ts";
import { tabledFigures, type TabledName } from "../../codebook/figureColumns.ts";
import { isMonthFigure } from "../../codebook/subjectColumns.ts";
import { type Facts, type Measures, type Month, type PeriodId, periodIds, type Subject } from "../../model/facts.ts";
import type { CubeCell, CubeChannel, CubeFile, CubeIndex, CubeSubject } from "../../model/tableCube.ts";
import { type Language, languagesOf } from "../../model/portal.ts";
import { regionOf } from "../../model/subjectsOfFacts.ts";
import { createVoice } from "../../words/language.ts";
import { createNames } from "../../words/names.ts";
import { inLanguage } from "../../words/inLanguage.ts";
import { type Figure, monthPlaces, tabledFigure } from "../downloads/measureColumns.ts";

/** Folder of the files of an edition, below /api/v1/. */
const cubeFolder = (edition: string): string => `table/${edition}`;

/** The files of the table builder, one after the other, by their paths below the API: the index first, then a file for each channel and file of figures. */
export function* cubeFiles(facts: Facts): Generator<readonly [path: string, content: CubeIndex | CubeFile]> {
  const folder = cubeFolder(facts.edition.date);
  const subjects = facts.subjects.filter(({ dimension, code }) => dimension === "region" || code !== "");
  const region = regionOf(facts);
  const { channels } = region.periods.all.measures;
  // One channel alone is all of them.
  const told: CubeChannel[] = ["all", ...(channels.length > 1 ? channels : [])];
  const figures = offeredFigures(facts);
  const inOrder = region.months.map(({ month }) => month);
  yield [
    `${folder}/index.json`,
    {
      schema: 1,
      edition: facts.edition.date,
      shown: facts.portal.minimum.shown,
      periods: { year: facts.periods.year, all: facts.periods.all },
      months: region.months.map(({ month, complete }) => ({ month, complete })),
      channels: told,
      figures: figures.map((name) => ({
        name,
        kind: tabledFigures[name].kind,
        file: builderFile(name),
        months: isMonthFigure(name),
      })),
      subjects: subjects.map(toldSubject(facts)),
    },
  ];
  const byFile = Map.groupBy(figures, builderFile);
  for (const channel of told)
    for (const [file, names] of byFile)
      yield [
        `${folder}/${channel}/${file}.json`,
        {
          edition: facts.edition.date,
          channel,
          figures: Object.fromEntries(
            names.map((name) => [name, subjects.map((subject) => figureOf(subject, channel, name, inOrder))]),
          ),
        },
      ];
}

function toldSubject(facts: Facts): (subject: Subject) => CubeSubject {
  const { topics, places } = facts.vocabulary;
  const parents = { topic: parentsOf(topics), place: parentsOf(places) };
  const names = subjectNames(facts);
  return ({ dimension, code }) => {
    const parent = dimension === "topic" || dimension === "place" ? parents[dimension].get(code) : undefined;
    return { dimension, code, ...names({ dimension, code }), ...(parent === undefined ? {} : { parent }) };
  };
}

/** Names of subjects in every language of the portal; of what the vocabulary does not have its code. */
export function subjectNames(
  facts: Facts,
): (subject: Pick<CubeSubject, "dimension" | "code">) => Pick<CubeSubject, "names" | "short"> {
  const all = languagesOf(facts.portal).map(
    (language) => [language, createNames(inLanguage(facts, language), createVoice(language))] as const,
  );
  return ({ dimension, code }) => {
    const inEach = (way: "of" | "short"): Partial<Record<Language, string>> =>
      Object.fromEntries(all.map(([language, own]) => [language, own[way](dimension, code)]));
    return { names: inEach("of"), ...(dimension === "agency" ? { short: inEach("short") } : {}) };
  };
}

const parentsOf = (entries: readonly { code: string; parent: string | null }[]): Map<string, string> =>
  new Map(entries.flatMap(({ code, parent }) => (parent === null ? [] : [[code, parent] as const])));

/** A figure of a subject in both periods and month by month; null where it has no appeals by the channel. */
function figureOf(
  { periods, months, monthsByChannel }: Subject,
  channel: CubeChannel,
  name: TabledName,
  inOrder: readonly string[],
): CubeFile["figures"][string][number] {
  const slices = periodIds.map((period) => measuresOf(periods[period], channel));
  const own = channel === "all" ? months : (monthsByChannel[channel] ?? []);
  if (slices.every((measures) => measures === undefined)) return null;
  const [year, all] = slices.map((measures) =>
    measures === undefined ? nobody(name) : cellOf(tabledFigure(measures, name)),
  ) as [CubeCell, CubeCell];
  const precision = slices.map((measures) => (measures === undefined ? null : precisionOf(measures, name)));
  return {
    year,
    all,
    ...(isMonthFigure(name) && own.length > 0
      ? {
          months: inOrder.map((month) =>
            monthCell(
              own.find((one) => one.month === month),
              monthPlaces[name],
            ),
          ),
        }
      : {}),
    ...(precision.every((one) => one === null)
      ? {}
      : { precision: precision.map((one) => one ?? "day") as ["day", "day"] }),
  };
}

const measuresOf = (slice: Subject["periods"][PeriodId], channel: CubeChannel): Measures | undefined =>
  channel === "all" ? slice.measures : slice.byChannel[channel];

/** Of a period in which nothing came by the channel: none, and nothing that could be computed of them. */
const nobody = (name: TabledName): CubeCell => (tabledFigures[name].kind === "count" ? 0 : "none-eligible");

const monthCell = (month: Month | undefined, place: (typeof monthPlaces)[keyof typeof monthPlaces]): CubeCell => {
  const figure = month?.[place];
  return figure === undefined ? "not-computed" : cellOf(figure);
};

function cellOf(figure: Figure): CubeCell {
  if (figure.state === "hidden" || figure.state === "missing") return figure.reason;
  if (figure.state === "not-reached") return { beyond: figure.beyond, low: figure.low };
  if ("part" in figure) return [figure.part, figure.whole, figure.low, figure.high];
  if ("days" in figure) return [figure.days, figure.low, figure.high];
  return "n" in figure ? { mean: figure.value, n: figure.n } : figure.value;
}

/** To what the times of a wait are known; null of every other figure. */
function precisionOf(measures: Measures, name: TabledName): "day" | "minute" | "week" | null {
  const { definition, kind } = tabledFigures[name];
  if (kind !== "wait" && kind !== "mean-wait") return null;
  const event = definition.split(".").at(-2) as "firstReply" | "closing" | "inSubstance";
  if (!definition.startsWith("agencyClock.")) return measures[event].precision;
  return "state" in measures.agencyClock || event === "inSubstance" ? null : measures.agencyClock[event].precision;
}
