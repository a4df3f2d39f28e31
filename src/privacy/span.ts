import { PERSONAL_DATA_CLASSES, type PersonalDataClass, type Tier } from "./classes.ts";

/** A stretch of text that holds personal data. `start` and `end` are UTF-16 offsets, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly class: PersonalDataClass;
  readonly tier: Tier;
  /** Present for classes with a check digit: whether it holds. A failed one after a keyword is a typo and still a person's. */
  readonly checksumValid?: boolean;
}

const PRECEDENCE = new Map<PersonalDataClass, number>(PERSONAL_DATA_CLASSES.map((rule, index) => [rule.id, index]));

function rank(span: Span): number {
  const byTier = span.tier === "confirmed" ? 0 : 1000;
  const byChecksum = span.checksumValid === true ? -100 : 0;
  return byTier + byChecksum + (PRECEDENCE.get(span.class) ?? 0);
}

/**
 * Keeps the strongest finding wherever findings overlap (confirmed before doubtful, a valid checksum
 * before a form, then the order of the classes, then the longer one) and returns them in text order.
 * A weaker finding that sticks out of a stronger one keeps the part that sticks out, so nothing found is left bare.
 * Linear in the length of the text, apart from sorting the findings.
 */
export function resolveOverlaps(spans: readonly Span[], textLength: number): Span[] {
  if (spans.length < 2) return [...spans];
  const ordered = [...spans].sort((a, b) => rank(a) - rank(b) || b.end - b.start - (a.end - a.start) || a.start - b.start);
  const taken = new Uint8Array(textLength);
  const kept: Span[] = [];
  for (const span of ordered) {
    let { start, end } = span;
    while (start < end && taken[start] === 1) start += 1;
    while (end > start && taken[end - 1] === 1) end -= 1;
    if (start === end) continue;
    taken.fill(1, start, end);
    kept.push(start === span.start && end === span.end ? span : { ...span, start, end });
  }
  return withoutEnclosed(kept.sort((a, b) => a.start - b.start || b.end - a.end));
}

/** A weaker finding may enclose a stronger one: it is cut at the stronger one's start. */
function withoutEnclosed(sorted: Span[]): Span[] {
  const result: Span[] = [];
  for (const span of sorted) {
    const previous = result.at(-1);
    if (previous && previous.end > span.start) {
      const tail: Span = { ...previous, start: span.end };
      result[result.length - 1] = { ...previous, end: span.start };
      result.push(span);
      if (tail.start < tail.end) result.push(tail);
    } else result.push(span);
  }
  return result;
}
