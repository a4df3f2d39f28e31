import { type MarkSet, markSet, type ReplyMark } from "../../model/replyMarks.ts";
import { type MarkReader, type ReadyMark, type ReadyRule, ruleHits } from "./markReader.ts";
import { replyBody } from "../replyBody.ts";
import { type Hit, type ReadSentence } from "./phrase.ts";
import { type Sentence, sentencesOf } from "./replyWords.ts";

/** A piece of the text, by characters. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/** What was found in a reply: its marks, and the words that made each of them. */
export interface FoundMarks {
  readonly marks: MarkSet;
  readonly spans: ReadonlyMap<ReplyMark, readonly Span[]>;
  /** It has no word beside its greeting and its signature. */
  readonly isEmpty: boolean;
}

const numberOrMask = /^[\d[№%]/u;

/** A reply longer than this is a document put into the column; its beginning tells what it is. */
const longest = 20_000;

/** A reply without its greeting and signature, sentence by sentence; places are those of the whole reply. */
function bodyOf(reply: string, reader: MarkReader): ReadSentence[] {
  const { start, end } = replyBody(reply);
  return sentencesOf(reply.slice(0, Math.min(end, longest)), start).map((words) => reader.phrases.read(words));
}

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
  const spans = new Map<ReplyMark, Span[]>();
  for (const { mark, rules, whole } of reader.marks) {
    if (whole !== null) continue;
    const found = marksInSentences(rules, body, reader);
    if (found.length > 0) spans.set(mark, found);
  }
  if (reader.names !== null && question !== null) {
    const asked = sentencesOf(question.slice(0, longest));
    const has = (sentence: number, place: number, form: number | null): boolean =>
      form !== null && (body[sentence]?.forms[place]?.has(form) ?? false);
    const named = reader.names.named(
      asked,
      body.map(({ words }) => words),
      (sentence, place) => has(sentence, place, reader.done) || has(sentence, place - 1, reader.street),
      isCommon,
    );
    if (named.length > 0)
      spans.set(
        "namesThing",
        named.map(({ start, end }) => ({ start, end })),
      );
  }
  // What the whole reply is depends on what is in it. The shorter formula comes first: it may rule the longer out.
  for (const mark of [...reader.marks].reverse()) {
    if (mark.whole === null || (mark.whole.without & markSet(spans.keys())) !== 0) continue;
    const found = wholeMark(mark, body, reader);
    if (found.length > 0) spans.set(mark.mark, found);
  }
  return { marks: markSet(spans.keys()), spans, isEmpty: body.length === 0 };
}

function marksInSentences(rules: readonly ReadyRule[], body: readonly ReadSentence[], reader: MarkReader): Span[] {
  return rules
    .filter((rule) => rule.unlessAnywhere.isEmpty || !body.some((said) => rule.unlessAnywhere.in(said).length > 0))
    .flatMap((rule) => body.flatMap((said) => spansOf(hitsIn(rule, said, reader), said.words)))
    .sort((a, b) => a.start - b.start);
}

function hitsIn(rule: ReadyRule, sentence: ReadSentence, reader: MarkReader): readonly Hit[] {
  const { words, forms } = sentence;
  const isContent = (place: number): boolean =>
    !numberOrMask.test(words[place]?.plain ?? "") && (reader.empty === null || !forms[place]?.has(reader.empty));
  const hasObject = (said: readonly Hit[]): boolean => {
    const saying = new Set(said.flat());
    return words.some((_, place) => !saying.has(place) && isContent(place));
  };
  return ruleHits(rule, sentence, hasObject, reader.negation);
}

/** A mark of the whole reply: all its sentences say it or what may stand beside, or all its words are of one list. */
function wholeMark({ rules, whole }: ReadyMark, body: readonly ReadSentence[], reader: MarkReader): Span[] {
  const spans = marksInSentences(rules, body, reader);
  if (spans.length === 0 || whole === null) return [];
  const isMadeOf = ({ words, forms }: ReadSentence): boolean =>
    words.every(({ plain }, place) => numberOrMask.test(plain) || whole.madeOf.some((form) => forms[place]?.has(form)));
  const isCovered = (said: ReadSentence): boolean =>
    said.words.every(({ plain }) => numberOrMask.test(plain)) ||
    rules.some((rule) => hitsIn(rule, said, reader).length > 0);
  const isWhole = (said: ReadSentence): boolean =>
    (whole.madeOf.length > 0 ? isMadeOf(said) : isCovered(said)) || whole.beside.in(said).length > 0;
  return body.every(isWhole) ? spans : [];
}
