import { type AppealColumns, type ReplyColumns } from "../model/columns.ts";
import { type Comparison, type Definition, type Dimension, type PeriodId, type Subject } from "../model/facts.ts";
import { byTimedEvent } from "../model/events/event.ts";
import { compareAgencies } from "./compareAgencies.ts";
import { definitions } from "./definitions.ts";
import { type Evidence, evidenceOf, type MeasureContext } from "./evidence.ts";
import { groupPlaces, membersOf } from "./grouping.ts";
import { type DaySpan } from "./periods.ts";
import { type MarkQuality } from "../model/replies.ts";
import { measureReplies, type MeasuredReplies } from "./replies/measureReplies.ts";
import { subjectOf } from "./subject.ts";
import { topicsAtLevel, topicTree, type TopicTree } from "./topicTree.ts";
import { type Members, type Workbench, workbenchFor } from "./workbench.ts";

export { type MeasureContext } from "./evidence.ts";

export interface MeasuredAppeals {
  /** The region, then agencies, topics, places by code, then channels in the order of the model. */
  readonly subjects: Subject[];
  /** month: absent where the data do not cover the last month whole. */
  readonly periods: Record<PeriodId, DaySpan> & { month?: DaySpan };
  readonly comparisons: Comparison[];
  readonly definitions: Definition[];
  /** Null where no reply was read. */
  readonly replies: MeasuredReplies | null;
}

/** The replies that were read, and how well the marks in them are found. */
export interface RepliesToMeasure {
  readonly columns: ReplyColumns;
  readonly marks: readonly MarkQuality[];
}

/**
 * All figures of an edition: from typed columns to facts. Only whole numbers are added up and waits are used in sorted
 * order, so the order of the rows cannot change a digit. Time grows as n log n (one sort), memory as n.
 *
 * Subjects: the region, and every agency, topic, place and channel with at least one appeal. The appeals of a topic and of
 * a place are its own and those of all below it.
 *
 * @param replies left out: none was read
 * @throws RangeError if a topic or a place of the vocabulary is its own ancestor
 */
export function measureAll(
  columns: AppealColumns,
  context: MeasureContext,
  replies: RepliesToMeasure | null = null,
): MeasuredAppeals {
  const evidence = evidenceOf(columns, context);
  const bench = workbenchFor(evidence);
  const { lists } = columns;
  const region = new Uint8Array(columns.length);
  const subjects = [
    ...groupSubjects(evidence, bench, "region", region, [""]),
    ...groupSubjects(evidence, bench, "agency", columns.agency, lists.agencies),
  ];
  subjects.push(...nestedSubjects(evidence, bench, "topic", evidence.tree, columns.topic));
  subjects.push(
    ...nestedSubjects(evidence, bench, "place", topicTree(context.places ?? [], lists.places), columns.place),
  );
  const channels = groupSubjects(evidence, bench, "channel", columns.channel, lists.channels);
  const position = new Map(evidence.channelOrder.map((index, order) => [lists.channels[index] as string, order]));
  subjects.push(...channels.sort((a, b) => position.get(a.code)! - position.get(b.code)!));
  const { year, all, month } = evidence.periods.spans;
  return {
    subjects,
    periods: { year, all, ...(evidence.slices.includes("month") ? { month } : {}) },
    comparisons: compareAgencies(evidence),
    definitions: definitions(),
    replies: replies === null ? null : measureReplies(evidence, replies.columns, replies.marks),
  };
}

/** Figures of the region and of every agency alone, as measureAll has them: what an edition is remembered by. */
export function measureAgencies(
  columns: AppealColumns,
  context: MeasureContext,
): Pick<MeasuredAppeals, "subjects"> & { year: DaySpan } {
  const evidence = evidenceOf(columns, context);
  const bench = workbenchFor(evidence);
  return {
    subjects: [
      ...groupSubjects(evidence, bench, "region", new Uint8Array(columns.length), [""]),
      ...groupSubjects(evidence, bench, "agency", columns.agency, columns.lists.agencies),
    ],
    year: evidence.periods.spans.year,
  };
}

/** The subjects of a dimension whose entries are nested: level by level, since an appeal belongs to one of each. */
function nestedSubjects(
  evidence: Evidence,
  bench: Workbench,
  dimension: Dimension,
  tree: TopicTree,
  codeOf: Uint16Array,
): Subject[] {
  const subjects: Subject[] = [];
  for (let level = 0; level < tree.depth; level++) {
    const codes = tree.codes.map((code, i) => (tree.paths[i]!.length === level + 1 ? code : null));
    subjects.push(...groupSubjects(evidence, bench, dimension, topicsAtLevel(tree, codeOf, level), codes));
  }
  return subjects.sort(byCode);
}

/**
 * The subjects of one dimension, by code.
 *
 * @param group group of each row; codes: of each group, null where the group is no subject
 */
function groupSubjects(
  evidence: Evidence,
  bench: Workbench,
  dimension: Dimension,
  group: Uint16Array | Uint8Array,
  codes: readonly (string | null)[],
): Subject[] {
  const rows = groupPlaces(group, codes.length);
  const waits = byTimedEvent((event) => groupPlaces(group, codes.length, evidence.waits[event].rows));
  const subjects: Subject[] = [];
  codes.forEach((code, i) => {
    const members: Members = { rows: membersOf(rows, i), ...byTimedEvent((event) => membersOf(waits[event], i)) };
    if (code === null || (members.rows.length === 0 && dimension !== "region")) return;
    subjects.push(subjectOf(evidence, bench, dimension, code, members));
  });
  return subjects.sort(byCode);
}

function byCode(a: Subject, b: Subject): number {
  return a.code < b.code ? -1 : a.code > b.code ? 1 : 0;
}
