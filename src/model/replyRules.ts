import { z } from "zod";
import { type MarkTrial, markTrialSchema } from "./replyMarkMeasures.ts";
import { type ReplyMark, replyMarks } from "./replyMarks.ts";

/**
 * The rules by which marks are found in replies, as a portal writes them in data/vocabulary/replies: lists.yaml with lists
 * of words, and a file for each mark. A phrase is words in their order within one sentence; what a word of a phrase may be
 * stands in `wordForm`. There are no regular expressions, so no rule can take more time than in step with its text.
 */

/** слово · слов* (begins so) · *ено (ends so) · ~слово (any form of it) · #дата · <list> · one&other (a word that is both). */
const wordForm = /^(?:~?[\p{L}\p{N}][\p{L}\p{N}\-/]*|[\p{L}\p{N}][\p{L}\p{N}-]*\*|\*[\p{L}\p{N}-]+|№|%)$/u;
const wordClasses = ["дата", "число", "год", "месяц", "маска", "сокращение"] as const;
export type WordClass = (typeof wordClasses)[number];
const classForm = new RegExp(`^#(?:${wordClasses.join("|")})$`, "u");
const listForm = /^<[\p{L}\p{N}-]+>$/u;
/** Up to so many words may stand between: … means six of them, …2 two. */
const gapForm = /^…[0-9]?$/u;
/** What is expected, in the words of the fault: a person who edits rules reads it beside the line. */
const expected = "слово · слов* · *ово · ~слово · слово|другое · слов*&*ово · #дата · <lists.yaml> · …3";
/** More words than these no phrase needs. */
const mostWords = 12;

function isWord(form: string, lists: ReadonlySet<string>): boolean {
  return wordForm.test(form) || classForm.test(form) || (listForm.test(form) && lists.has(form.slice(1, -1)));
}

/** Whether every side of a form with & is a word. */
function isForm(form: string, lists: ReadonlySet<string>): boolean {
  const sides = form.split("&");
  return sides.length <= 2 && sides.every((side) => isWord(side, lists));
}

function isPhrase(phrase: string, lists: ReadonlySet<string>): boolean {
  const parts = phrase.split(" ");
  return (
    parts.length <= mostWords &&
    !gapForm.test(parts[0] ?? "") &&
    !gapForm.test(parts.at(-1) ?? "") &&
    parts.every((part) => gapForm.test(part) || part.split("|").every((form) => isForm(form, lists)))
  );
}

const listSchema = z.strictObject({
  words: z.array(z.string().refine((word) => isWord(word, new Set()), { error: expected })).min(1),
  except: z.array(z.string().refine((word) => isWord(word, new Set()), { error: expected })).default([]),
});

/** lists.yaml: words that phrases name as <list>. */
export const wordListsSchema = z.record(z.string().regex(/^[\p{L}\p{N}-]+$/u), listSchema);
export type WordLists = z.output<typeof wordListsSchema>;

/** The schema of a mark's file, given the lists that its phrases may name. */
export function markRulesSchema(lists: ReadonlySet<string>) {
  const phrases = z.array(z.string().refine((phrase) => isPhrase(phrase, lists), { error: expected }));
  const rule = z.strictObject({
    /** One of these makes the mark. */
    say: phrases.min(1),
    /** None of these may overlap the words that say it. */
    except: phrases.default([]),
    /** One of these must stand in the same sentence. */
    with: phrases.default([]),
    /** None of these may stand in the same sentence. */
    unless: phrases.default([]),
    /** None of these may stand anywhere in the reply. */
    unlessAnywhere: phrases.default([]),
    /** The sentence must hold one more word that means something: not one of <пустые>. */
    object: z.boolean().default(false),
    /** Also where «не» stands before one of the words. */
    negated: z.boolean().default(false),
    /** The reply must have one of these marks as well, found by rules that need none. */
    needs: z.array(z.enum(replyMarks)).default([]),
  });
  return z.strictObject({
    rules: z.array(rule).default([]),
    /** The mark is of the whole reply: every sentence says it, or one of these. */
    whole: z
      .strictObject({
        beside: phrases.default([]),
        /** Or the reply consists of nothing but words of these lists (and of numbers, dates and masks). */
        madeOf: z.array(z.string().refine((name) => lists.has(name), { error: expected })).default([]),
        /** And the reply has none of these marks. */
        without: z.array(z.enum(replyMarks)).default([]),
        /** What says that the matter was answered in another way, by telephone or by letter: that answer nobody can read here. */
        elsewhere: rule.optional(),
        /** Thanks, apologies and footers of any letter: a sentence of nothing else tells neither for nor against a mark of a whole reply. */
        courtesy: rule.optional(),
      })
      .optional(),
    /** Words that are one thing, a line each: for the mark that compares with the question. */
    synonyms: z
      .array(z.array(z.string().refine((word) => isWord(word, new Set()), { error: expected })).min(2))
      .default([]),
    /** How these rules did on texts that they were not made for: without it a rule of the portal's own stays hidden. */
    measured: markTrialSchema.optional(),
    /** Words that name no thing. */
    generic: z.array(z.string().refine((word) => isWord(word, new Set()), { error: expected })).default([]),
  });
}
export type MarkRules = z.output<ReturnType<typeof markRulesSchema>>;
export type MarkRule = MarkRules["rules"][number];

/** The rules of a portal as its files say them. */
export interface ReplyRules {
  readonly lists: WordLists;
  readonly marks: Readonly<Partial<Record<ReplyMark, MarkRules>>>;
  /** How each rule did; none for a rule that nobody measured. */
  readonly trials: Readonly<Partial<Record<ReplyMark, MarkTrial>>>;
}
