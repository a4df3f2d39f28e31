/** Appeals of one topic in one place, week by week. "" stands for all topics, and for the whole region. */
export interface WeekCell {
  readonly topic: string;
  readonly place: string;
  /** Received in each week of the series, without gaps. */
  readonly counts: Uint32Array;
}

/** Cells of one kind vary alike: all appeals, those of a topic, those of a place, those of a topic in a place. */
export type CellKind = "all" | "topic" | "place" | "both";

export function kindOf({ topic, place }: Pick<WeekCell, "topic" | "place">): CellKind {
  if (topic === "") return place === "" ? "all" : "place";
  return place === "" ? "topic" : "both";
}
