import { isNameParticle, isNeverAPerson, isPlacePreposition, isStreetWord } from "./contextWords.ts";
import { continues, DOUBTFUL, FAINT, type Mention } from "./mention.ts";
import { officeBefore, speechBeside } from "./personContext.ts";
import type { Token } from "./tokens.ts";
import { hasSureSurnameEnding, isCapital, isFirstName, isStrongSurname } from "./wordEvidence.ts";

/** «Усамы бин Ладена», «Чэнь Дэмин», «Аун Сан Су Чжи»: a run of capitalised words that the dictionary hardly knows. */
export function foreignName(tokens: readonly Token[], index: number): Mention | undefined {
  const head = tokens[index];
  if (
    !head ||
    isPlacePreposition(head.text) ||
    isStreetWord(head.text) ||
    !fitsForeign(head) ||
    /[«"“]/u.test(tokens[index - 1]?.text ?? "")
  )
    return undefined;
  let last = index;
  let unknown = head.reading.known ? 0 : 1;
  let names = isFirstName(head) ? 1 : 0;
  while (last - index < 4) {
    const next = tokens[last + 1];
    if (!next || !continues(tokens, last + 1) || next.kind !== "cyrillic") break;
    const particle =
      isNameParticle(next.text) &&
      (next.shape !== "lower" || next.text.length > 1) &&
      isCapital(tokens, last + 2) &&
      (tokens[last + 2]?.breaks ?? 1) === 0;
    if (!particle && !(isCapital(tokens, last + 1) && fitsForeign(next))) {
      if (!(isNameParticle(next.text) && next.text.includes("-"))) break;
      unknown += 1;
    }
    if (!next.reading.known && !particle) unknown += 1;
    if (isFirstName(next)) names += 1;
    last += 1;
  }
  if (last === index || unknown + names === 0) return undefined;
  const tail = tokens[last];
  if (!tail) return undefined;
  const previous = tokens[index - 1];
  if (
    previous?.kind === "cyrillic" &&
    head.breaks === 0 &&
    (isPlacePreposition(previous.text) || isStreetWord(previous.text))
  )
    return undefined;
  if (officeBefore(tokens, index) || speechBeside(tokens, index, last))
    return { first: index, last, level: DOUBTFUL, kind: "pair" };
  if (unknown === 0) return undefined;
  const likely =
    names > 0 ||
    (!head.reading.known && head.reading.guessedName >= 0.9) ||
    (isStrongSurname(head) && tail.reading.guessedName > 0) ||
    tail.reading.guessedSurname > 0.2 ||
    hasSureSurnameEnding(tail) ||
    (unknown >= 2 && (last - index >= 2 || tokens[last + 1]?.text === "("));
  return { first: index, last, level: likely ? DOUBTFUL : FAINT, kind: "pair" };
}

function fitsForeign(token: Token): boolean {
  const { reading } = token;
  if (token.kind !== "cyrillic" || isNeverAPerson(token.text) || reading.organisation || token.shape === "upper")
    return false;
  if (reading.place && !reading.surname && !reading.name) return false;
  return (
    !reading.known ||
    reading.name ||
    reading.surname ||
    (!token.sentenceStart && token.text.length <= 5 && reading.common < 1.01 && !reading.noun) ||
    (!token.sentenceStart && token.text.length <= 4)
  );
}
