import type { ReplySays } from "../../model/events/inSubstance.ts";
import { hasMark, type MarkSet, markSet, type ReplyMark, replyMarks } from "../../model/replyMarks.ts";
import type { ReplyRules } from "../../model/replyRules.ts";
import { createMarkReader } from "./markReader.ts";
import type { MarkMemory } from "./markMemory.ts";
import { markQualities } from "./markQuality.ts";
import { readability, type Readability } from "./readability.ts";
import { type FoundMarks, readMarks } from "./readMarks.ts";
import { rulesAlphabet } from "./rulesAlphabet.ts";

/** A question and its reply as plain texts. */
export interface AskedAndReplied {
  /** Null where it is not known. */
  readonly text: string | null;
  readonly reply: string;
}

/** A piece of the published reply and the mark that its words made: mark, first UTF-16 unit, unit behind the last. */
type MarkSpan = readonly [mark: ReplyMark, start: number, end: number];

/** What was read in a reply. */
export interface ReadReply {
  readonly says: ReplySays;
  /** The marks that may be shown; null: the rules cannot read the reply. */
  readonly shown: MarkSet | null;
  /** Where they stand in the published reply, in the order of the text. */
  readonly spans: readonly MarkSpan[];
  readonly readability: Readability | null;
}

/** The rules that have to be read: those of marks that are shown, of the mark that stops no clock, and of what these depend on. */
function rulesNeeded({ marks, ...rules }: ReplyRules, shown: readonly ReplyMark[]): ReplyRules {
  const needed = new Set<ReplyMark>([...shown, "onlyAcknowledged"]);
  // A set that grows while it is walked is walked to its end.
  for (const mark of needed) {
    const { rules: own = [], whole } = marks[mark] ?? {};
    for (const other of [...(whole?.without ?? []), ...own.flatMap(({ needs }) => needs)]) needed.add(other);
  }
  return {
    ...rules,
    marks: Object.fromEntries(Object.entries(marks).filter(([mark]) => needed.has(mark as ReplyMark))),
  };
}

/** What a reply says as a whole. */
function saysOf({ answer, marks }: FoundMarks): ReplySays {
  // A greeting alone, or a full stop in the place of a reply, tells nothing of the matter either.
  if (answer === "nowhere") return "acknowledges";
  if (!hasMark(marks, "onlyAcknowledged")) return "substance";
  return answer === "elsewhere" ? null : "acknowledges";
}

/** Agencies answer many appeals in the same words: so many replies are remembered. */
const mostRemembered = 20_000;

/**
 * Makes a reader of replies by a portal's rules.
 *
 * @param common stems that too many of the portal's appeals have to name what one of them asks about
 * @param memory what the same rules found before; left out: nothing is remembered
 * @returns reads one reply as the export has it, before anything is masked, and finds its words again in what is published; isSolved:
 *   its appeal was acted on
 */
export function replyReader(
  rules: ReplyRules,
  common: ReadonlySet<string> = new Set(),
  memory: MarkMemory | null = null,
): (written: AskedAndReplied, published: AskedAndReplied, isSolved: boolean) => ReadReply {
  const shownList = markQualities(rules).flatMap(({ mark, hidden }) => (hidden === null ? [mark] : []));
  const shownMarks = markSet(shownList);
  const needed = rulesNeeded(rules, shownList);
  const reader = createMarkReader(needed);
  const asksQuestion = needed.marks.namesThing !== undefined;
  const remembered = new Map<string, FoundMarks>();
  const canRead = rulesAlphabet([rules.lists, rules.marks]);
  const isCommon = (stem: string): boolean => common.has(stem);
  const readAnew = (reply: string, question: string | null): FoundMarks => {
    const known = memory?.find(reply, question, common);
    if (known !== undefined) return known;
    const asked = new Map<string, boolean>();
    const found = readMarks(reply, question, reader, (stem) => {
      asked.set(stem, isCommon(stem));
      return isCommon(stem);
    });
    memory?.add(reply, question, found, asked);
    return found;
  };
  const read = ({ text, reply }: AskedAndReplied): FoundMarks => {
    if (asksQuestion) return readAnew(reply, text);
    const known = remembered.get(reply);
    if (known !== undefined) return known;
    if (remembered.size >= mostRemembered) remembered.clear();
    const found = readAnew(reply, null);
    remembered.set(reply, found);
    return found;
  };
  // To ask for a rating is fair where the matter is settled.
  const marksOfSolved = shownMarks & ~markSet(["asksToRate"]);
  return (written, published, isSolved) => {
    const readable = readability(published.reply);
    if (!canRead(published.reply, published.text)) return { says: null, shown: null, spans: [], readability: readable };
    const found = read(written);
    const isSame = written.reply === published.reply && (!asksQuestion || written.text === published.text);
    const places = isSame ? found : read(published);
    const shown = found.marks & (isSolved ? marksOfSolved : shownMarks);
    const spans = replyMarks
      .filter((mark) => hasMark(shown, mark))
      .flatMap((mark) => (places.spans.get(mark) ?? []).map(({ start, end }): MarkSpan => [mark, start, end]));
    return {
      says: saysOf(found),
      shown,
      spans: spans.sort((a, b) => a[1] - b[1] || b[2] - a[2]),
      readability: readable,
    };
  };
}
