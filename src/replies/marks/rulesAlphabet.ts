/** Which script a UTF-16 unit is a letter of: Cyrillic, or Latin with its accents. */
function scriptOf(unit: number): "cyrillic" | "latin" | null {
  if (unit >= 0x400 && unit < 0x530) return "cyrillic";
  // A letter with or without 0x20: both cases.
  if ((unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a && unit < 0x7b) return "latin";
  return unit >= 0xc0 && unit < 0x250 ? "latin" : null;
}

/** Letters that need not all stand in rules, which are short. */
const basicLetters = { cyrillic: "абвгдеёжзийклмнопрстуфхцчшщъыьэюя", latin: "abcdefghijklmnopqrstuvwxyz" } as const;
/** Words of Ukrainian replies too short to show a letter that Russian lacks. */
const ukrainianWords =
  "щодо виконано роботи усунуто усунено вивезено вивезли замовлення буде будуть прийнято скасовано відповідь".split(
    " ",
  );
const ukrainian = new RegExp(String.raw`(?<!\p{L})(?:${ukrainianWords.join("|")})(?!\p{L})`, "iuy");
/** Whether a word of them begins with two Russian letters, by both: a word that begins otherwise is not looked at. */
const beginnings = new Uint8Array(64 * 64);
for (const word of ukrainianWords) beginnings[pairOf(word.charCodeAt(0), word.charCodeAt(1))] = 1;

/** A place for two UTF-16 units that are small letters of the Russian and Ukrainian alphabets; places of others tell nothing. */
function pairOf(first: number, second: number): number {
  return (((first - 0x430) & 63) << 6) | ((second - 0x430) & 63);
}

/** A small letter for a capital one of the Russian alphabet, anything else as it is. */
const smallUnit = (unit: number): number => (unit >= 0x410 && unit < 0x430 ? unit + 0x20 : unit);

/** So large a share of letters that the rules do not know shows another language: in Ukrainian «і» alone is one in seventeen. */
const foreignShare = 0.02;
/** A reply with so many letters shows its own language, whatever was asked in. */
const tellingLength = 80;

/** What rules look for, without the names of their fields. */
function phrasesIn(rules: unknown): string[] {
  if (typeof rules === "string") return [rules];
  return typeof rules === "object" && rules !== null ? Object.values(rules).flatMap(phrasesIn) : [];
}

const lettersOf = (text: string): string => text.toLowerCase().normalize("NFC");

/** Classes of units; the first four are counted. */
const none = 0;
const familiar = 1;
const foreign = 2;
const other = 3;
const combining = 4;
type Counts = [none: number, familiar: number, foreign: number, other: number];
/** Behind the Latin, Greek and Cyrillic letters. */
const classed = 0x530;

/** Whether a unit behind them is surely neither a letter of these scripts nor changes one: punctuation, №, signs, halves of emoji. */
function isNoLetter(unit: number): boolean {
  return (
    (unit >= 0x2000 && unit < 0x2126) ||
    (unit >= 0x2190 && unit < 0x2c00) ||
    (unit >= 0xd800 && unit < 0xe000) ||
    unit === 0xfe0f
  );
}

/** Whether rules can read a reply, given what was asked (null where it is not known). */
type CanRead = (reply: string, question: string | null) => boolean;

/**
 * Tells which replies rules can read: those written with the letters of the rules. Rules for Russian find nothing true in Kazakh, Tatar,
 * Belarusian, Ukrainian or English, and that they find nothing would say nothing of the reply. The same holds where one reply is written in
 * two languages. A short reply is taken to be in the language of the question.
 *
 * @param rules lists and marks of a portal; without a word they read everything
 */
export function rulesAlphabet(rules: unknown): CanRead {
  const written = lettersOf(phrasesIn(rules).join(" "));
  const counts = { cyrillic: 0, latin: 0 };
  for (let at = 0; at < written.length; at += 1) {
    const script = scriptOf(written.charCodeAt(at));
    if (script !== null) counts[script] += 1;
  }
  if (counts.cyrillic + counts.latin === 0) return () => true;
  const own = counts.cyrillic >= counts.latin ? "cyrillic" : "latin";
  const known = new Set([...written, ...basicLetters[own]].map((letter) => letter.charCodeAt(0)));
  const isRussian = own === "cyrillic" && !known.has("і".charCodeAt(0));

  /** What each unit below it is, told once; what comes in several units or combines with others is left to `lettersOf`. */
  const classes = Uint8Array.from({ length: classed }, (_, unit) => {
    const letters = lettersOf(String.fromCharCode(unit));
    if (letters.length > 1 || (unit >= 0x300 && unit < 0x370)) return combining;
    return classOf(letters.charCodeAt(0));
  });
  function classOf(unit: number): number {
    const script = scriptOf(unit);
    if (script === null) return none;
    if (script !== own) return other;
    return known.has(unit) ? familiar : foreign;
  }

  /** Letters by their class: the rules' script, those among them that the rules lack, and letters of the other script. */
  function countsOf(text: string): Counts {
    const counts: Counts = [0, 0, 0, 0];
    for (let at = 0; at < text.length; at += 1) {
      const unit = text.charCodeAt(at);
      if (unit < classed) {
        const found = classes[unit]!;
        if (found === combining) return countsOfLetters(lettersOf(text));
        counts[found]! += 1;
      } else if (!isNoLetter(unit)) return countsOfLetters(lettersOf(text));
    }
    return counts;
  }
  function countsOfLetters(letters: string): Counts {
    const counts: Counts = [0, 0, 0, 0];
    for (let at = 0; at < letters.length; at += 1) counts[classOf(letters.charCodeAt(at))]! += 1;
    return counts;
  }

  return (reply, question) => {
    const counts = countsOf(reply);
    const inScript = counts[familiar] + counts[foreign];
    if (counts[other] > inScript || counts[foreign] > inScript * foreignShare) return false;
    if (isRussian && isUkrainian(reply)) return false;
    if (inScript >= tellingLength || question === null) return true;
    const asked = countsOf(question);
    return asked[foreign] <= (asked[familiar] + asked[foreign]) * foreignShare;
  };
}

/** Whether one of the Ukrainian words stands in a text. */
function isUkrainian(text: string): boolean {
  let before = -1;
  for (let at = 0; at < text.length; at += 1) {
    const unit = smallUnit(text.charCodeAt(at));
    if (beginnings[pairOf(before, unit)] === 1) {
      ukrainian.lastIndex = at - 1;
      if (ukrainian.test(text)) return true;
    }
    before = unit;
  }
  return false;
}
