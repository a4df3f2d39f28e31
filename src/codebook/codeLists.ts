import { changeKinds, redatedFields } from "../model/change.ts";
import { channels } from "../model/channel.ts";
import { comparedFigures } from "../model/comparison.ts";
import { figureStates, rememberedFigures, revisionReasons, type RememberedFigure } from "../model/editions.ts";
import { deadlineStates } from "../model/deadlineState.ts";
import { missingReasons } from "../model/figures.ts";
import { appealEvents } from "../model/events/event.ts";
import { inSubstanceStates } from "../model/events/inSubstance.ts";
import { officeMarks } from "../model/officeMarks.ts";
import { outcomes } from "../model/outcome.ts";
import { replyComparisons, replyVerdicts } from "../model/replies.ts";
import { replyMarks } from "../model/replyMarks.ts";
import { lineUnits, plainCounts, reviewColumns } from "../model/reviewForm.ts";
import { cellReasons } from "../model/reviews.ts";
import { mappedFigures, mapReasons } from "../model/regionMap.ts";
import { periodIds } from "../model/subject.ts";
import { codebookWords, type CodebookKey } from "../words/codebookWords.ts";
import { definitionWords } from "../words/definitionWords.ts";
import type { Voice } from "../words/language.ts";
import { columnTypes, units } from "./columnKinds.ts";

/** Every code that may stand in a column, by the name of its list. */
export const codeLists = {
  channel: channels,
  channelOrAll: ["all", ...channels],
  outcome: outcomes,
  yesno: ["yes", "no"],
  period: periodIds,
  dimension: ["region", "agency", "topic", "place", "channel"],
  listed: ["agency", "topic", "place"],
  reason: ["too-few", ...missingReasons, "not-reached", "not-computed"],
  tooFew: ["too-few"],
  reply: ["done", "waiting", "never"],
  closing: ["done", "waiting"],
  deadline: deadlineStates,
  closingDeadline: deadlineStates.filter((state) => state !== "never"),
  inSubstance: inSubstanceStates,
  replyFigure: ["short", "repeated", ...replyMarks],
  replyMark: replyMarks,
  replyVerdict: replyVerdicts,
  replyComparison: replyComparisons,
  officeMark: officeMarks,
  event: appealEvents,
  reviewUnit: lineUnits,
  reviewColumn: reviewColumns,
  counted: [...plainCounts, "channels", "topics", "rest", "mark", "outcomes"],
  reviewReason: cellReasons,
  repetition: ["repeated", "event"],
  withheld: ["sensitive-topic", "small-group", "quotation"],
  usual: ["above", "below", "shifted", "season"],
  position: ["above", "at", "below"],
  compared: comparedFigures,
  shifted: ["answered_in_norm", "closed_in_norm"],
  mapped: mappedFigures,
  mapReason: mapReasons,
  remembered: rememberedFigures,
  state: figureStates,
  kind: ["executive", "district", "other"],
  change: changeKinds,
  redated: redatedFields,
  revision: revisionReasons,
  columnType: columnTypes,
  unit: units,
} as const satisfies Record<string, readonly string[]>;
export type CodeList = keyof typeof codeLists;

/** Lists whose words are those of another one. */
const wordsOf: Partial<Record<CodeList, string>> = {
  listed: "dimension",
  tooFew: "reason",
  mapReason: "reason",
  closingDeadline: "deadline",
  replyMark: "replyFigure",
};

/** Definitions of figures that stand by another name in tables of editions and of shifts. */
const definitionOf: Partial<Record<RememberedFigure | (typeof codeLists)["shifted"][number], string>> = {
  answered_in_norm: "answeredInNorm",
  closed_in_norm: "closedInNorm",
  firstReplyMedian: "firstReply.median",
  inSubstanceMedian: "inSubstance.median",
  closingMedian: "closing.median",
};

/** A code in words: "acted" → «Приняты меры». @throws Error where the list has no such code */
export function codeInWords(list: CodeList, code: string, voice: Voice): string {
  if (!(codeLists[list] as readonly string[]).includes(code)) throw new Error(`${list} has no code ${code}`);
  if (list === "channel" || (list === "channelOrAll" && code !== "all")) return plain(voice, `channel.${code}`);
  if (list === "outcome") return plain(voice, `outcome.${code}`);
  if (list === "change") return plain(voice, `edition.kind.${code}`);
  if (list === "revision") return plain(voice, `edition.reason.${code}`).replace(": {n}", "");
  if (list === "columnType" || list === "unit")
    return codebookWords(voice.language)(`${list === "unit" ? "unit" : "type"}.${code}` as CodebookKey);
  if (list === "compared" || list === "remembered" || list === "shifted")
    return definitionWords(voice.language).name(definitionOf[code as RememberedFigure] ?? code);
  const name = list === "channelOrAll" ? "channel" : (wordsOf[list] ?? list);
  return codebookWords(voice.language)(`code.${name}.${code}` as CodebookKey);
}

/** Words of pages without the no-break spaces that only pages need. */
function plain(voice: Voice, key: string): string {
  const text = voice.find(key);
  if (text === null) throw new Error(`No text for the key ${key}`);
  return text.replaceAll("\u00a0", " ").replaceAll("\u2011", "-");
}
