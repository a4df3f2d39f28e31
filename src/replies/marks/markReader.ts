import { type MarkRule, type ReplyRules, type WordLists } from "../../model/replyRules.ts";
import { type MarkSet, markSet, type ReplyMark, replyMarks } from "../../model/replyMarks.ts";
import { type Hit, PhraseBook, type PhraseList, type ReadSentence } from "./phrase.ts";
import { ThingNamer } from "./thingNamer.ts";
import { WordBook } from "./wordBook.ts";

/** A rule ready for reading. */
export interface ReadyRule {
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
  readonly whole: { readonly beside: PhraseList; readonly madeOf: readonly number[]; readonly without: MarkSet } | null;
}

/** Everything needed to find the marks of a reply, made once of a portal's rules. */
export interface MarkReader {
  readonly phrases: PhraseBook;
  readonly marks: readonly ReadyMark[];
  readonly names: ThingNamer | null;
  readonly negation: number;
  readonly empty: number | null;
  readonly done: number | null;
  readonly street: number | null;
}

/** Lists of a portal that reading itself needs; a portal may leave them out. */
const namedForm = (lists: WordLists, name: string, book: WordBook): number | null =>
  name in lists ? book.numberOf(`<${name}>`) : null;

/** Makes a reader of a portal's rules. */
export function createMarkReader({ lists, marks }: ReplyRules): MarkReader {
  const book = new WordBook(lists);
  const phrases = new PhraseBook(book);
  const ready = (rule: MarkRule): ReadyRule => ({
    rule,
    say: phrases.list(rule.say),
    except: phrases.list(rule.except),
    with: phrases.list(rule.with),
    unless: phrases.list(rule.unless),
    unlessAnywhere: phrases.list(rule.unlessAnywhere),
  });
  const names = marks.namesThing;
  return {
    phrases,
    marks: replyMarks.flatMap((mark): ReadyMark[] => {
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
                  beside: phrases.list(whole.beside),
                  madeOf: whole.madeOf.map((name) => book.numberOf(`<${name}>`)),
                  without: markSet(whole.without),
                },
        },
      ];
    }),
    names: names === undefined ? null : new ThingNamer(names),
    negation: book.numberOf("не"),
    empty: namedForm(lists, "пустые", book),
    done: namedForm(lists, "сделано", book),
    street: namedForm(lists, "адресные", book),
  };
}

/** Whether a word of a hit has «не» straight before it that is no part of the hit. */
function isNegated(hit: Hit, sentence: ReadSentence, negation: number): boolean {
  return hit.some((place) => !hit.includes(place - 1) && (sentence.forms[place - 1]?.has(negation) ?? false));
}

function overlap(hit: Hit, other: Hit): boolean {
  const [from, to] = [hit[0] ?? 0, hit.at(-1) ?? 0];
  return (other[0] ?? 0) <= to && (other.at(-1) ?? 0) >= from;
}

/** Where a rule is fulfilled in a sentence. */
export function ruleHits(
  ready: ReadyRule,
  sentence: ReadSentence,
  hasObject: (said: readonly Hit[]) => boolean,
  negation: number,
): readonly Hit[] {
  const said = ready.say.in(sentence);
  if (said.length === 0) return said;
  if (!ready.with.isEmpty && ready.with.in(sentence).length === 0) return [];
  if (ready.unless.in(sentence).length > 0) return [];
  const excepted = ready.except.in(sentence);
  return said.filter(
    (hit) =>
      (ready.rule.negated || !isNegated(hit, sentence, negation)) &&
      !excepted.some((other) => overlap(hit, other)) &&
      (!ready.rule.object || hasObject(said)),
  );
}
