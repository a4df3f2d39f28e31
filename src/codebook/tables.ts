import type { AnyFacts, Dimension } from "../model/facts.ts";
import { appealColumns, appealFields } from "./appealColumns.ts";
import type { Column } from "./column.ts";
import { comparisonColumns } from "./comparisonColumns.ts";
import { crossingColumns } from "./crossingColumns.ts";
import { changeColumns, editionFigureColumns, revisionColumns } from "./editionColumns.ts";
import { chartColumns, codebookColumns, vocabularyColumns } from "./registerColumns.ts";
import { replyFigureColumns, replyGroupColumns, replyTextColumns } from "./replyColumns.ts";
import { reviewTableColumns } from "./reviewColumns.ts";
import { overdueColumns, remainingColumns } from "./waitColumns.ts";
import { riseColumns, weekColumns } from "./weekColumns.ts";
import { mapColumns } from "./mapColumns.ts";
import { shiftColumns } from "./shiftColumns.ts";
import { monthColumns, subjectColumns } from "./subjectColumns.ts";

/** A published table: what its columns are, and which make a row one of its kind. */
export interface Table {
  readonly columns: readonly Column[];
  readonly key: readonly string[];
  /** Fields that only its form in lines of JSON has. */
  readonly fields?: readonly Column[];
}

const subject: Table = { columns: subjectColumns, key: ["code", "period", "channel"] };

/** Every table that can be taken away, by the stem of its file's name. */
export const tables = {
  region: subject,
  agencies: subject,
  topics: subject,
  places: subject,
  channels: subject,
  months: { columns: monthColumns, key: ["dimension", "code", "channel", "month"] },
  crossings: { columns: crossingColumns, key: ["topic", "place", "channel"] },
  shifts: { columns: shiftColumns, key: ["dimension", "code", "channel", "figure"] },
  weeks: { columns: weekColumns, key: ["dimension", "code", "week"] },
  rises: { columns: riseColumns, key: ["topic", "place", "from"] },
  map: { columns: mapColumns, key: ["figure", "topic", "place"] },
  comparisons: { columns: comparisonColumns, key: ["period", "channel", "figure", "agency"] },
  appeals: { columns: appealColumns, key: ["id"], fields: appealFields },
  overdue: { columns: overdueColumns, key: ["id"] },
  remaining: {
    columns: remainingColumns,
    key: ["dimension", "code", "place", "period", "channel", "waits_for", "waited_days"],
  },
  "reply-texts": { columns: replyTextColumns, key: ["dimension", "code", "period"] },
  "reply-figures": { columns: replyFigureColumns, key: ["dimension", "code", "period", "figure"] },
  "reply-groups": { columns: replyGroupColumns, key: ["id"] },
  reviews: { columns: reviewTableColumns, key: [] },
  vocabulary: { columns: vocabularyColumns, key: ["dimension", "code"] },
  codebook: { columns: codebookColumns, key: ["table", "column"] },
  figures: { columns: editionFigureColumns, key: ["agency", "channel", "figure"] },
  changes: { columns: changeColumns, key: [] },
  revisions: { columns: revisionColumns, key: ["edition", "agency", "channel", "figure"] },
  charts: { columns: chartColumns, key: [] },
} as const satisfies Record<string, Table>;
export type TableName = keyof typeof tables;
export const tableNames = Object.keys(tables) as TableName[];

/** Tables as readers are shown them: first what they come for. */
export const tablesAsShown: readonly TableName[] = ["appeals", ...tableNames.filter((name) => name !== "appeals")];

/** Tables that a portal publishes: no map without places, no texts without appeals; in the order in which readers are shown them. */
export const tablesOf = ({ portal, map }: Pick<AnyFacts, "portal" | "map">): TableName[] =>
  tablesAsShown.filter(
    (name) => (portal.appeals === "full" || !ofSingleAppeals.includes(name)) && (name !== "map" || map !== undefined),
  );
const ofSingleAppeals: readonly TableName[] = [
  "appeals",
  "overdue",
  "changes",
  "reply-texts",
  "reply-figures",
  "reply-groups",
];

/** Tables of figures by the kind of subject that their rows are about. */
export const dimensionTables = {
  region: "region",
  agencies: "agency",
  topics: "topic",
  places: "place",
  channels: "channel",
} as const satisfies Partial<Record<TableName, Dimension>>;
