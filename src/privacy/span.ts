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
 * A weaker finding keeps the parts that stick out of a stronger one, so nothing found is left bare.
 */
export function resolveOverlaps(spans: readonly Span[], text: string): Span[] {
  const inOrder = [...spans].sort((a, b) => a.start - b.start || a.end - b.end);
  if (inOrder.every((span, index) => index === 0 || span.start >= (inOrder[index - 1]?.end ?? 0))) return inOrder;
  const ranked = [...spans].sort(
    (a, b) => rank(a) - rank(b) || b.end - b.start - (a.end - a.start) || a.start - b.start,
  );
  /** For every character the finding that holds it, counted from one. */
  const owners = new Uint32Array(text.length);
  ranked.forEach((span, index) => {
    for (let at = span.start; at < span.end; at += 1) if (owners[at] === 0) owners[at] = index + 1;
  });
  const resolved: Span[] = [];
  for (let start = 0; start < text.length;) {
    const owner = owners[start] ?? 0;
    let end = start + 1;
    while (end < text.length && owners[end] === owner) end += 1;
    const span = ranked[owner - 1];
    if (span && (end - start === span.end - span.start || /[\p{L}\p{N}]/u.test(text.slice(start, end))))
      resolved.push({ ...span, start, end });
    start = end;
  }
  return resolved;
}
