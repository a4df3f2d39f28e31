import type { ReviewForm, ReviewLine } from "../../model/reviewForm.ts";
import type { ReviewCell, ReviewPeriod } from "../../model/reviews.ts";
import type { Telling } from "../telling.ts";
import { lineTopics, restTopics } from "./lineTopics.ts";
import { type ReviewKey, reviewTexts } from "./reviewTexts.ts";

/** What a word of offices means, for whoever hears it for the first time; nothing where the title of a line says all. */
const ofCounts: Partial<Record<string, ReviewKey>> = {
  closed: "review.line.closed",
  closedInTime: "review.line.judged",
  closedLate: "review.line.judged",
  open: "review.line.open",
  openLate: "review.line.open-late",
  unowed: "review.line.unowed",
};
const ofMarks: Partial<Record<string, ReviewKey>> = {
  collective: "review.line.collective",
  repeated: "review.line.repeated",
  onControl: "review.line.on-control",
};

/**
 * What falls into a line, beside its title: read from the top, a row must not wait for the notes below the table.
 *
 * @param cells the line filled, a cell for each column
 */
export function lineNote(
  telling: Telling,
  line: ReviewLine,
  section: ReviewForm["sections"][number],
  cells: readonly ReviewCell[],
  { summary }: Pick<ReviewPeriod, "summary">,
): string | null {
  const { count } = line;
  const say = reviewTexts(telling.voice);
  const said = (key: ReviewKey | undefined): string | null => (key === undefined ? null : say(key));
  if (typeof count === "object" && "topics" in count)
    return count.topics === "rest"
      ? restNote(telling, section, cells, summary.untopiced.period)
      : lineTopics(telling, line, section);
  // What no export holds needs no explanation.
  if (!cells.some((cell) => "value" in cell)) return null;
  if (typeof count === "string") return said(ofCounts[count]);
  if ("mark" in count) return said(ofMarks[count.mark]);
  if (!("outcomes" in count)) return null;
  if (count.outcomes.includes("unanswered"))
    return say(count.outcomes.includes("withdrawn") ? "review.line.unanswered.withdrawn" : "review.line.unanswered");
  if (count.outcomes.includes("redirected")) return say("review.line.redirected");
  return count.outcomes.includes("unknown") ? say("review.line.unknown") : null;
}

/** The rest is what no line counts: which topics that is, and how many have none. */
function restNote(
  { voice, names, facts }: Telling,
  section: ReviewForm["sections"][number],
  cells: readonly ReviewCell[],
  untopiced: ReviewCell,
): string | null {
  const say = reviewTexts(voice);
  if (!cells.some((cell) => "value" in cell)) return null;
  if (cells.every((cell) => !("value" in cell) || cell.value === 0)) return say("review.line.rest.empty");
  const topics = restTopics({ facts }, section)
    .map((code) => say("review.topic", { name: names.topic(code) }))
    .join(", ");
  if (topics === "") return say("review.line.rest.untopiced");
  if (!("value" in untopiced)) return say("review.line.rest", { topics });
  return untopiced.value === 0
    ? say("review.line.rest.all", { topics })
    : say("review.line.rest.some", { topics, appeals: voice.counted(untopiced.value, "appeal") });
}
