import { hasOwnClause, hasOwnVerb, isContacted, isTitledWord } from "./actingPersons.ts";
import {
  isComplaintWord,
  isInstitutionWord,
  isNeverAPerson,
  isPersonWord,
  isSignatureWord,
  isStreetWord,
} from "./contextWords.ts";
import { CONFIRMED, DOUBTFUL, FAINT, type Mention } from "./mention.ts";
import type { NameDictionary } from "./nameDictionary.ts";
import { speechBeside } from "./personContext.ts";
import { isPetName } from "./petNames.ts";
import type { Token } from "./tokens.ts";
import { isWordAsSurname } from "./wordSurnames.ts";
import {
  hasSureSurnameEnding,
  hasSurnameEnding,
  isAdjectiveSurname,
  isCapital,
  isComposedSurname,
  isFirstName,
  isStrongName,
  isStrongSurname,
  isSurname,
  isWordLikeSurname,
} from "./wordEvidence.ts";

const OF_A_PLACE =
  /^(?:в|во|на|из|до|от|к|с|со|за|под|через|по|мимо|у|и|,|-|\(|возле|около|район[а-я]*|село|селе|деревн[а-я]+|пос[а-я]*|г|д|п|с|ст)$/u;

/** What a place lends its name to: «Ветрогонский муниципальный район». */
const AFTER_ADJECTIVE =
  /^(?:муниципальн|городск|сельск|межрайон|район|округ|кра(?:й|я|ю|е|ем)$|област|поселени|водоканал|филиал|лесничеств|вокзал|автовокзал|рын(?:ок|к)|пляж|пруд|пол(?:е|я)$)/u;
/** Before these a name is of a place, whatever stands after it. */
const LOCATIVE = /^(?:в|во|из|на|до|под|через|возле|около|мимо|за|по|вблизи|близ)$/u;

/** One word that is a surname or a first name by itself, by an office before it or a verb of speech beside it. */
export function findLoneNames(tokens: readonly Token[], dictionary: NameDictionary): Mention[] {
  const mentions: Mention[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    // «воспитатель осипова»: in small letters only what is hardly another word, right after an office.
    if (
      token?.shape === "lower" &&
      token.reading.surname &&
      token.reading.common < 0.2 &&
      !token.reading.place &&
      hasSureSurnameEnding(token) &&
      token.breaks === 0 &&
      isPersonWord(tokens[index - 1]?.text ?? "") &&
      tokens[index - 1]?.kind === "cyrillic"
    ) {
      mentions.push({ first: index, last: index, level: DOUBTFUL, kind: "lone" });
      continue;
    }
    if (!token || token.kind !== "cyrillic" || !isCapital(tokens, index) || isNeverAPerson(token.text)) continue;
    const level = levelOf(tokens, index, token, dictionary);
    if (level > 0) mentions.push({ first: index, last: index, level, kind: "lone" });
  }
  return mentions;
}

function levelOf(tokens: readonly Token[], index: number, token: Token, dictionary: NameDictionary): number {
  const { reading } = token;
  const previous = tokens[index - 1];
  const next = tokens[index + 1];
  const quoted = /[«"“]/u.test(previous?.text ?? "") && /[»"”]/u.test(next?.text ?? "");
  const nameLike = isSurname(token) || isFirstName(token) || !reading.known;
  const titled = previous !== undefined && token.breaks === 0 && titleBefore(tokens, index);
  if (isLabelled(tokens, index)) return CONFIRMED;
  const ofANoun =
    next?.breaks === 0 &&
    ((isAdjectiveSurname(token) && next.shape === "lower" && next.reading.noun) ||
      (/[сц]к(?:ий|ого|ому|им|ом|ая|ую|ой)$/u.test(token.text) && AFTER_ADJECTIVE.test(next.text)));
  const father = previous?.text.startsWith("дед") === true && /^мороз/u.test(token.text);
  // «Администрация Ветрогонского муниципального района»
  if (father || (ofANoun && !isContacted(tokens, index))) return 0;
  // «сотрудниками Горсвета»: what many belong to is rather a firm.
  const ofAFirm =
    /(?:[ая]ми|[ая]м)$/u.test(previous?.text ?? "") &&
    !isSurname(token) &&
    !isFirstName(token) &&
    !hasSureSurnameEnding(token);
  if (titled && nameLike && !ofAFirm && !ofANoun && !reading.organisation && !(reading.place && !isSurname(token))) {
    return isStrongSurname(token) ? CONFIRMED : DOUBTFUL;
  }
  // «документы в школу в Китеже приняли»: the verb belongs to somebody else.
  const spoken =
    speechBeside(tokens, index, index) &&
    !(token.breaks === 0 && /^(?:в|во|из|до|под|около|возле)$/u.test(previous?.text ?? ""));
  if (
    spoken &&
    nameLike &&
    !quoted &&
    !reading.organisation &&
    !(reading.place && !isSurname(token)) &&
    !(token.sentenceStart && reading.common > 0.3)
  ) {
    return isSurname(token) || isFirstName(token) || hasSurnameEnding(token) || !token.sentenceStart ? DOUBTFUL : FAINT;
  }
  if (quoted) return 0;
  // «На Павлова жалуются все»: a street is not complained about in these words.
  if (
    previous?.text === "на" &&
    token.breaks === 0 &&
    next?.breaks === 0 &&
    isComplaintWord(next.text) &&
    isSurname(token)
  )
    return DOUBTFUL;
  if (isPetName(token, dictionary) && !(token.breaks === 0 && LOCATIVE.test(previous?.text ?? ""))) return DOUBTFUL;
  if (isUnlistedSurname(tokens, index, token) || isWordAsSurname(tokens, index)) return DOUBTFUL;
  if (isSignature(tokens, index) && (isSurname(token) || isFirstName(token) || hasSureSurnameEnding(token)))
    return CONFIRMED;
  if (isStrongSurname(token))
    return token.sentenceStart && (!isSurname(token) || (reading.common > 0.05 && !hasSureSurnameEnding(token)))
      ? FAINT
      : DOUBTFUL;
  if (isStrongName(token) && reading.common >= 0.2) return FAINT;
  if (isStrongName(token)) return token.sentenceStart ? (reading.common < 0.1 ? DOUBTFUL : FAINT) : DOUBTFUL;
  if (token.sentenceStart) return isSurname(token) && reading.common < 0.5 ? FAINT : 0;
  // «Беляеву», «Котову» are villages, too; a preposition of place before them decides.
  if (isSurname(token) && reading.place && reading.common < 0.5 && hasSureSurnameEnding(token))
    return OF_A_PLACE.test(previous?.text ?? "") ? FAINT : DOUBTFUL;
  if (isSurname(token)) return FAINT;
  if (!reading.known) return FAINT;
  return isFirstName(token) ? FAINT : 0;
}

/** «Фамилия: Кречет», «Фамилия Жолудь»: whatever the word is, the form says that it is a name. */
function isLabelled(tokens: readonly Token[], index: number): boolean {
  const at = /^[:-]$/u.test(tokens[index - 1]?.text ?? "") ? index - 2 : index - 1;
  const label = tokens[at];
  if (
    !label ||
    tokens[index]?.breaks !== 0 ||
    /^(?:имя|имени|отчество|фамили[а-я]|фио|и|рода?)$/u.test(tokens[index]?.text ?? "")
  )
    return false;
  return (
    /^фамили(?:я|ю|ей)$/u.test(label.text) ||
    (/^(?:имя|отчество)$/u.test(label.text) &&
      at === index - 2 &&
      /^(?:фамили[а-я]|имя)$|^\[|^\]/u.test(tokens[at - 2]?.text ?? tokens[at - 1]?.text ?? ""))
  );
}

/**
 * A surname that no list holds, by what is done to it or what it does: «писали Лопуховой», «Хромов обещал». Unknown words in
 * -ов and -ин need no more than a place inside a sentence, where no preposition of place stands before them.
 */
function isUnlistedSurname(tokens: readonly Token[], index: number, token: Token): boolean {
  const previous = tokens[index - 1];
  const next = tokens[index + 1];
  if (
    token.shape === "upper" ||
    (next?.breaks === 0 && isStreetWord(next.text)) ||
    (token.breaks === 0 &&
      (previous?.kind === "number" || isStreetWord(previous?.text ?? "") || isInstitutionWord(previous?.text ?? "")))
  )
    return false;
  if (token.breaks === 0 && LOCATIVE.test(previous?.text ?? "") && !isContacted(tokens, index)) return false;
  const acting = hasOwnVerb(tokens, index) || isContacted(tokens, index) || hasOwnClause(tokens, index);
  if (isComposedSurname(token))
    return (
      acting ||
      (!token.sentenceStart &&
        !OF_A_PLACE.test(previous?.text ?? "") &&
        previous?.kind === "cyrillic" &&
        previous.shape === "lower")
    );
  // «Китежского края»: an adjective belongs to the noun that follows.
  if (isAdjectiveSurname(token))
    return (
      acting &&
      !(next?.breaks === 0 && next.kind === "cyrillic" && next.reading.noun && !isContacted(tokens, index)) &&
      !(next?.breaks === 0 && isCapital(tokens, index + 1))
    );
  // «Совет Ветеранов просит»: a genitive of the noun before it.
  const ofANoun =
    token.breaks === 0 &&
    previous?.kind === "cyrillic" &&
    previous.reading.noun &&
    !isPersonWord(previous.text) &&
    !isContacted(tokens, index);
  if (isWordLikeSurname(token)) return (acting && !ofANoun) || (!token.sentenceStart && isTitledWord(tokens, index));
  // «спросите Дубову»: a village is not asked.
  if (token.reading.place && hasSureSurnameEnding(token) && isContacted(tokens, index)) return previous?.text !== "на";
  if (token.sentenceStart || isPersonWord(token.text)) return false;
  return token.reading.noun && !token.reading.organisation && isTitledWord(tokens, index);
}

/** An office right before the word, or with one more word between («директор школы Петрова»). */
function titleBefore(tokens: readonly Token[], index: number): boolean {
  let at = index - 1;
  if (tokens[at]?.text === "." && tokens[at]?.glued) at -= 1;
  const word = tokens[at];
  // «улица Космонавтов. Машина приходит»: only an abbreviation keeps its office beyond its full stop.
  if (word?.kind !== "cyrillic" || word.breaks > 1 || (at < index - 1 && word.text.length > 5)) return false;
  return isPersonWord(word.text) && (word.shape === "lower" || word.sentenceStart || word.shape === "capital");
}

/** «С уважением, Сергей», «С уважением,⏎Петрова». */
function isSignature(tokens: readonly Token[], index: number): boolean {
  let at = index - 1;
  if (tokens[at]?.text === "имени" && tokens[at - 1]?.text !== "по") return false;
  while (at >= 0 && index - at < 4 && /^[,.:;!-]$/u.test(tokens[at]?.text ?? "")) at -= 1;
  return isSignatureWord(tokens[at]?.text ?? "");
}
