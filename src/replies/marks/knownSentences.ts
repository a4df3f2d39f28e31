import { hasMark } from "../../model/replyMarks.ts";
import { endsAfter } from "./sentenceEnds.ts";
import { bodyNames } from "./bodyNames.ts";
import { isNumberOrMask, type MarkReader, type ReadyMark, type ReadyRule, ruleHits } from "./markReader.ts";
import type { Hit, ReadSentence } from "./phrase.ts";
import { type Sentence, sentencesOf } from "./replyWords.ts";
import { isFit, type PartNumber } from "./wordFits.ts";

/** A piece of a text, by characters. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A rule that a sentence fulfils, and the words that do. */
export interface Fulfilled {
  readonly mark: ReadyMark;
  readonly rule: ReadyRule;
  readonly spans: readonly Span[];
}

/** All that rules say of a sentence by itself, wherever it stands; places are those in its piece of the text. */
export interface KnownSentence {
  readonly said: ReadSentence;
  /** Rules that it fulfils, in their order. */
  readonly fulfilled: readonly Fulfilled[];
  /** Rules that may hold nowhere in the reply because of it. */
  readonly forbidden: readonly ReadyRule[];
  /** It says that the matter was answered in another way. */
  readonly isElsewhere: boolean;
  /** It only opens or signs an official letter: «В ответ на Ваше обращение сообщаем следующее», «Министерство труда края». */
  readonly isFrame: boolean;
  /** The words of thanks or apology in a sentence that fulfils nothing of a whole reply; none elsewhere. */
  readonly courtesy: readonly Span[];
  /** Marks of a whole reply beside which it may stand. */
  readonly beside: readonly ReadyMark[];
}

/** A sentence where it stands in a reply. */
export interface PlacedSentence {
  readonly known: KnownSentence;
  /** Where its piece begins. */
  readonly offset: number;
}

const noneOf: readonly never[] = [];
/** Agencies write the same sentences again and again: so many pieces are remembered, and as many from before. */
const mostKnown = 4000;
/** A longer piece is no sentence that anybody repeats. */
const longestKnown = 400;

/** All places of hits, in order; most of the time they are. */
function inOrder(hits: readonly Hit[]): readonly number[] {
  if (hits.length === 1) return hits[0]!;
  const places = hits.flat();
  return places.every((place, index) => index === 0 || places[index - 1]! <= place)
    ? places
    : places.sort((a, b) => a - b);
}

/** Neighbouring words of hits as one span each. */
function spansOf(hits: readonly Hit[], words: Sentence): Span[] {
  if (hits.length === 0) return [];
  const places = inOrder(hits);
  const spans: { start: number; end: number }[] = [];
  let before = -2;
  for (const place of places) {
    const { start, end } = words[place]!;
    if (place === before) continue;
    if (place === before + 1) spans.at(-1)!.end = end;
    else spans.push({ start, end });
    before = place;
  }
  return spans;
}

/** Puts a rule among others, each behind those that come before it; they are few. */
function put(fulfilled: Fulfilled[], one: Fulfilled): void {
  let at = fulfilled.length;
  while (at > 0 && fulfilled[at - 1]!.rule.number > one.rule.number) at -= 1;
  fulfilled.splice(at, 0, one);
}

const unremarkable = {
  fulfilled: noneOf,
  forbidden: noneOf,
  beside: noneOf,
  courtesy: noneOf,
  isElsewhere: false,
} as const;

/** Which words of a sentence stand in the name of a body. What was done to something is no part of it. */
export function bodyNamesIn(said: ReadSentence, { naming, done }: MarkReader): ReadonlySet<number> {
  return bodyNames(plainWords(said), (place, list) =>
    list === "head" ? isOf(said, place, naming.head) : isOf(said, place, naming[list]) && !isOf(said, place, done),
  );
}

const plainWords = ({ words }: ReadSentence): string[] => words.map(({ plain }) => plain);

function isOf({ fits }: ReadSentence, place: number, part: PartNumber | null): boolean {
  return part !== null && isFit(fits[place]!, part);
}

/** A signature has no more words; a longer sentence is not looked at. */
const longestSignature = 14;

function isOpening({ words, fits }: ReadSentence, { opening }: MarkReader): boolean {
  return opening !== null && words.every((word, place) => isNumberOrMask(word) || isFit(fits[place]!, opening));
}

/** Whether a sentence is nothing but the name of a body, or of who signs for it: «Администрация города Китежа», «Начальник отдела [имя]». */
function isSignature(said: ReadSentence, { naming, done }: MarkReader): boolean {
  const { words } = said;
  if (words.length > longestSignature) return false;
  // Whose body it is may be a name of any form; a sentence has a verb somewhere.
  const isName = (place: number): boolean => (place > 0 && words[place]!.isName) || words[place]!.plain.length === 1;
  const named = bodyNames(plainWords(said), (place, list) => {
    if (list === "head") return isOf(said, place, naming.head) || isOf(said, place, naming.signing);
    return isName(place) || (isOf(said, place, naming[list]) && !isOf(said, place, done));
  });
  return named.size > 0 && words.every((word, place) => named.has(place) || isName(place) || isNumberOrMask(word));
}

function knownSentence(words: Sentence, reader: MarkReader): KnownSentence {
  const said = reader.phrases.read(words);
  const { found } = reader.phrases;
  const isFrame = isOpening(said, reader) || isSignature(said, reader);
  if (found.length === 0) return { ...unremarkable, said, isFrame };
  const fulfilled: Fulfilled[] = [];
  const forbidden: ReadyRule[] = [];
  const beside: ReadyMark[] = [];
  let isElsewhere = false;
  let courtesy: readonly Span[] = noneOf;
  for (const list of found) {
    const mark = reader.besideOf.get(list);
    if (mark !== undefined) beside.push(mark);
    const elsewhere = reader.elsewhereBy.get(list);
    if (elsewhere !== undefined && ruleHits(elsewhere, said, reader).length > 0) isElsewhere = true;
    const thanks = reader.courtesyBy.get(list);
    if (thanks !== undefined) courtesy = spansOf(ruleHits(thanks, said, reader), words);
    const forbids = reader.forbiddenBy.get(list);
    if (forbids !== undefined) forbidden.push(forbids);
    const says = reader.saidBy.get(list);
    if (says === undefined) continue;
    const spans = spansOf(ruleHits(says.rule, said, reader), words);
    if (spans.length > 0) put(fulfilled, { mark: says.mark, rule: says.rule, spans });
  }
  if (fulfilled.some(({ mark }) => mark.whole !== null)) courtesy = noneOf;
  return { said, fulfilled, forbidden, beside, courtesy, isElsewhere, isFrame };
}

/** Whether a sentence does not stand in the way of a mark of the whole reply. */
export function isWholeOf({ said, fulfilled, beside }: KnownSentence, mark: ReadyMark): boolean {
  if (mark.whole === null) return false;
  const { madeOf, without } = mark.whole;
  const isMadeOf = (lists: readonly PartNumber[]): boolean =>
    said.words.every(
      (word, place) => isNumberOrMask(word) || word.isName || lists.some((list) => isFit(said.fits[place]!, list)),
    );
  // «Работы выполнены, фото приложены» stands beside nothing that is only acknowledged.
  const isOther = fulfilled.some((one) => one.mark !== mark && hasMark(without, one.mark.mark));
  if (beside.includes(mark) && !isOther) return true;
  if (madeOf.length > 0) return isMadeOf(madeOf);
  return fulfilled.some((one) => one.mark === mark) || isMadeOf([]);
}

/** A number told by some letters of a text, so that one that comes again is known by it; others may have the same. */
function hashOf(text: string): number {
  let hash = text.length;
  const step = 1 + (text.length >> 5);
  for (let at = 0; at < text.length; at += step) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
  return hash;
}

/** Reads the sentences of replies, each piece that comes again from memory. What is remembered changes no result. */
export class KnownSentences {
  private readonly reader: MarkReader;
  private young = new Map<string, readonly KnownSentence[]>();
  private old = new Map<string, readonly KnownSentence[]>();
  /** Which pieces were met once: most never come again, and to remember those would cost more than to read them. */
  private readonly met = new Int32Array(1 << 16);

  constructor(reader: MarkReader) {
    this.reader = reader;
  }

  /** The sentences of a stretch of a text, in order. */
  of(text: string, start: number, end: number): PlacedSentence[] {
    const placed: PlacedSentence[] = [];
    let from = start;
    for (const to of endsAfter(text, start, end)) {
      for (const known of this.pieceOf(text.slice(from, to))) placed.push({ known, offset: from });
      from = to;
    }
    return placed;
  }

  private pieceOf(piece: string): readonly KnownSentence[] {
    const there = this.young.get(piece);
    if (there !== undefined) return there;
    const read = this.old.get(piece) ?? sentencesOf(piece).map((words) => knownSentence(words, this.reader));
    if (piece.length > longestKnown || !this.comesAgain(piece)) return read;
    if (this.young.size >= mostKnown) {
      this.old = this.young;
      this.young = new Map();
    }
    this.young.set(piece, read);
    return read;
  }

  private comesAgain(piece: string): boolean {
    const hash = hashOf(piece);
    const place = hash & (this.met.length - 1);
    if (this.met[place] === hash) return true;
    this.met[place] = hash;
    return false;
  }
}
