import { PERSONAL_DATA_CLASSES, type PersonalDataClass, type Tier } from "./classes.ts";
import type { Span } from "./span.ts";

export interface MaskOptions {
  /** Language of the masks; Russian when absent. */
  readonly language?: "ru" | "en";
  /** Which tiers are masked; both when absent. */
  readonly tiers?: readonly Tier[];
}

export interface MaskedText {
  readonly text: string;
  /** How many spans of each class were masked. Counts only: a value never leaves the gate. */
  readonly counts: ReadonlyMap<PersonalDataClass, number>;
}

const MASKS = new Map<PersonalDataClass, { ru: string; en: string }>(
  PERSONAL_DATA_CLASSES.map((rule) => [rule.id, rule.mask]),
);

/**
 * Puts a typed mask in the place of every span: the reader sees that something was taken out and of what kind.
 * @param spans sorted and not overlapping, with offsets in `text`, as `detect` gives them
 * @throws RangeError when spans overlap or leave the text: they belong to another text
 */
export function mask(text: string, spans: readonly Span[], options: MaskOptions = {}): MaskedText {
  const language = options.language ?? "ru";
  const tiers = options.tiers ?? ["confirmed", "doubtful"];
  const counts = new Map<PersonalDataClass, number>();
  const parts: string[] = [];
  let position = 0;
  for (const span of spans) {
    if (span.start < position || span.end <= span.start || span.end > text.length)
      throw new RangeError("The spans do not belong to this text");
    if (!tiers.includes(span.tier)) continue;
    parts.push(text.slice(position, span.start), MASKS.get(span.class)?.[language] ?? "[…]");
    counts.set(span.class, (counts.get(span.class) ?? 0) + 1);
    position = span.end;
  }
  parts.push(text.slice(position));
  return { text: parts.join(""), counts };
}
