/** What a character (a UTF-16 unit) may begin or continue when a reply is read; numbers, because every character is asked. */
export const characterKinds = { other: 1, markup: 2, mask: 3, number: 4, mark: 5, capital: 6, small: 7 } as const;

/** 0 where nobody asked yet. */
const known = new Uint8Array(0x10000);

function kindOf(character: string): number {
  if (/\p{Lu}/u.test(character)) return characterKinds.capital;
  if (/\p{L}/u.test(character)) return characterKinds.small;
  // The soft hyphen stands inside words and is not seen.
  if (/[\p{M}\u00ad]/u.test(character)) return characterKinds.mark;
  if (/[\p{N}№]/u.test(character)) return characterKinds.number;
  if (character === "[") return characterKinds.mask;
  return character === "<" || character === "&" ? characterKinds.markup : characterKinds.other;
}

/** The kind of a UTF-16 unit, one of `characterKinds`; halves of characters beyond the basic plane (emoji) are "other". */
export function kindOfCharacter(unit: number): number {
  const kind = known[unit]!;
  return kind === 0 ? (known[unit] = kindOf(String.fromCharCode(unit))) : kind;
}
