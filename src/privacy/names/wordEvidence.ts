import { isNeverAPerson } from "./contextWords.ts";
import { CASE } from "./nameDictionary.ts";
import { isInitialAt, type Token } from "./tokens.ts";

const PATRONYMIC =
  /(?:[оеё]вич(?:[ауеи]|ем|ами|ам)?|[оеё]вн(?:[аыеу]|ой|ою)|(?:ини|ьини|ми|ки|фи|ти|ло|ар|ил|лу|фо|ку)чн(?:[аыеу]|ой)|[ьаи]ич(?:[ауеи]|ом|ем)?|(?:[нлртвсй]|дим|ад|ед)ыч(?:[ауе]|ем|ом)?|[мкнлтв]ич(?:[ауе]|[её]м|ом)?|[гнрлбмвд]евн(?:[аыеу]|ой)|нн[аы]$)$/u;
const PATRONYMIC_SURE =
  /(?:[оеё]вич(?:[ауе]|ем)?|[оеё]вн(?:[аыеу]|ой|ою)|ин[иь]чн(?:[аыеу]|ой)|кузьмич(?:[ауе]|ом)?|лукич(?:[ауе]|ом)?|фомич(?:[ауе]|ом)?|ильич(?:[ауе]|[её]м|ом)?|ильинич?н(?:[аыеу]|ой)|никитич(?:н[аыеу]|ной|[ауе]|ем)?|саввич(?:н[аыеу]|[ауе]|ем)?|нич(?:н[аыеу]|ной))$/u;
const COLLOQUIAL =
  /(?:иваныч|палыч|саныч|михалыч|петрович|сергеич|алексеич|андреич|николаич|степаныч|семёныч|семеныч|василич|григорич|борисыч|владимирыч|викторыч|юрич|санна|иванна|пална|михална|сергевна|николавна|андревна|алексевна|димитрич|дмитрич|митрич|макарыч|кузьмич|егорыч|фёдорыч|федорыч|антоныч|романыч)(?:[ауые]|ем|ом|ой)?$/u;
const SURNAME_ENDING =
  /(?:[оеё]в(?:[аыеу]|ой|ым|ых|ыми|ою)?|[иы]н(?:[аыеу]|ой|ым|ых|ою)?|[сц]к(?:ий|ого|ому|им|ом|ая|ую|ой|ие|их)|енк[оаеу]|ко|чук(?:[ауе]|ом)?|[юу]к(?:[ауе]|ом)?|як(?:[ауе]|ом)?|дзе|швили|[яа]н(?:[ауе]|ом)?|ьянц|[ое]вич(?:[ауе]|ем)?|заде|зода|берг(?:[ауе]|ом)?|штейн(?:[ауе]|ом)?|ман(?:[ауе]|ом)?|сон(?:[ауе]|ом)?|айло|ых|их|ая|ой|ец|ц[ауе]|ник(?:[ауе]|ом)?|ия|уа|иа|ава|иани|ейко|ура|юра|ай|уй|ей|ан|ин|иц|ль|ер)$/u;
const SURNAME_ENDING_SURE =
  /(?:[оеё]в(?:[аыеу]|ой|ым|ых|ою)?|[иы]н(?:[аыеу]|ой|ым|ых|ою)|[сц]к(?:ий|ого|ому|им|ом|ая|ую|ой)|енк[оаеу]|чук(?:[ауе]|ом)?|дзе|швили|[яа]н(?:[ауе]|ом)|штейн(?:[ауе]|ом)?|заде)$/u;

/** A word that begins with a capital letter and is neither an initial nor a short abbreviation. */
export function isCapital(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (!token || token.kind !== "cyrillic" || token.shape === "lower" || token.end - token.start < 2) return false;
  if (token.shape === "capital") return true;
  const { reading } = token;
  // ГИБДД, МУП, ЖКХ: short words in capitals are abbreviations unless they are names and nothing else.
  if (token.text.length <= 3)
    return (
      (reading.name || reading.surname) &&
      reading.common < 0.3 &&
      !reading.organisation &&
      (isUpperWord(tokens[index - 1]) || isUpperWord(tokens[index + 1]))
    );
  return reading.known || token.text.length > 5 || reading.guessedSurname > 0.3;
}

function isUpperWord(token: Token | undefined): boolean {
  return token !== undefined && token.kind === "cyrillic" && token.shape === "upper" && token.text.length > 3;
}

export function isInitial(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (!isInitialAt(tokens, index) || !token) return false;
  return (
    token.kind === "cyrillic" ||
    (token.kind === "latin" && ("abcehkmoptxy".includes(token.text) || isBesideCyrillicInitials(tokens, index)))
  );
}

/** «Лопухов P.I.»: Latin initials of a Cyrillic surname. */
function isBesideCyrillicInitials(tokens: readonly Token[], index: number): boolean {
  const first = tokens[index - 2]?.kind === "latin" && isInitialAt(tokens, index - 2) ? index - 2 : index;
  const surname = tokens[first - 1];
  return (
    surname?.kind === "cyrillic" &&
    surname.shape === "capital" &&
    (surname.reading.surname || hasSureSurnameEnding(surname))
  );
}

export function isPatronymic(token: Token): boolean {
  const { reading, text } = token;
  if (token.kind !== "cyrillic" || text.length < 5) return false;
  if (reading.patronymic) return reading.common < 0.5;
  if (COLLOQUIAL.test(text) && !(reading.known && reading.common > 0.5)) return true;
  return PATRONYMIC_SURE.test(text) && (!reading.known || (reading.surname && !reading.place && reading.common < 0.5));
}

/** Reads as a patronymic by its ending alone; believed only after a first name. */
export function mayBePatronymic(token: Token): boolean {
  return (
    isPatronymic(token) ||
    (token.kind === "cyrillic" && !token.reading.known && token.text.length > 5 && PATRONYMIC.test(token.text)) ||
    token.text === "оглы" ||
    token.text === "кызы" ||
    token.text === "оглу"
  );
}

export function isFirstName(token: Token): boolean {
  return token.kind === "cyrillic" && token.reading.name;
}

/** Ends as surnames do, and as many other words: a hint beside a name, no more. */
export function hasSurnameEnding(token: Token): boolean {
  return token.kind === "cyrillic" && token.text.length > 3 && SURNAME_ENDING.test(token.text);
}

/** Ends as hardly anything but a surname does: -ов, -ин with an ending, -ский, -енко, -швили. */
export function hasSureSurnameEnding(token: Token): boolean {
  return token.kind === "cyrillic" && token.text.length > 4 && SURNAME_ENDING_SURE.test(token.text);
}

export function isSurname(token: Token): boolean {
  return token.kind === "cyrillic" && token.reading.surname;
}

/** May be a surname where a name beside it says that one is due. */
export function maySurname(token: Token): boolean {
  const { reading } = token;
  if (token.kind !== "cyrillic" || isNeverAPerson(token.text)) return false;
  if (reading.surname || !reading.known) return true;
  if (reading.place || reading.organisation)
    return hasSureSurnameEnding(token) && !token.sentenceStart && !reading.organisation;
  return (hasSurnameEnding(token) && reading.noun && reading.common < 1) || (!token.sentenceStart && reading.noun);
}

/** A surname on its own evidence. */
export function isStrongSurname(token: Token): boolean {
  const { reading } = token;
  if (token.kind !== "cyrillic" || isNeverAPerson(token.text)) return false;
  if (reading.surname) return !reading.place && reading.common < 0.5;
  return !reading.known && reading.guessedSurname >= 0.3 && hasSurnameEnding(token) && token.text.length > 4;
}

export function isStrongName(token: Token): boolean {
  const { reading } = token;
  return token.kind === "cyrillic" && reading.name && reading.common < 0.35 && !reading.place && token.text.length > 2;
}

/** The form can be a genitive, as in the name of a street. Unknown words are judged by their ending. */
export function mayBeGenitive(token: Token): boolean {
  const { reading } = token;
  if (reading.cases !== 0) return (reading.cases & (CASE.genitive | CASE.dative)) !== 0;
  return /(?:[ая]|ой|ей|[оеё]го|[ыи]х|о|ы|и)$/u.test(token.text);
}

const WORD_AS_SURNAME = /(?:[оеё]в|[иы]н)(?:[ау]|ым|ой)?$/u;
/** What is counted or built, in the genitive plural: «часов», «домов» end as surnames do. */
const GENITIVE_PLURAL =
  /^(?:час|дом|двор|город|забор|стол|метр|литр|столб|градус|цвет|год|этаж|подъезд|вагон|автобус|пожар|магазин|машин|район|картин|витрин|причин|половин|середин|равнин|долин|корзин|старин|величин|глубин|дисциплин|медицин|родин|един)(?:ов|ев|а|у|ой)?$/u;

/** «Лопухов», «Хромову», «Щегловой»: the dictionary knows the form as an ordinary word only (many burdocks, of a burdock). */
export function isWordLikeSurname(token: Token): boolean {
  const { reading, text } = token;
  return (
    token.kind === "cyrillic" &&
    reading.known &&
    !reading.surname &&
    !reading.name &&
    !reading.place &&
    !reading.organisation &&
    text.length > 4 &&
    WORD_AS_SURNAME.test(text) &&
    !GENITIVE_PLURAL.test(text) &&
    !isNeverAPerson(text)
  );
}

/** «Буерина», «Овражнину»: unknown, with the ending of a surname; an adjective in -ский is rather of a place. */
export function isComposedSurname(token: Token): boolean {
  return (
    token.kind === "cyrillic" &&
    !token.reading.known &&
    token.text.length > 4 &&
    WORD_AS_SURNAME.test(token.text) &&
    !isNeverAPerson(token.text)
  );
}

/** «Дроздовскому», «Лопуховская»: unknown adjectives of people and of places alike. */
export function isAdjectiveSurname(token: Token): boolean {
  return (
    token.kind === "cyrillic" &&
    !token.reading.known &&
    token.text.length > 6 &&
    /[сц]к(?:ий|ого|ому|им|ом|ая|ую|ой)$/u.test(token.text)
  );
}
