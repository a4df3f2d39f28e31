import type { Appeal, PublicAppeal } from "../model/appeal.ts";
import { type ReplyColumns, replyKinds } from "../model/columns.ts";
import { isOwed } from "../model/events/closing.ts";
import type { ReplySays } from "../model/events/inSubstance.ts";
import { marksOf, unreadReply } from "../model/replyMarks.ts";
import type { ReplyRules } from "../model/replyRules.ts";
import { plainText } from "../privacy/plainText.ts";
import type { MarkMemory } from "../replies/marks/markMemory.ts";
import { type AskedAndReplied, replyReader } from "../replies/marks/replyReader.ts";

/** A public appeal with what its reply contains. */
interface MarkedAppeal {
  readonly appeal: PublicAppeal;
  /** What its published reply says as a whole. */
  readonly says: ReplySays;
}

/** Reads the replies of all appeals that are owed one, in the order in which these pass the gate. */
export interface ReplyMarker {
  /**
   * Reads the reply of an appeal: its marks before it was masked, their words in what is published.
   *
   * @param written as the export has it; told: as it is told, its texts left out where they are held back
   * @param isPublished false for an appeal that is counted and not shown
   */
  mark(written: Appeal, told: PublicAppeal, isPublished: boolean): MarkedAppeal;
  /** The published replies as columns; their kinds and groups are for others to fill in. */
  columns(): ReplyColumns;
}

/** The question and the reply of an appeal before anything was masked. @param published the reply as it is published */
export function asWritten({ text, reply }: Pick<Appeal, "text" | "reply">, published: string): AskedAndReplied {
  return {
    // Read only where a rule asks what the question was.
    get text() {
      return text === "" ? null : plainText(text);
    },
    reply: reply === published ? published : plainText(reply),
  };
}

/**
 * @param rules of the portal
 * @param capacity the number of appeals that will be read
 * @param common stems that name nothing, because too many appeals have them
 * @param memory what was found in replies before; left out: nothing is remembered
 */
export function replyMarker(
  rules: ReplyRules,
  capacity: number,
  common: ReadonlySet<string> = new Set(),
  memory: MarkMemory | null = null,
): ReplyMarker {
  // Rules are made ready when the first reply is there to be read.
  let reader: ReturnType<typeof replyReader> | null = null;
  const [rows, marks] = [new Uint32Array(capacity), new Uint16Array(capacity)];
  const [wordsPerSentence, grade] = [new Float64Array(capacity), new Float64Array(capacity)];
  let row = -1;
  let size = 0;
  return {
    mark(written, told, isPublished) {
      row += 1;
      if (told.withheld !== null || !isPublished) return { appeal: told, says: "withheld" };
      if (told.reply === null || !isOwed(told.outcome)) return { appeal: told, says: null };
      const published = { text: told.text, reply: told.reply };
      reader ??= replyReader(rules, common, memory);
      const { says, shown, spans, readability } = reader(
        asWritten(written, told.reply),
        published,
        told.outcome === "acted",
      );
      rows[size] = row;
      marks[size] = shown ?? unreadReply;
      wordsPerSentence[size] = readability?.wordsPerSentence ?? NaN;
      grade[size] = readability?.grade ?? NaN;
      size += 1;
      const appeal = {
        ...told,
        ...(shown !== null && { replyMarks: marksOf(shown) }),
        ...(spans.length > 0 && { replySpans: spans }),
      };
      return { appeal, says };
    },
    columns: () => ({
      rows: rows.subarray(0, size),
      marks: marks.subarray(0, size),
      kind: new Uint8Array(size).fill(replyKinds.indexOf("own")),
      group: new Uint32Array(size),
      wordsPerSentence: wordsPerSentence.subarray(0, size),
      grade: grade.subarray(0, size),
    }),
  };
}
