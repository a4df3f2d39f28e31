/** Words of three letters and more, by their beginning: another ending is no other word. */
export type TextWords = ReadonlySet<string>;

/** From this share of the shorter text's words on, one was made from the other: a greeting or a sentence was added. */
const alikeFrom = 0.6;

/** @param without what both texts have to share, and which proves nothing */
export function distinctWords(text: string, without = ""): TextWords {
  const beginnings = (part: string) =>
    (
      part
        .toLowerCase()
        .replaceAll("ё", "е")
        .match(/\p{L}{3,}/gu) ?? []
    ).map((word) => word.slice(0, 5));
  const shared = new Set(beginnings(without));
  return new Set(beginnings(text).filter((word) => !shared.has(word)));
}

/** Whether two texts are the same, nearly the same, or one is in the other. Texts without any words are all alike. */
export function areAlike(one: TextWords, other: TextWords): boolean {
  const [small, large] = one.size <= other.size ? [one, other] : [other, one];
  if (small.size === 0) return large.size === 0;
  let common = 0;
  for (const word of small) if (large.has(word)) common++;
  return common / small.size >= alikeFrom;
}
