import { actsAsPerson, hasOwnVerb, isContacted } from "./actingPersons.ts";
import {
  isComplaintWord,
  isInstitutionWord,
  isNeverAPerson,
  isPersonWord,
  isShopWord,
  isStreetWord,
} from "./contextWords.ts";
import type { Token } from "./tokens.ts";
import { isCapital } from "./wordEvidence.ts";

/** After these a capitalised word is where something is, not who. */
const LOCATIVE = /^(?:в|во|из|на|до|под|возле|около|мимо|за|по|вблизи|близ|напротив|рядом|между|через)$/u;
/** Endings of what people are by trade and of what they found: «подрядчик», «администрация», «правительство», «управление», «водоканал». */
const DERIVED =
  /(?:ци[яиюе]|цией|ств[оауе]|ством|ни[еяию]|нием|ость|ости|остью|ура|уры|уре|уру|урой|изм[ауе]?|тет[ауе]?|[вдбн]ет[ауе]?|ент[ауе]?|тел[ьяюе]|телем|тор[ауе]?|тором|щик[ауе]?|щиком|чик[ауе]?|чиком|ист[ауе]?|истом|лог[ауе]?|ка[зс]|нет[ауе]?|сеть|сети|канал[ауе]?|строй|строя|строю|снаб|сбыт[ауе]?|транс[ауе]?|хоз[ауе]?|инг[ауе]?|порт[ауе]?|банк[ауе]?|маркет[ауе]?|град[ауе]?|ск[ауе]?)$/u;
/** Simple words of public life, of trade and of faith that people write with a capital letter. */
const PUBLIC =
  /^(?:переч|поряд|правил|полож|реглам|прилож|спис|реестр|схем|метод|програм|станд|свод|раздел|пункт|стат[ьи]|таблиц|карт|лист|справк|заявк|форм|билет|паспорт|смет|проток|журнал|книг|граф|компан|помощ|парк|фабр|суд|фонд|закон|дом|двор|центр|штаб|отдел|служб|палат|парти|газет|портал|приказ|договор|акт(?:ом|[ауе])?$|указ|устав|кодекс|план|бюро|пост|бригад|власт|начальств|контор|касс|рейс|скор|почт|охран|опек|стат|тариф|норм|жэк|жэу|упр|водокан|город|мир[ауе]?$|мир|свет$|свет[ауе]$|родин|победа|победы|победе|победу|год|день|дня|ночь|раз$|маг?нит|лент[аыеу]|дикси|пят[её]рочк|светофор|монетк|карусел|фасол|перекр[её]ст|верн|волг[аиеу]|нив[аыеу]|калин[аыеу]? лад|лад[аыеу]|ок[аиеу]$|газел|побед|весна$|авито|мегафон|билайн|ютуб|чат|групп|форум|сайт|друз|люд|народ|дет[ияей]|мам|пап|бабушк|дедушк|внук|внуч|сын|доч|брат|сестр|муж|жен|ребён|ребен|девочк|мальчик|женщин|мужчин|господ|бог|ангел|церк|храм|рай|крест|праздник|ёлк|елк[аиуе]|заказ|партн|рос|город|горс|горад|горг|горэ|горт|горв|горз|обл|край|кра[яюе]|рег|мин|деп|комит|комис|комп|комб|проект|конкурс|опер|жител|жил|собств|член|совет|совх|муницип|коллектив|стра[жн]|пол[иь]ц|гвард|часть|част|глав|зам)/u;

/** «Большому театру», «Единой службы»: adjectives belong to what follows. */
const ADJECTIVE = /(?:[ыи]й|[оеё]го|[оеё]му|[ыи]м|[ыи]ми|[ыи]х|[ыи]е|[ая]я|[ую]ю|[ое]е)$/u;

/** Neighbours with a capital make a name of a thing of it: «Дед Мороз», «Красная Шапка», «Белая Берёза». */
function standsAlone(tokens: readonly Token[], index: number): boolean {
  const [before, after] = [tokens[index - 1], tokens[index + 1]];
  if (
    tokens[index]?.breaks === 0 &&
    before !== undefined &&
    (before.kind === "number" ||
      /[«"“№-]/u.test(before.text) ||
      (before.kind === "cyrillic" && before.shape !== "lower" && !before.sentenceStart) ||
      isShopWord(before.text) ||
      isStreetWord(before.text) ||
      isInstitutionWord(before.text))
  )
    return false;
  return (
    after === undefined ||
    after.breaks > 0 ||
    !(after.kind === "number" || /[»"”-]/u.test(after.text) || isCapital(tokens, index + 1) || isStreetWord(after.text))
  );
}

/**
 * «От Гвоздя ответа нет», «а Серп только обещает», «спасибо Грозе»: an ordinary noun with a capital inside a sentence, in a
 * place where only a person stands. What people found, what they are by trade and what they revere is written so, too, and
 * is known by how such words are made.
 */
export function isWordAsSurname(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (token?.kind !== "cyrillic" || token.shape !== "capital" || token.sentenceStart || token.breaks > 0) return false;
  const { text, reading } = token;
  if (
    !reading.known ||
    !reading.noun ||
    reading.place ||
    reading.organisation ||
    reading.common < 0.3 ||
    text.length < 3 ||
    text.length > 10
  )
    return false;
  // «Подписал Бабий»: an adjective that belongs to nothing, after what a person did.
  if (/[ыи]й$/u.test(text) && reading.noun && isDoneBy(tokens, index))
    return !isPersonWord(text) && !PUBLIC.test(text) && !isNeverAPerson(text);
  if (
    ADJECTIVE.test(text) ||
    (/[ое]й$/u.test(text) && tokens[index + 1]?.breaks === 0 && tokens[index + 1]?.reading.noun === true) ||
    !standsAlone(tokens, index) ||
    !isInPersonsPlace(tokens, index)
  )
    return false;
  return !(
    DERIVED.test(text) ||
    PUBLIC.test(text) ||
    isNeverAPerson(text) ||
    isPersonWord(text) ||
    isShopWord(text) ||
    isStreetWord(text) ||
    isInstitutionWord(text)
  );
}

const ANSWER = /^(?:ответ|звон|помощ|помог|письм|решени|реакци|привет|отписк|толк|слух|внимани|понимани)/u;
const SIGNED =
  /^(?:подписан|согласован|составлен|принят|выдан|утвержд[её]н|заверен|обещан|уволен|назначен|написан|сказан|нанят|обманут)/u;

/** Whether a person's verb in the past stands right before, and the clause ends with the word. */
function isDoneBy(tokens: readonly Token[], index: number): boolean {
  const [verb, next] = [tokens[index - 1], tokens[index + 1]];
  return (
    verb?.kind === "cyrillic" &&
    /^(?:подписал|сказал|обещал|ответил|отказал|приходил|звонил|составил|заявил)$/u.test(verb.text) &&
    (next === undefined || next.breaks > 0 || /^[.,;!?)]$/u.test(next.text))
  );
}

/** What people have: «у Лопаты приём по четвергам». */
const ASKED = /^(?:приём|прием|приёмн|приемн|кабинет|спрос|претенз|вопрос|просил|спрашива|узнава)/u;
/** What may stand between an office and its holder, and bears no name itself: «сосед сверху Кабан», «мастер участка Комар». */
const OF_OFFICE =
  /^(?:сверху|снизу|сбоку|слева|справа|напротив|этажом|выше|ниже|по|у|дому|подъезду|них|нас|вас|участка|смены|начальника|начальницы|директора|главы|мастера|отдела|бригады|общежития)$/u;

function isTitledFromAfar(tokens: readonly Token[], index: number): boolean {
  let at = index - 1;
  while (index - at <= 2 && tokens[at + 1]?.breaks === 0 && OF_OFFICE.test(tokens[at]?.text ?? "")) at -= 1;
  const title = tokens[at];
  if (at === index - 1 || title?.kind !== "cyrillic" || tokens[at + 1]?.breaks !== 0) return false;
  return (
    (isPersonWord(title.text) || (/^старш(?:ая|ий|ей|ему|ую)$/u.test(title.text) && tokens[at + 1]?.text === "по")) &&
    !/(?:ов|ей|ам|ям|ами|ями|ах|и|ы)$/u.test(title.text)
  );
}

function isInPersonsPlace(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1];
  if (
    before === undefined ||
    (LOCATIVE.test(before.text) && !(before.text === "на" && isComplaintWord(tokens[index - 2]?.text ?? "")))
  )
    return false;
  if (
    isContacted(tokens, index, tokens[index]?.reading.animate) ||
    (before.kind === "cyrillic" && SIGNED.test(before.text) && /(?:ом|ем|ой|ей)$/u.test(tokens[index]?.text ?? ""))
  )
    return true;
  const after = tokens[index + 1];
  if (before.text === "от" && after?.breaks === 0 && ANSWER.test(after.text)) return true;
  // «речь о Калине, которая закрыла калитку»
  if (
    after?.text === "," &&
    /^котор(?:ый|ая|ого|ой|ому|ую)$/u.test(tokens[index + 2]?.text ?? "") &&
    /^(?:о|об|про|у|к|от|с)$/u.test(before.text)
  )
    return true;
  if (actsAsPerson(tokens, index)) return true;
  // «Кассир Ромашка обсчитала»: what an office belongs to does nothing of its own.
  if (
    before.kind === "cyrillic" &&
    isPersonWord(before.text) &&
    /[ая]$/u.test(tokens[index]?.text ?? "") &&
    hasOwnVerb(tokens, index)
  )
    return true;
  if (before.text === "у" && after?.breaks === 0 && ASKED.test(after.text)) return true;
  return isTitledFromAfar(tokens, index);
}
