import type { MarkRule, ReplyRules, WordLists } from "../../model/replyRules.ts";
import { type MarkSet, markSet, type ReplyMark, replyMarks } from "../../model/replyMarks.ts";
import { type Hit, PhraseBook, type PhraseList, type ReadSentence } from "./phrase.ts";
import type { ReplyWord } from "./replyWords.ts";
import { type NamingList, namingLists } from "./bodyNames.ts";
import { ThingNamer } from "./thingNamer.ts";
import { WordBook } from "./wordBook.ts";
import { isFit, type PartNumber } from "./wordFits.ts";

/** A rule ready for reading. */
export interface ReadyRule {
  /** Its place among all rules. */
  readonly number: number;
  readonly rule: MarkRule;
  readonly say: PhraseList;
  readonly except: PhraseList;
  readonly with: PhraseList;
  readonly unless: PhraseList;
  readonly unlessAnywhere: PhraseList;
}

/** A mark ready for reading. */
export interface ReadyMark {
  readonly mark: ReplyMark;
  readonly rules: readonly ReadyRule[];
  /** For a mark of the whole reply: what may stand beside, what words it may consist of, which marks it may not have. */
  readonly whole: {
    readonly beside: PhraseList;
    readonly madeOf: readonly PartNumber[];
    readonly without: MarkSet;
    /** Says that the matter was answered in another way. */
    readonly elsewhere: ReadyRule | null;
    /** Thanks and apologies: its mark is that of a reply of nothing else. */
    readonly courtesy: ReadyRule | null;
  } | null;
}

/** Everything needed to find the marks of a reply, made once of a portal's rules. */
export interface MarkReader {
  readonly phrases: PhraseBook;
  readonly marks: readonly ReadyMark[];
  /** Rules of all marks, by the words that say them and by those that forbid them anywhere in a reply. */
  readonly saidBy: ReadonlyMap<PhraseList, { readonly mark: ReadyMark; readonly rule: ReadyRule }>;
  readonly forbiddenBy: ReadonlyMap<PhraseList, ReadyRule>;
  /** Rules that tell of an answer given in another way, by the words that say them. */
  readonly elsewhereBy: ReadonlyMap<PhraseList, ReadyRule>;
  /** Rules that find thanks and apologies, by the words that say them. */
  readonly courtesyBy: ReadonlyMap<PhraseList, ReadyRule>;
  /** Marks of a whole reply, by what may stand beside. */
  readonly besideOf: ReadonlyMap<PhraseList, ReadyMark>;
  readonly names: ThingNamer | null;
  readonly negation: PartNumber;
  readonly empty: PartNumber | null;
  readonly opening: PartNumber | null;
  readonly done: PartNumber | null;
  readonly willDo: PartNumber | null;
  readonly street: PartNumber | null;
  readonly naming: Readonly<Record<NamingList, PartNumber | null>>;
}

/** Lists of a portal that reading itself needs; a portal may leave them out. */
const namedList = (lists: WordLists, name: string, phrases: PhraseBook): PartNumber | null =>
  name in lists ? phrases.part(`<${name}>`) : null;

/** Makes a reader of a portal's rules. */
export function createMarkReader({ lists, marks }: ReplyRules): MarkReader {
  const phrases = new PhraseBook(new WordBook(lists));
  let rulesReady = 0;
  const ready = (rule: MarkRule): ReadyRule => ({
    number: (rulesReady += 1),
    rule,
    say: phrases.list(rule.say),
    except: phrases.list(rule.except),
    with: phrases.list(rule.with, true),
    unless: phrases.list(rule.unless, true),
    unlessAnywhere: phrases.list(rule.unlessAnywhere, true),
  });
  const names = marks.namesThing;
  const readyMarks = replyMarks.flatMap((mark): ReadyMark[] => {
    const rules = marks[mark];
    if (rules === undefined || mark === "namesThing") return [];
    const { whole } = rules;
    return [
      {
        mark,
        rules: rules.rules.map(ready),
        whole:
          whole === undefined
            ? null
            : {
                beside: phrases.list(whole.beside, true),
                madeOf: whole.madeOf.map((name) => phrases.part(`<${name}>`)),
                without: markSet(whole.without),
                elsewhere: whole.elsewhere === undefined ? null : ready(whole.elsewhere),
                courtesy: whole.courtesy === undefined ? null : ready(whole.courtesy),
              },
      },
    ];
  });
  const all = readyMarks.flatMap((mark) => mark.rules.map((rule) => ({ mark, rule })));
  return {
    phrases,
    marks: readyMarks,
    saidBy: new Map(all.map((one) => [one.rule.say, one])),
    forbiddenBy: new Map(all.map(({ rule }) => [rule.unlessAnywhere, rule])),
    elsewhereBy: new Map(
      readyMarks.flatMap(({ whole }) => (whole?.elsewhere ? [[whole.elsewhere.say, whole.elsewhere]] : [])),
    ),
    courtesyBy: new Map(
      readyMarks.flatMap(({ whole }) => (whole?.courtesy ? [[whole.courtesy.say, whole.courtesy]] : [])),
    ),
    besideOf: new Map(readyMarks.flatMap((mark) => (mark.whole === null ? [] : [[mark.whole.beside, mark]]))),
    names: names === undefined ? null : new ThingNamer(names),
    negation: phrases.part("не"),
    empty: namedList(lists, "пустые", phrases),
    opening: namedList(lists, "зачин", phrases),
    done: namedList(lists, "сделано", phrases),
    willDo: namedList(lists, "сделаем", phrases),
    street: namedList(lists, "адресные", phrases),
    naming: {
      head: namedList(lists, namingLists.head, phrases),
      signing: namedList(lists, namingLists.signing, phrases),
      genitive: namedList(lists, namingLists.genitive, phrases),
      dative: namedList(lists, namingLists.dative, phrases),
      adjective: namedList(lists, namingLists.adjective, phrases),
    },
  };
}

/** Whether a word of a hit has «не» straight before it that is no part of the hit. */
function isNegated(hit: Hit, { fits }: ReadSentence, negation: PartNumber): boolean {
  return hit.some((place) => place > 0 && isFit(fits[place - 1]!, negation) && !hit.includes(place - 1));
}

function overlap(hit: Hit, other: Hit): boolean {
  return other[0]! <= hit.at(-1)! && other.at(-1)! >= hit[0]!;
}

const numberOrMask = /^[\d[№%]/u;

/** Whether a word stands for a number, a date, a sign or a mask: any sentence may have it. */
export function isNumberOrMask({ plain }: ReplyWord): boolean {
  return numberOrMask.test(plain);
}

/** Whether a sentence has a word, beside those that say something, that means something: the name of a street or a town is none. */
function hasObject({ words, fits }: ReadSentence, said: readonly Hit[], empty: PartNumber | null): boolean {
  return words.some(
    (word, place) =>
      (empty === null || !isFit(fits[place]!, empty)) &&
      !isNumberOrMask(word) &&
      !word.isName &&
      !said.some((hit) => hit.includes(place)),
  );
}

/** Where a rule is fulfilled in the sentence that was read last. */
export function ruleHits(
  lists: ReadyRule,
  sentence: ReadSentence,
  { phrases: { sentence: number }, negation, empty }: MarkReader,
): readonly Hit[] {
  const said = lists.say.placesIn(number);
  if (said.length === 0) return said;
  if (!lists.with.isEmpty && !lists.with.standsIn(number)) return [];
  if (lists.unless.standsIn(number)) return [];
  const { negated, object } = lists.rule;
  if (object && !hasObject(sentence, said, empty)) return [];
  const excepted = lists.except.placesIn(number);
  return said.filter(
    (hit) =>
      (negated || !isNegated(hit, sentence, negation)) &&
      (excepted.length === 0 || !excepted.some((other) => overlap(hit, other))),
  );
}
