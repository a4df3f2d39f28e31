import { type MarkSet, markSet, type ReplyMark } from "../../model/replyMarks.ts";
import { type MarkReader, type ReadyMark } from "./markReader.ts";
import { replyBody } from "../replyBody.ts";
import { isWholeOf, KnownSentences, type PlacedSentence, type Span } from "./knownSentences.ts";
import { sentencesOf } from "./replyWords.ts";
import { isFit, type PartNumber } from "./wordFits.ts";

/** What was found in a reply: its marks, and the words that made each of them. */
export interface FoundMarks {
  readonly marks: MarkSet;
  readonly spans: ReadonlyMap<ReplyMark, readonly Span[]>;
  /** It has no word beside its greeting and its signature. */
  readonly isEmpty: boolean;
}

/** A reply longer than this is a document put into the column; its beginning tells what it is. */
const longest = 20_000;

const sentencesKnown = new WeakMap<MarkReader, KnownSentences>();

/** A reply without its greeting and signature, sentence by sentence. */
function bodyOf(reply: string, reader: MarkReader): PlacedSentence[] {
  let known = sentencesKnown.get(reader);
  if (known === undefined) sentencesKnown.set(reader, (known = new KnownSentences(reader)));
  const { start, end } = replyBody(reply);
  return known.of(reply, start, Math.min(end, longest));
}

const placed = (spans: readonly Span[], { offset }: PlacedSentence): Span[] =>
  spans.map(({ start, end }) => ({ start: start + offset, end: end + offset }));

/**
 * The marks of a reply, by the rules of a portal, with the words that made each.
 *
 * @param question what was asked, for the mark that compares with it; null where it is not known
 * @param isCommon tells a stem that tells nothing because too many appeals have it
 */
export function readMarks(
  reply: string,
  question: string | null,
  reader: MarkReader,
  isCommon: (stem: string) => boolean = () => false,
): FoundMarks {
  const body = bodyOf(reply, reader);
  const fulfilled = fulfilledIn(body);
  const spans = new Map<ReplyMark, readonly Span[]>();
  for (const mark of reader.marks) {
    const found = fulfilled.get(mark);
    if (mark.whole === null && found !== undefined) spans.set(mark.mark, found);
  }
  const named = namedIn(body, question, reader, isCommon);
  if (named.length > 0) spans.set("namesThing", named);
  // What the whole reply is depends on what is in it. The shorter formula comes first: it may rule the longer out.
  for (const mark of [...reader.marks].reverse()) {
    if (mark.whole === null || (mark.whole.without & markSet(spans.keys())) !== 0) continue;
    const found = fulfilled.get(mark);
    if (found !== undefined && body.every(({ known }) => isWholeOf(known, mark))) spans.set(mark.mark, found);
  }
  return { marks: markSet(spans.keys()), spans, isEmpty: body.length === 0 };
}

/** Words by the mark that they make, in the order of the text. */
function fulfilledIn(body: readonly PlacedSentence[]): Map<ReadyMark, readonly Span[]> {
  const found = new Map<ReadyMark, Span[]>();
  for (const sentence of body)
    for (const { mark, rule, spans } of sentence.known.fulfilled) {
      if (!rule.unlessAnywhere.isEmpty && body.some(({ known }) => known.forbidden.includes(rule))) continue;
      const there = found.get(mark);
      if (there === undefined) found.set(mark, placed(spans, sentence));
      else there.push(...placed(spans, sentence));
    }
  for (const spans of found.values()) if (spans.length > 1) spans.sort((a, b) => a.start - b.start);
  return found;
}

/** Words of a reply that name what was asked about. */
function namedIn(
  body: readonly PlacedSentence[],
  question: string | null,
  { names, done, street }: MarkReader,
  isCommon: (stem: string) => boolean,
): Span[] {
  if (names === null || question === null) return [];
  const isOf = (sentence: number, place: number, part: PartNumber | null): boolean =>
    part !== null && place >= 0 && isFit(body[sentence]!.known.said.fits[place]!, part);
  const named = names.named(
    sentencesOf(question.slice(0, longest)),
    body.map(({ known }) => known.said.words),
    (sentence, place) => isOf(sentence, place, done) || isOf(sentence, place - 1, street),
    isCommon,
  );
  return named.flatMap((words, sentence) => placed(words, body[sentence]!));
}
