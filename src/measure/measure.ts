import type { AppealColumns, ReplyColumns } from "../model/columns.ts";
import type { Comparison, Definition, Dimension, PeriodId, Subject } from "../model/facts.ts";
import { byTimedEvent } from "../model/events/event.ts";
import type { ReviewForm } from "../model/reviewForm.ts";
import type { Reviews } from "../model/reviews.ts";
import { type Crossings, noCrossings } from "../model/crossings.ts";
import { compareAgencies } from "./compareAgencies.ts";
import { measureCrossings } from "./crossings/measureCrossings.ts";
import { definitions } from "./definitions.ts";
import { type Evidence, evidenceOf, type MeasureContext } from "./evidence.ts";
import { groupPlaces, membersOf } from "./grouping.ts";
import type { Weeks } from "../model/weeks.ts";
import type { MapFigure } from "../model/regionMap.ts";
import { measureMap } from "./measureMap.ts";
import { measureWeeks } from "./rising/measureWeeks.ts";
import type { DaySpan } from "./periods.ts";
import { type ShiftCell, shiftCellsOf } from "./shifts/shiftCells.ts";
import { type YearsCompared, yearsCompared } from "./shifts/yearsCompared.ts";
import { fillForms } from "./reviews/fillForms.ts";
import { subjectOf, yearOf, type YearOfSubject } from "./subject.ts";
import type { MarkQuality } from "../model/replies.ts";
import { measureReplies, type MeasuredReplies } from "./replies/measureReplies.ts";
import { topicsAtLevel, topicTree, type TopicTree } from "./topicTree.ts";
import { type Members, type Workbench, workbenchFor } from "./workbench.ts";

export type { MeasureContext } from "./evidence.ts";

export interface MeasuredAppeals {
  /** The region, then agencies, topics, places by code, then channels in the order of the model. */
  readonly subjects: Subject[];
  /** month: absent where the data do not cover the last month whole. */
  readonly periods: Record<PeriodId, DaySpan> & { month?: DaySpan };
  readonly comparisons: Comparison[];
  readonly definitions: Definition[];
  readonly reviews: Reviews;
  /** Absent where there is no map. */
  readonly mapFigures?: MapFigure[];
  /** Absent where no week is whole, or none was asked for. */
  readonly weeks?: Weeks;
  /** Shares of agencies and topics beside those of the same months a year before; null where no month can be compared. */
  readonly shifts: { readonly days: YearsCompared["days"]; readonly cells: readonly ShiftCell[] } | null;
  /** None where the context asks for none. */
  readonly crossings: Crossings;
  /** Null where no reply was read. */
  readonly replies: MeasuredReplies | null;
}

/** The replies that were read, and how well the marks in them are found. */
interface RepliesToMeasure {
  readonly columns: ReplyColumns;
  readonly marks: readonly MarkQuality[];
}

/** What is made beside the figures of subjects. */
export interface MadeBeside {
  /** To be filled for every period that the exports cover whole. */
  readonly reviewForms?: readonly ReviewForm[];
  /** Left out: no reply was read. */
  readonly replies?: RepliesToMeasure;
}

/**
 * All figures of an edition: from typed columns to facts. Only whole numbers are added up and waits are used in sorted
 * order, so the order of the rows cannot change a digit. Time grows as n log n (one sort), memory as n.
 *
 * Subjects: the region, and every agency, topic, place and channel with at least one appeal. The appeals of a topic and of
 * a place are its own and those of all below it.
 *
 * @throws RangeError if a topic or a place of the vocabulary is its own ancestor
 */
export function measureAll(
  columns: AppealColumns,
  context: MeasureContext,
  { reviewForms = [], replies }: MadeBeside = {},
): MeasuredAppeals {
  const evidence = evidenceOf(columns, context);
  const bench = workbenchFor(evidence);
  const { lists } = columns;
  const region = new Uint8Array(columns.length);
  const shiftCells: ShiftCell[] = [];
  const years = yearsCompared(evidence);
  const withShifts: FiguresOf<Subject> = (evidence, bench, dimension, code, members) => {
    const subject = subjectOf(evidence, bench, dimension, code, members);
    if (years !== null && (dimension === "agency" || dimension === "topic"))
      shiftCells.push(...shiftCellsOf(evidence, bench.counts, years, dimension, code));
    return subject;
  };
  const subjects = [
    ...groupSubjects(evidence, bench, "region", region, [""], subjectOf),
    ...groupSubjects(evidence, bench, "agency", columns.agency, lists.agencies, withShifts),
  ];
  subjects.push(...nestedSubjects(evidence, bench, "topic", evidence.tree, columns.topic, withShifts));
  subjects.push(
    ...nestedSubjects(evidence, bench, "place", topicTree(context.places ?? [], lists.places), columns.place),
  );
  const channels = groupSubjects(evidence, bench, "channel", columns.channel, lists.channels, subjectOf);
  const position = new Map(evidence.channelOrder.map((index, order) => [lists.channels[index] as string, order]));
  subjects.push(...channels.sort((a, b) => position.get(a.code)! - position.get(b.code)!));
  const { year, all, month } = evidence.periods.spans;
  const weeks = context.weeks && measureWeeks(evidence, context.places ?? [], context.weeks);
  return {
    subjects,
    periods: { year, all, ...(evidence.slices.includes("month") ? { month } : {}) },
    comparisons: compareAgencies(evidence),
    definitions: definitions(),
    reviews: fillForms(evidence, reviewForms, context.exportDay),
    ...(context.map && { mapFigures: measureMap(evidence, context.places ?? [], context.map) }),
    ...(weeks && { weeks }),
    shifts: years && {
      days: years.days,
      cells: shiftCells.sort(
        (a, b) => (a.dimension < b.dimension ? -1 : a.dimension > b.dimension ? 1 : 0) || byCode(a, b),
      ),
    },
    crossings: context.crossings ? measureCrossings(evidence, context.places ?? [], context.crossings) : noCrossings,
    replies: replies === undefined ? null : measureReplies(evidence, replies.columns, replies.marks),
  };
}

/**
 * Figures of the last twelve months, of the region and of every agency alone, as measureAll has them: what an edition is
 * remembered by. Every past edition asks for them, so nothing else is worked out.
 */
export function measureAgencies(
  columns: AppealColumns,
  context: MeasureContext,
): { subjects: YearOfSubject[]; year: DaySpan } {
  const evidence: Evidence = { ...evidenceOf(columns, context), slices: ["year"] };
  const bench = workbenchFor(evidence);
  return {
    subjects: [
      ...groupSubjects(evidence, bench, "region", new Uint8Array(columns.length), [""], yearOf),
      ...groupSubjects(evidence, bench, "agency", columns.agency, columns.lists.agencies, yearOf),
    ],
    year: evidence.periods.spans.year,
  };
}

type FiguresOf<Figures> = (
  evidence: Evidence,
  bench: Workbench,
  dimension: Dimension,
  code: string,
  members: Members,
) => Figures;

/** The subjects of a dimension whose entries are nested: level by level, since an appeal belongs to one of each. */
function nestedSubjects(
  evidence: Evidence,
  bench: Workbench,
  dimension: Dimension,
  tree: TopicTree,
  codeOf: Uint16Array,
  figuresOf: FiguresOf<Subject> = subjectOf,
): Subject[] {
  const subjects: Subject[] = [];
  for (let level = 0; level < tree.depth; level++) {
    const codes = tree.codes.map((code, i) => (tree.paths[i]!.length === level + 1 ? code : null));
    subjects.push(...groupSubjects(evidence, bench, dimension, topicsAtLevel(tree, codeOf, level), codes, figuresOf));
  }
  return subjects.sort(byCode);
}

/**
 * The subjects of one dimension, by code.
 *
 * @param group group of each row; codes: of each group, null where the group is no subject
 * @param figuresOf what is worked out of each
 */
function groupSubjects<Figures extends { code: string }>(
  evidence: Evidence,
  bench: Workbench,
  dimension: Dimension,
  group: Uint16Array | Uint8Array,
  codes: readonly (string | null)[],
  figuresOf: FiguresOf<Figures>,
): Figures[] {
  const rows = groupPlaces(group, codes.length);
  const waits = byTimedEvent((event) => groupPlaces(group, codes.length, evidence.waits[event].rows));
  const subjects: Figures[] = [];
  codes.forEach((code, i) => {
    const members: Members = { rows: membersOf(rows, i), ...byTimedEvent((event) => membersOf(waits[event], i)) };
    if (code === null || (members.rows.length === 0 && dimension !== "region")) return;
    subjects.push(figuresOf(evidence, bench, dimension, code, members));
  });
  return subjects.sort(byCode);
}

function byCode(a: { code: string }, b: { code: string }): number {
  return a.code < b.code ? -1 : a.code > b.code ? 1 : 0;
}
