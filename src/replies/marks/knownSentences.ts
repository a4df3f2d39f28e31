import { endsAfter } from "./sentenceEnds.ts";
import { type MarkReader, type ReadyMark, type ReadyRule, ruleHits } from "./markReader.ts";
import { type Hit, type ReadSentence } from "./phrase.ts";
import { type Sentence, sentencesOf } from "./replyWords.ts";

/** A piece of a text, by characters. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** All that rules say of a sentence by itself, wherever it stands; places are those in its piece of the text. */
interface KnownSentence {
  readonly said: ReadSentence;
  /** Rules that it fulfils, in their order, and the words that do. */
  readonly fulfilled: readonly {
    readonly mark: ReadyMark;
    readonly rule: ReadyRule;
    readonly spans: readonly Span[];
  }[];
  /** Rules that may hold nowhere in the reply because of it. */
  readonly forbidden: ReadonlySet<ReadyRule>;
  /** Marks of a whole reply that it does not stand in the way of. */
  readonly wholeOf: ReadonlySet<ReadyMark>;
}

/** A sentence where it stands in a reply. */
export interface PlacedSentence {
  readonly known: KnownSentence;
  /** Where its piece begins. */
  readonly offset: number;
}

const numberOrMask = /^[\d[№%]/u;
/** Agencies write the same sentences again and again: so many pieces are remembered, and as many from before. */
const mostKnown = 4000;
/** A longer piece is no sentence that anybody repeats. */
const longestKnown = 400;

/** Neighbouring words of hits as one span each. */
function spansOf(hits: readonly Hit[], words: Sentence): Span[] {
  if (hits.length === 0) return [];
  const places = [...new Set(hits.flat())].sort((a, b) => a - b);
  const spans: { start: number; end: number }[] = [];
  places.forEach((place, index) => {
    const word = words[place];
    if (word === undefined) return;
    const last = spans.at(-1);
    if (last !== undefined && places[index - 1] === place - 1) last.end = word.end;
    else spans.push({ start: word.start, end: word.end });
  });
  return spans;
}

function knownSentence(words: Sentence, reader: MarkReader): KnownSentence {
  const said = reader.phrases.read(words);
  const isContent = (place: number): boolean =>
    !numberOrMask.test(words[place]?.plain ?? "") && (reader.empty === null || !said.forms[place]?.has(reader.empty));
  const hasObject = (hits: readonly Hit[]): boolean => {
    const saying = new Set(hits.flat());
    return words.some((_, place) => !saying.has(place) && isContent(place));
  };
  const fulfilled = reader.marks.flatMap((mark) =>
    mark.rules.flatMap((rule) => {
      const spans = spansOf(ruleHits(rule, said, hasObject, reader.negation), words);
      return spans.length === 0 ? [] : [{ mark, rule, spans }];
    }),
  );
  const isMadeOf = (lists: readonly number[]): boolean =>
    words.every(({ plain }, place) => numberOrMask.test(plain) || lists.some((form) => said.forms[place]?.has(form)));
  const isWhole = (mark: ReadyMark): boolean =>
    mark.whole !== null &&
    (mark.whole.beside.in(said).length > 0 ||
      (mark.whole.madeOf.length > 0
        ? isMadeOf(mark.whole.madeOf)
        : isMadeOf([]) || fulfilled.some((rule) => rule.mark === mark)));
  return {
    said,
    fulfilled,
    forbidden: new Set(
      reader.marks.flatMap(({ rules }) =>
        rules.filter(({ unlessAnywhere }) => !unlessAnywhere.isEmpty && unlessAnywhere.in(said).length > 0),
      ),
    ),
    wholeOf: new Set(reader.marks.filter(isWhole)),
  };
}

/** Reads the sentences of replies, each piece that was met before from memory. What is remembered changes no result. */
export class KnownSentences {
  private readonly reader: MarkReader;
  private young = new Map<string, readonly KnownSentence[]>();
  private old = new Map<string, readonly KnownSentence[]>();

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
    if (piece.length > longestKnown) return read;
    if (this.young.size >= mostKnown) {
      this.old = this.young;
      this.young = new Map();
    }
    this.young.set(piece, read);
    return read;
  }
}
