import { type Crossing, crossingAddress } from "../model/crossings.ts";
import { belongsTo } from "../model/events/belonging.ts";
import type { Breakdown, Facts, Slice, Subject } from "../model/facts.ts";
import type { ListedAppeal } from "../edition/listedAppeal.ts";
import { subjectListAddress, type ListedDimension } from "../appeals/subjectLists.ts";
import { breakdownRows, type BarRow } from "./breakdownRows.ts";
import { keyFigures, type KeyFigure } from "./keyFigures.ts";
import { latestAppeals, type AppealLine } from "./latestAppeals.ts";
import { overdueAppeals, type OverdueAppeal } from "./overdue.ts";
import type { Telling } from "../words/telling.ts";
import { standingText } from "../words/standing.ts";
import { hasPage, periodOf } from "../model/subjectsOfFacts.ts";
import { weekDatesNote } from "./weekDates.ts";
import { yearSpan } from "./yearSpan.ts";

/** One list of the subject's parts. */
interface PartList {
  rows: BarRow[];
  /** How many parts are not listed. */
  rest: number;
}

/** The newest appeals of a subject, and where the others are. */
interface SubjectAppeals {
  lines: AppealLine[];
  /** Address of the search for all of them, and of the plain list. */
  search: string;
  list: string;
}

/** What stands below the headline of an agency, a topic or a place. */
export interface SubjectReport {
  /** The last twelve months or, where they hold too little, all time. */
  slice: Slice;
  /** Whose open appeals are counted, and whose shares the breakdowns tell: older ones stand with the overdue ones of all time. */
  span: string;
  /** What dates that are told to the week mean; null where none is. */
  caveat: string | null;
  keyFigures: KeyFigure[];
  standing: string | null;
  parts: Record<"topics" | "subtopics" | "agencies" | "places", PartList>;
  overdue: { count: number; longest: OverdueAppeal[] };
  /** null where no appeal is published, or none is of the subject. */
  latest: SubjectAppeals | null;
  /** The tables in which the figures stand. */
  files: readonly { file: string; table: "subjects" | "months" | "facts" }[];
}

/** Rows at most of a list of parts, and of one below it. */
const mostParts = 12;
const mostSubtopics = 8;
/** Overdue appeals that are named. */
const mostOverdue = 3;

/** @param crossings the topics in one place that have pages: there a list of parts leads, not to the whole region */
export function subjectReport(
  telling: Telling,
  subject: Subject,
  appeals: ListedAppeal[],
  crossings: readonly Crossing[] = [],
): SubjectReport {
  const { facts, voice } = telling;
  const period = periodOf(facts, subject);
  const slice = subject.periods[period];
  const overdue = overdueOf(facts, subject, appeals);
  return {
    slice,
    span: period === "year" ? yearSpan(telling) : voice.t("span.all"),
    caveat: weekDatesNote(telling, subject, appeals),
    keyFigures: keyFigures(telling, slice),
    standing: standingText(telling, subject),
    parts: partsOf(telling, subject, slice, crossings),
    overdue: { count: overdue.length, longest: overdue.slice(0, mostOverdue) },
    latest: latestOf(telling, subject, appeals),
    files: [
      { file: `${subject.dimension === "agency" ? "agencies" : `${subject.dimension}s`}.csv`, table: "subjects" },
      { file: "months.csv", table: "months" },
      { file: "facts.json", table: "facts" },
    ],
  };
}

/** What the appeals of a subject divide into. A list that says nothing more than the page does is empty. */
function partsOf(
  { facts, names, links, figureText }: Telling,
  { dimension, code }: Subject,
  slice: Slice,
  crossings: readonly Crossing[],
): SubjectReport["parts"] {
  const crossed = new Map<string, Crossing>();
  for (const crossing of crossings) {
    if (dimension === "place" && crossing.place === code) crossed.set(`topic ${crossing.topic}`, crossing);
    if (dimension === "topic" && crossing.topic === code) crossed.set(`place ${crossing.place}`, crossing);
  }
  const linked = (of: ListedDimension, name: (code: string) => string, address: (code: string) => string) => ({
    name,
    href: (part: string) => {
      const crossing = crossed.get(`${of} ${part}`);
      if (crossing !== undefined) return links.path(crossingAddress(crossing));
      return hasPage(facts, of, part) ? address(part) : null;
    },
  });
  const topicNames = linked("topic", names.topic, links.topic);
  const listed = (breakdown: Breakdown, of: ReturnType<typeof linked>, most: number): PartList => ({
    rows: breakdownRows(breakdown, of, figureText, most),
    rest: Math.max(0, breakdown.length - most),
  });
  const none: PartList = { rows: [], rest: 0 };
  // Where topics have no sections above them, both lists are the same.
  const isDivided = slice.subtopics.some((row) => slice.topics.every((topic) => topic.code !== row.code));
  return {
    // One topic alone says nothing that its sub-topics do not.
    topics: dimension === "topic" || slice.topics.length < 2 ? none : listed(slice.topics, topicNames, mostParts),
    subtopics: isDivided
      ? listed(
          slice.subtopics.filter((row) => row.code !== code),
          topicNames,
          mostSubtopics,
        )
      : none,
    agencies:
      dimension === "agency"
        ? none
        : listed(slice.agencies, linked("agency", names.agencyShort, links.agency), mostParts),
    places: dimension === "place" ? none : listed(slice.places, linked("place", names.place, links.place), mostParts),
  };
}

function overdueOf(facts: Facts, { dimension, code }: Subject, appeals: ListedAppeal[]): OverdueAppeal[] {
  if (facts.portal.appeals !== "full" || dimension === "region" || dimension === "channel") return [];
  const isOwn = belongsTo(dimension, code, facts.vocabulary);
  return overdueAppeals(appeals, facts.edition.date).filter(({ appeal }) => isOwn(appeal));
}

function latestOf(telling: Telling, { dimension, code }: Subject, appeals: ListedAppeal[]): SubjectAppeals | null {
  const { facts, links } = telling;
  if (facts.portal.appeals !== "full" || dimension === "region" || dimension === "channel") return null;
  const lines = latestAppeals(telling, appeals, dimension, code);
  return lines.length === 0
    ? null
    : { lines, search: links.appeals({ [dimension]: code }), list: links.shared(subjectListAddress(dimension, code)) };
}
