import { CONFIRMED, continues, DOUBTFUL, type Mention } from "./mention.ts";
import type { NameDictionary } from "./nameDictionary.ts";
import type { Token } from "./tokens.ts";

const PAIRS: readonly (readonly [string, string])[] = [
  ["shch", "щ"],
  ["sch", "щ"],
  ["zh", "ж"],
  ["kh", "х"],
  ["ts", "ц"],
  ["tz", "ц"],
  ["ch", "ч"],
  ["sh", "ш"],
  ["yu", "ю"],
  ["iu", "ю"],
  ["ju", "ю"],
  ["ya", "я"],
  ["ia", "я"],
  ["ja", "я"],
  ["yo", "ё"],
  ["jo", "ё"],
  ["ye", "е"],
  ["je", "е"],
  ["iy", "ий"],
  ["yi", "ый"],
  ["ck", "к"],
  ["x", "кс"],
  ["w", "в"],
  ["q", "к"],
  ["a", "а"],
  ["b", "б"],
  ["v", "в"],
  ["g", "г"],
  ["d", "д"],
  ["e", "е"],
  ["z", "з"],
  ["i", "и"],
  ["y", "й"],
  ["j", "й"],
  ["k", "к"],
  ["l", "л"],
  ["m", "м"],
  ["n", "н"],
  ["o", "о"],
  ["p", "п"],
  ["r", "р"],
  ["s", "с"],
  ["t", "т"],
  ["u", "у"],
  ["f", "ф"],
  ["h", "х"],
  ["c", "к"],
  ["'", "ь"],
];

/** Russian spelling of a name typed in Latin letters, by the usual schemes. */
function toCyrillic(word: string): string {
  let result = "";
  let position = 0;
  while (position < word.length) {
    const pair = PAIRS.find(([latin]) => word.startsWith(latin, position));
    if (pair === undefined) return "";
    const [latin] = pair;
    // «Maria» ends in -ия, «Ianina» begins with Я.
    const cyrillic = latin === "ia" && position > 0 ? "ия" : pair[1];
    const consonantBefore = position > 0 && !"aeiouy".includes(word[position - 1] ?? "");
    result += latin === "y" && consonantBefore ? (position + 1 === word.length ? "ий" : "ы") : cyrillic;
    position += latin.length;
  }
  return result;
}

/** «Ivan Petrov», «Petrova Maria»: a Russian name in Latin letters; and a foreign name in brackets after its Russian spelling. */
export function findLatinNames(
  tokens: readonly Token[],
  dictionary: NameDictionary,
  isMarked: (index: number) => boolean,
): Mention[] {
  const mentions: Mention[] = [];
  for (let index = 0; index < tokens.length - 1; index += 1) {
    const token = tokens[index];
    if (!token || token.kind !== "latin") continue;
    const full = smallFullName(tokens, index, dictionary);
    if (full) {
      mentions.push(full);
      index = full.last;
      continue;
    }
    const length = capitalisedRun(tokens, index);
    const afterName = tokens[index - 1]?.text === "(" && isMarked(index - 2) && tokens[index + length]?.text === ")";
    if (afterName && length >= 2)
      mentions.push({ first: index, last: index + length - 1, level: CONFIRMED, kind: "pair" });
    else if (length >= 2 && length <= 3 && isTransliterated(tokens.slice(index, index + length), dictionary))
      mentions.push({
        first: index,
        last: index + length - 1,
        level: length === 3 ? CONFIRMED : DOUBTFUL,
        kind: "pair",
      });
    index += Math.max(0, length - 1);
  }
  return mentions;
}

/** «petr sergeevich ivanov»: a patronymic in Latin letters is nothing else; the words beside it are judged by their readings. */
function smallFullName(tokens: readonly Token[], index: number, dictionary: NameDictionary): Mention | undefined {
  const [name, patronymic] = [tokens[index], tokens[index + 1]];
  if (
    !name ||
    patronymic?.kind !== "latin" ||
    !continues(tokens, index + 1) ||
    !/(?:[oey]v|[iy]n|m|n)i?ch(?:n?[aueyi]|em|om)?$|(?:ov|ev|yev)n(?:a|y|e|u|oy)$/u.test(patronymic.text)
  )
    return undefined;
  if (!dictionary.read(toCyrillic(name.text)).name) return undefined;
  const isSurname = (token: Token | undefined): boolean => {
    if (token?.kind !== "latin" || token.text.length < 3) return false;
    const reading = dictionary.read(toCyrillic(token.text));
    return reading.surname || (!reading.known && reading.guessedSurname > 0.3);
  };
  const before = continues(tokens, index) && isSurname(tokens[index - 1]);
  const after = !before && continues(tokens, index + 2) && isSurname(tokens[index + 2]);
  return { first: index - (before ? 1 : 0), last: index + 1 + (after ? 1 : 0), level: CONFIRMED, kind: "full" };
}

/** Words within names that are written small: whole ones, or joined by a hyphen to what follows. */
const particle = /^(?:al|el|de|van|von|bin|ibn)(?:-|$)/u;

const isBareParticle = (token: Token | undefined): boolean =>
  token?.shape === "lower" && particle.test(token.text) && !token.text.includes("-");

function capitalisedRun(tokens: readonly Token[], index: number): number {
  let length = 0;
  for (;;) {
    const token = tokens[index + length];
    if (token?.kind !== "latin" || token.text.length < 2 || (length > 0 && !continues(tokens, index + length))) break;
    if (token.shape === "lower" && !(length > 0 && particle.test(token.text))) break;
    length += 1;
  }
  // A bare particle leads to a name, or is a word of the sentence.
  while (length > 1 && isBareParticle(tokens[index + length - 1])) length -= 1;
  return length;
}

function isTransliterated(words: readonly Token[], dictionary: NameDictionary): boolean {
  const readings = words.map((word) => dictionary.read(toCyrillic(word.text)));
  return readings.some(
    (name, at) =>
      name.name &&
      name.common < 0.5 &&
      readings.some(
        (reading, index) =>
          index !== at && (reading.patronymic || reading.surname || (!reading.known && reading.guessedSurname > 0.3)),
      ),
  );
}
