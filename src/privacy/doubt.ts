import type { PersonalDataClass } from "./classes.ts";
import type { Span } from "./span.ts";

/** Why a find is doubtful: what else it may be. Keys of the report's words. */
export type DoubtReason =
  | "lone-word"
  | "opens-sentence"
  | "adjective"
  | "name-of-several-words"
  | "house-or-flat"
  | "number-beside-name"
  | "health-elsewhere"
  | "form-alone";
/** The reason, and how much it is to be doubted: 0 hardly, 1 as likely nobody's as somebody's. */
export interface Doubt {
  readonly reason: DoubtReason;
  readonly degree: number;
}

/** In order: the first that fits decides. The degrees rank finds of one kind against another; they are no probabilities. */
const DEGREES: Readonly<Record<DoubtReason, number>> = {
  adjective: 1,
  "opens-sentence": 0.9,
  "lone-word": 0.8,
  "house-or-flat": 0.6,
  "number-beside-name": 0.5,
  "form-alone": 0.4,
  "health-elsewhere": 0.3,
  "name-of-several-words": 0.2,
};
const BY_CLASS: Partial<Record<PersonalDataClass, DoubtReason>> = {
  flat: "house-or-flat",
  house: "house-or-flat",
  phone: "number-beside-name",
  health: "health-elsewhere",
};

/** What makes a doubtful find doubtful. */
export function doubtOf(span: Span, text: string): Doubt {
  const reason = span.class === "name" ? nameDoubt(span, text) : (BY_CLASS[span.class] ?? "form-alone");
  return { reason, degree: DEGREES[reason] };
}

function nameDoubt(span: Span, text: string): DoubtReason {
  const words = text.slice(span.start, span.end).match(/\p{L}{2,}/gu) ?? [];
  if (words.length > 1) return "name-of-several-words";
  if (/(?:ск|цк)(?:ий|ого|ому|им|ом|ая|ой|ую)$/iu.test(words[0] ?? "")) return "adjective";
  return /(?:^|[.!?…:;\n]["«\s]*)$/u.test(text.slice(Math.max(0, span.start - 4), span.start))
    ? "opens-sentence"
    : "lone-word";
}

/** Classes that a person may let stay where they are doubtful; all others are proved by their form or a word beside them. */
const MAY_STAY: ReadonlySet<PersonalDataClass> = new Set<PersonalDataClass>([
  "name",
  "flat",
  "house",
  "phone",
  "health",
  "card",
  "plate",
]);

/** Whether a person's decision to leave a find counts: never for what is confirmed, nor for what a check digit proves. */
export function mayStay(span: Span): boolean {
  return span.tier === "doubtful" && span.checksumValid !== true && MAY_STAY.has(span.class);
}
