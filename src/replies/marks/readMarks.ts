import { hasMark, type MarkSet, markSet, type ReplyMark } from "../../model/replyMarks.ts";
import type { MarkReader, ReadyMark } from "./markReader.ts";
import { replyBody } from "../replyBody.ts";
import { footerStart, longestFooter } from "../replyFooter.ts";
import {
  bodyNamesIn,
  type Fulfilled,
  isWholeOf,
  KnownSentences,
  type PlacedSentence,
  type Span,
} from "./knownSentences.ts";
import { sentencesOf } from "./replyWords.ts";
import { isFit, type PartNumber } from "./wordFits.ts";

/**
 * Where the answer to an appeal stands: here, in the words of the reply; elsewhere, because they say that it was given by telephone,
 * by letter or before; nowhere, because there is no word beside greeting and signature.
 */
export const answerPlaces = ["here", "nowhere", "elsewhere"] as const;
type AnswerPlace = (typeof answerPlaces)[number];

/** What was found in a reply: its marks, and the words that made each of them. */
export interface FoundMarks {
  readonly marks: MarkSet;
  readonly spans: ReadonlyMap<ReplyMark, readonly Span[]>;
  readonly answer: AnswerPlace;
}

/** A reply longer than this is a document put into the column; its beginning tells what it is. */
const longest = 20_000;

const sentencesKnown = new WeakMap<MarkReader, KnownSentences>();

/** The sentences of a stretch of a reply. */
function sentencesIn(reply: string, start: number, end: number, reader: MarkReader): PlacedSentence[] {
  let known = sentencesKnown.get(reader);
  if (known === undefined) sentencesKnown.set(reader, (known = new KnownSentences(reader)));
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
  const body = replyBody(reply);
  const sentences = sentencesIn(reply, body.start, body.end, reader);
  const found = marksOfBody(sentences, question, reader, isCommon);
  // What stands in a footer is no answer; but without one the reply must be nothing else than what it is as a whole.
  if (!mayBeSigned(sentences, reader, body.end)) return found;
  const footer = footerStart(reply, body);
  if (footer === body.end) return found;
  const unsigned = marksOfBody(sentencesIn(reply, body.start, footer, reader), question, reader, isCommon);
  return isWhole(unsigned, reader) ? unsigned : found;
}

/** Whether a mark of the whole reply was found. */
function isWhole({ marks }: FoundMarks, reader: MarkReader): boolean {
  return reader.marks.some(({ mark, whole }) => whole !== null && hasMark(marks, mark));
}

/** Whether a reply begins as one that is nothing else than its whole says, and what else it has stands so late that it may be a footer. */
function mayBeSigned(body: readonly PlacedSentence[], reader: MarkReader, end: number): boolean {
  const other = body.findIndex(({ known }) => !fitsWhole(known, reader));
  const late = other === 0 ? undefined : body.at(other);
  return late !== undefined && late.offset + late.known.said.words[0]!.start >= end - longestFooter;
}

function fitsWhole(known: PlacedSentence["known"], reader: MarkReader): boolean {
  return (
    known.isFrame || known.courtesy.length > 0 || reader.marks.some((mark) => mark.whole && isWholeOf(known, mark))
  );
}

function marksOfBody(
  body: readonly PlacedSentence[],
  question: string | null,
  reader: MarkReader,
  isCommon: (stem: string) => boolean,
): FoundMarks {
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
    const found = wholeIn(body, mark, fulfilled.get(mark));
    if (found !== undefined) spans.set(mark.mark, found);
  }
  return { marks: markSet(spans.keys()), spans, answer: answerPlaceOf(body) };
}

/**
 * The words by which the whole reply has a mark; undefined where it has not. Thanks, openings and signatures tell nothing, but a reply
 * of nothing else says what they say («Ваше обращение рассмотрено»).
 *
 * @param said the words that the mark's own rules found
 */
function wholeIn(
  body: readonly PlacedSentence[],
  mark: ReadyMark,
  said: readonly Span[] | undefined,
): readonly Span[] | undefined {
  const besideThanks = body.filter(({ known }) => known.courtesy.length === 0);
  const unframed = besideThanks.filter(({ known }) => !known.isFrame);
  const told = unframed.length > 0 ? unframed : besideThanks;
  if (said !== undefined) return told.every(({ known }) => isWholeOf(known, mark)) ? said : undefined;
  const isThanks = besideThanks.length < body.length && told.every(({ known }) => known.beside.includes(mark));
  return isThanks && mark.whole?.courtesy ? courtesyIn(body) : undefined;
}

function answerPlaceOf(body: readonly PlacedSentence[]): AnswerPlace {
  if (body.length === 0) return "nowhere";
  return body.some(({ known }) => known.isElsewhere) ? "elsewhere" : "here";
}

/** The words of thanks and apology, in the order of the text. */
function courtesyIn(body: readonly PlacedSentence[]): Span[] {
  return joined(body.flatMap((sentence) => placed(sentence.known.courtesy, sentence)));
}

/** In the order of the text, and those that share a word as one. */
function joined(spans: Span[]): Span[] {
  if (spans.every(({ start }, at) => at === 0 || start >= spans[at - 1]!.end)) return spans;
  const whole: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = whole.at(-1);
    if (last === undefined || start >= last.end) whole.push({ start, end });
    else last.end = Math.max(last.end, end);
  }
  return whole;
}

/** Words by the mark that they make, in the order of the text. */
function fulfilledIn(body: readonly PlacedSentence[]): Map<ReadyMark, readonly Span[]> {
  const found = new Map<ReadyMark, Span[]>();
  const add = ({ mark, spans }: Fulfilled, sentence: PlacedSentence): void => {
    const there = found.get(mark);
    if (there === undefined) found.set(mark, placed(spans, sentence));
    else there.push(...placed(spans, sentence));
  };
  /** What counts only beside another mark waits until all others are found. */
  const waiting: [Fulfilled, PlacedSentence][] = [];
  for (const sentence of body)
    for (const one of sentence.known.fulfilled) {
      const { unlessAnywhere, rule } = one.rule;
      if (!unlessAnywhere.isEmpty && body.some(({ known }) => known.forbidden.includes(one.rule))) continue;
      if (rule.needs.length > 0) waiting.push([one, sentence]);
      else add(one, sentence);
    }
  if (waiting.length > 0) {
    const there = new Set(Array.from(found.keys(), ({ mark }) => mark));
    for (const [one, sentence] of waiting) if (one.rule.rule.needs.some((mark) => there.has(mark))) add(one, sentence);
  }
  for (const [mark, spans] of found) if (spans.length > 1) found.set(mark, joined(spans));
  return found;
}

/** Words of a reply that name what was asked about. */
function namedIn(
  body: readonly PlacedSentence[],
  question: string | null,
  reader: MarkReader,
  isCommon: (stem: string) => boolean,
): Span[] {
  const { names, done, willDo, street } = reader;
  if (names === null || question === null) return [];
  const isOf = (sentence: number, place: number, part: PartNumber | null): boolean =>
    part !== null && place >= 0 && isFit(body[sentence]!.known.said.fits[place]!, part);
  const inNames: ReadonlySet<number>[] = [];
  const namesIn = (sentence: number): ReadonlySet<number> =>
    (inNames[sentence] ??= bodyNamesIn(body[sentence]!.known.said, reader));
  const named = names.named(
    sentencesOf(question.slice(0, longest)),
    body.map(({ known }) => known.said.words),
    (sentence, place) =>
      isOf(sentence, place, done) ||
      isOf(sentence, place, willDo) ||
      isOf(sentence, place - 1, street) ||
      namesIn(sentence).has(place),
    isCommon,
  );
  return named.flatMap((words, sentence) => placed(words, body[sentence]!));
}
