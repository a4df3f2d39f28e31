/** What a character can be in a word of a reply. Kinds from `mark` on go on with a word, those behind it begin one. */
export const letterKinds = {
  other: 1,
  /** Ends a sentence, or is read like a word: № % . ! ? … ; and a line break. */
  sign: 2,
  hyphen: 3,
  mask: 4,
  /** The first half of a character beyond the basic plane: `kindAt` tells what it is. */
  pair: 5,
  mark: 6,
  number: 7,
  digit: 8,
  letter: 9,
  capital: 10,
} as const;

/** 0 where nobody asked yet. */
const known = new Uint8Array(0x10000);

function kindOfCharacter(character: string): number {
  if (/^\p{Lu}/u.test(character)) return letterKinds.capital;
  if (/^\p{L}/u.test(character)) return letterKinds.letter;
  if (/^[0-9]/u.test(character)) return letterKinds.digit;
  if (/^\p{N}/u.test(character)) return letterKinds.number;
  if (/^\p{M}/u.test(character)) return letterKinds.mark;
  if (character === "[") return letterKinds.mask;
  if ("-‐‑".includes(character)) return letterKinds.hyphen;
  return "№%.!?…;\n".includes(character) ? letterKinds.sign : letterKinds.other;
}

function kindOf(unit: number): number {
  if (unit >= 0xd800 && unit < 0xdc00) return letterKinds.pair;
  return kindOfCharacter(String.fromCharCode(unit));
}

/** The kind of a UTF-16 unit, one of `letterKinds`. */
export function kindOfUnit(unit: number): number {
  const kind = known[unit]!;
  return kind === 0 ? (known[unit] = kindOf(unit)) : kind;
}

/** The kind of the character that begins at a place of a text. */
export function kindAt(text: string, at: number): number {
  const kind = kindOfUnit(text.charCodeAt(at));
  return kind === letterKinds.pair ? kindOfCharacter(String.fromCodePoint(text.codePointAt(at)!)) : kind;
}

/** Where letters, numbers and marks that follow each other end. */
export function endOfLetters(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const kind = kindOfUnit(text.charCodeAt(at));
    if (kind >= letterKinds.mark) at += 1;
    else if (kind === letterKinds.pair && kindAt(text, at) >= letterKinds.mark) at += 2;
    else break;
  }
  return at;
}
