import { isComplaintWord, isNeverAPerson, isPersonWord, isSignatureWord } from "./contextWords.ts";
import { CONFIRMED, DOUBTFUL, FAINT, type Mention } from "./mention.ts";
import { speechBeside } from "./personContext.ts";
import { stem } from "./stem.ts";
import { type Token } from "./tokens.ts";
import { hasSureSurnameEnding, hasSurnameEnding, isCapital, isFirstName, isStrongName, isStrongSurname, isSurname } from "./wordEvidence.ts";

const OF_A_PLACE = /^(?:в|во|на|из|до|от|к|с|со|за|под|через|по|мимо|у|и|,|-|\(|возле|около|район[а-я]*|село|селе|деревн[а-я]+|пос[а-я]*|г|д|п|с|ст)$/u;

/** One word that is a surname or a first name by itself, by an office before it or a verb of speech beside it. */
export function findLoneNames(tokens: readonly Token[]): Mention[] {
  const mentions: Mention[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (!token || token.kind !== "cyrillic" || !isCapital(tokens, index) || isNeverAPerson(token.text)) continue;
    const level = levelOf(tokens, index, token);
    if (level > 0) mentions.push({ first: index, last: index, level, kind: "lone" });
  }
  return mentions;
}

function levelOf(tokens: readonly Token[], index: number, token: Token): number {
  const { reading } = token;
  const previous = tokens[index - 1];
  const next = tokens[index + 1];
  const quoted = /[«"“]/u.test(previous?.text ?? "") && /[»"”]/u.test(next?.text ?? "");
  const nameLike = isSurname(token) || isFirstName(token) || !reading.known;
  const titled = previous !== undefined && token.breaks === 0 && (titleBefore(tokens, index));
  if (titled && nameLike && !reading.organisation && !(reading.place && !isSurname(token))) {
    return isStrongSurname(token) ? CONFIRMED : DOUBTFUL;
  }
  const spoken = speechBeside(tokens, index, index);
  if (spoken && nameLike && !quoted && !reading.organisation && !(reading.place && !isSurname(token)) && !(token.sentenceStart && reading.common > 0.3)) {
    return isSurname(token) || isFirstName(token) || hasSurnameEnding(token) || !token.sentenceStart ? DOUBTFUL : FAINT;
  }
  if (quoted) return 0;
  // «На Павлова жалуются все»: a street is not complained about in these words.
  if (previous?.text === "на" && token.breaks === 0 && next?.breaks === 0 && isComplaintWord(next.text) && isSurname(token)) return DOUBTFUL;
  if (isPetName(token)) return DOUBTFUL;
  if (isSignature(tokens, index) && (isSurname(token) || isFirstName(token) || hasSureSurnameEnding(token))) return CONFIRMED;
  if (isStrongSurname(token)) return token.sentenceStart && (!isSurname(token) || (reading.common > 0.05 && !hasSureSurnameEnding(token))) ? FAINT : DOUBTFUL;
  if (isStrongName(token) && reading.common >= 0.2) return FAINT;
  if (isStrongName(token)) return token.sentenceStart ? (reading.common < 0.1 ? DOUBTFUL : FAINT) : DOUBTFUL;
  if (token.sentenceStart) return isSurname(token) && reading.common < 0.5 ? FAINT : 0;
  // «Беляеву», «Котову» are villages, too; a preposition of place before them decides.
  if (isSurname(token) && reading.place && reading.common < 0.5 && hasSureSurnameEnding(token)) return OF_A_PLACE.test(previous?.text ?? "") ? FAINT : DOUBTFUL;
  if (isSurname(token)) return FAINT;
  if (!reading.known) return FAINT;
  return isFirstName(token) ? FAINT : 0;
}

/** «Серёженька», «Аришенька»: an endearing form that no dictionary lists; things that are dear are in it («реченька»). */
const ENDEARING = /(?:[её]?н|[лвшжзрс])(?:[ьеоюиу]?ньк|[еоюу]чк|[юу]шк|[юу]лечк|ишк)(?:а|и|е|у|ой|ою)$/u;
const DIMINUTIVES = new Set("катюша ванюша илюша настюша андрюша петруша павлуша танюша анюта машуня дашуня алёшка колюня витюша алёнка аленка танька ванька петька колька сашка машка дашка катька ленка светка наташка маринка иришка аринка полинка настька юлька вовка серёжка сережка мишка димка андрюшка ванечка сонечка манечка лизка лёшка лешка женька пашка гришка тимошка никитка егорка".split(" ").map(stem));

/** The pet name of a person, mostly of a child. */
function isPetName(token: Token): boolean {
  const { text, reading } = token;
  if (!reading.known) return text.length > 5 && ENDEARING.test(text);
  return !token.sentenceStart && DIMINUTIVES.has(stem(text));
}

/** An office right before the word, or with one more word between («директор школы Петрова»). */
function titleBefore(tokens: readonly Token[], index: number): boolean {
  let at = index - 1;
  if (tokens[at]?.text === "." && tokens[at]?.glued) at -= 1;
  const word = tokens[at];
  if (word?.kind !== "cyrillic" || word.breaks > 1) return false;
  return isPersonWord(word.text) && (word.shape === "lower" || word.sentenceStart || word.shape === "capital");
}

/** «С уважением, Сергей», «С уважением,⏎Петрова». */
function isSignature(tokens: readonly Token[], index: number): boolean {
  let at = index - 1;
  if (tokens[at]?.text === "имени" && tokens[at - 1]?.text !== "по") return false;
  while (at >= 0 && index - at < 4 && /^[,.:;!-]$/u.test(tokens[at]?.text ?? "")) at -= 1;
  return isSignatureWord(tokens[at]?.text ?? "");
}
