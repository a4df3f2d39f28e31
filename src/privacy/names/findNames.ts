import type { DetectionContext } from "../detectionContext.ts";
import type { Span } from "../span.ts";
import { actsAsPerson } from "./actingPersons.ts";
import { isNeverAPerson, isShopWord } from "./contextWords.ts";
import { findFullNames } from "./fullNames.ts";
import { findInitialedNames } from "./initialedNames.ts";
import { findLoneNames } from "./loneNames.ts";
import { findLatinNames } from "./latinNames.ts";
import { CONFIRMED, DOUBTFUL, FAINT, type Mention } from "./mention.ts";
import { findPairedNames } from "./pairedNames.ts";
import { placeEvidence } from "./placeMentions.ts";
import { stem } from "./stem.ts";
import { tokenise, type Token } from "./tokens.ts";
import { hasSureSurnameEnding, isCapital, isInitial, isSurname } from "./wordEvidence.ts";

/**
 * Names of people: with a patronymic, with initials, first name and surname, and words that are names by themselves.
 * Names of streets and institutions are left alone. Linear in the length of the text.
 */
export function findNames(text: string, context: DetectionContext): Span[] {
  const tokens = tokenise(text, context.dictionary);
  const mentions = [
    ...findFullNames(tokens, context.dictionary),
    ...findInitialedNames(tokens),
    ...findPairedNames(tokens),
    ...findLoneNames(tokens, context.dictionary),
  ];
  const { levels, places } = markTokens(tokens, mentions, context);
  repeatKnownSurnames(tokens, levels, places, context);
  joinCompany(tokens, levels, places);
  for (const mention of findLatinNames(tokens, context.dictionary, (index) => (levels[index] ?? 0) >= DOUBTFUL))
    levels.fill(mention.level, mention.first, mention.last + 1);
  return joinMarked(tokens, levels, context.mode === "strict" ? FAINT : DOUBTFUL);
}

/** The level of every token: the highest of the mentions that hold it, 0 where they turned out to be places. */
function markTokens(
  tokens: readonly Token[],
  mentions: readonly Mention[],
  context: DetectionContext,
): { levels: Uint8Array; places: Uint8Array } {
  const levels = new Uint8Array(tokens.length);
  const places = new Uint8Array(tokens.length);
  const people: Mention[] = [];
  for (const mention of mentions) {
    const evidence = placeEvidence(tokens, mention, context);
    if (evidence === "certain") places.fill(1, mention.first, mention.last + 1);
    else if (evidence === "none") people.push(mention);
  }
  for (const mention of people) {
    let inPlace = true;
    for (let index = mention.first; index <= mention.last; index += 1) if (places[index] !== 1) inPlace = false;
    if (inPlace && mention.kind === "lone") continue;
    for (let index = mention.first; index <= mention.last; index += 1)
      levels[index] = Math.max(levels[index] ?? 0, mention.level);
  }
  return { levels, places };
}

/** «Гульчехра Ибодова», «Раймон Паулс»: an unknown capitalised word right beside a word that is a name belongs to it. */
function joinCompany(tokens: readonly Token[], levels: Uint8Array, places: Uint8Array): void {
  const isMarked = (index: number): boolean =>
    (levels[index] ?? 0) >= DOUBTFUL && tokens[index]?.kind === "cyrillic" && tokens[index]?.shape === "capital";
  tokens.forEach((token, index) => {
    if (
      (levels[index] ?? 0) >= DOUBTFUL ||
      places[index] === 1 ||
      token.kind !== "cyrillic" ||
      token.shape !== "capital" ||
      token.text.length < 4 ||
      isNeverAPerson(token.text) ||
      isShopWord(token.text)
    )
      return;
    const { reading } = token;
    // «Сулима Ямадаева»: inside a sentence no verb is written with a capital.
    const odd =
      !reading.noun && !token.sentenceStart && isMarked(index + 1) && hasSureSurnameEnding(tokens[index + 1]!);
    if (
      reading.organisation ||
      (reading.place && !reading.name) ||
      !(!reading.known || odd || ((reading.name || reading.surname) && reading.common < 0.6))
    )
      return;
    const before = token.breaks === 0 && isMarked(index - 1);
    const after = tokens[index + 1]?.breaks === 0 && isMarked(index + 1);
    if (before || after) levels[index] = DOUBTFUL;
  });
}

/** A surname found once is known wherever it returns in the text, in whatever case; so is that of somebody named in the other text of the appeal. */
function repeatKnownSurnames(
  tokens: readonly Token[],
  levels: Uint8Array,
  places: Uint8Array,
  context: DetectionContext,
): void {
  const known = new Set<string>(context.named);
  const spelled = new Set<string>();
  tokens.forEach((token, index) => {
    const level = levels[index] ?? 0;
    if (level < DOUBTFUL || token.kind !== "cyrillic" || token.text.length < 3 || token.reading.patronymic) return;
    if (!token.reading.place || (level >= CONFIRMED && !token.reading.name)) known.add(stem(token.text));
    if (level >= CONFIRMED) spelled.add(token.text);
  });
  if (known.size === 0) return;
  tokens.forEach((token, index) => {
    if ((levels[index] ?? 0) >= DOUBTFUL || places[index] === 1 || !known.has(stem(token.text))) return;
    // «вчера щеглов опять пил»: in small letters only what is hardly another word.
    if (
      token.shape === "lower"
        ? !(
            hasSureSurnameEnding(token) &&
            ((isSurname(token) && token.reading.common < 0.2) ||
              !token.reading.known ||
              (token.reading.common === 1 && spelled.has(token.text)))
          )
        : !isCapital(tokens, index)
    )
      return;
    // «Лопухов, лопухов по пояс»: what opens a sentence as an ordinary word does has to end as surnames do, or to act.
    if (
      token.sentenceStart &&
      token.shape !== "lower" &&
      token.reading.common > 0.8 &&
      !hasSureSurnameEnding(token) &&
      !actsAsPerson(tokens, index)
    )
      return;
    // «ул. Лопухова», where a Лопухов lives
    if (placeEvidence(tokens, { first: index, last: index, level: DOUBTFUL, kind: "lone" }, context) === "certain")
      return;
    levels[index] = DOUBTFUL;
  });
}

/** Neighbouring marked tokens of one line become one span; the full stop of the last initial belongs to it. */
function joinMarked(tokens: readonly Token[], levels: Uint8Array, threshold: number): Span[] {
  const spans: Span[] = [];
  for (let first = 0; first < tokens.length; first += 1) {
    if ((levels[first] ?? 0) < threshold) continue;
    let last = first;
    let level = levels[first] ?? 0;
    while (
      (levels[last + 1] ?? 0) >= threshold &&
      ((tokens[last + 1]?.breaks ?? 1) === 0 ||
        ((levels[last + 1] ?? 0) === CONFIRMED && level === CONFIRMED && tokens[last + 1]?.breaks === 1))
    ) {
      last += 1;
      level = Math.max(level, levels[last] ?? 0);
    }
    if (isInitial(tokens, last)) last += 1;
    const [start, end] = [tokens[first], tokens[last]];
    if (start && end)
      spans.push({
        start: start.start,
        end: end.end,
        class: "name",
        tier: level >= CONFIRMED ? "confirmed" : "doubtful",
      });
    first = last;
  }
  return spans;
}
