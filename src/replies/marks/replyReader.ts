import { type ReplySays } from "../../model/events/inSubstance.ts";
import { hasMark, type MarkSet, markSet, type ReplyMark, replyMarks } from "../../model/replyMarks.ts";
import { type ReplyRules } from "../../model/replyRules.ts";
import { createMarkReader } from "./markReader.ts";
import { markQualities } from "./markQuality.ts";
import { readability, type Readability } from "./readability.ts";
import { type FoundMarks, readMarks } from "./readMarks.ts";

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

const cyrillic = /\p{Script=Cyrillic}/gu;
const latin = /\p{Script=Latin}/gu;

/** Which of two scripts a text is in, by most of its letters; null where it has none of either. */
function scriptOf(text: string): "cyrillic" | "latin" | null {
  const [one, other] = [text.match(cyrillic)?.length ?? 0, text.match(latin)?.length ?? 0];
  return one + other === 0 ? null : one >= other ? "cyrillic" : "latin";
}

/** What rules look for, without the names of their fields. */
function phrasesIn(rules: unknown): string[] {
  if (typeof rules === "string") return [rules];
  return typeof rules === "object" && rules !== null ? Object.values(rules).flatMap(phrasesIn) : [];
}

/**
 * Makes a reader of replies by a portal's rules.
 *
 * @returns reads one reply as the export has it, before anything is masked, and finds its words again in what is published; isSolved:
 *   its appeal was acted on
 */
export function replyReader(
  rules: ReplyRules,
): (written: AskedAndReplied, published: AskedAndReplied, isSolved: boolean) => ReadReply {
  const reader = createMarkReader(rules);
  const shownMarks = markSet(markQualities(rules).flatMap(({ mark, hidden }) => (hidden === null ? [mark] : [])));
  const rulesScript = scriptOf(phrasesIn([rules.lists, rules.marks]).join(" "));
  const read = ({ text, reply }: AskedAndReplied): FoundMarks => readMarks(reply, text, reader);
  // To ask for a rating is fair where the matter is settled.
  const marksOfSolved = shownMarks & ~markSet(["asksToRate"]);
  return (written, published, isSolved) => {
    const readable = readability(published.reply);
    const script = scriptOf(published.reply);
    // Rules for one language find nothing in another, and that would say nothing of the reply.
    if (script !== null && rulesScript !== null && script !== rulesScript)
      return { says: null, shown: null, spans: [], readability: readable };
    const found = read(written);
    const isSame = written.reply === published.reply && written.text === published.text;
    const places = isSame ? found : read(published);
    const shown = found.marks & (isSolved ? marksOfSolved : shownMarks);
    const spans = replyMarks
      .filter((mark) => hasMark(shown, mark))
      .flatMap((mark) => (places.spans.get(mark) ?? []).map(({ start, end }): MarkSpan => [mark, start, end]));
    return {
      // A greeting alone, or a full stop in the place of a reply, tells nothing of the matter either.
      says: found.isEmpty || hasMark(found.marks, "onlyAcknowledged") ? "acknowledges" : "substance",
      shown,
      spans: spans.sort((a, b) => a[1] - b[1] || b[2] - a[2]),
      readability: readable,
    };
  };
}
