import type { PersonalDataClass } from "../classes.ts";
import type { Span } from "../span.ts";

interface KeywordRule {
  readonly class: PersonalDataClass;
  readonly pattern: RegExp;
}

const NUMBER_SIGN = String.raw`(?:№|N|#|номер\p{L}{0,2}|сери[яи])`;
/** What may stand between the name of a paper and its number: up to four words, signs, no other number. */
const BETWEEN = String.raw`(?:[^\d\n]{0,40}?)`;
/** What is counted after a word instead of numbering a paper: «вакцинация 12 345 человек», «патент за 25 000 рублей». */
const COUNTED = String.raw`руб|₽|тыс|млн|чел|граждан|пациент|жител|больных|дет(?:ей|ям)|доз(?!\p{L})|доз[аы]|раз(?!\p{L})|штук|шт\.`;
const afterWord = (word: string, value: string, kind: PersonalDataClass = "document"): KeywordRule => ({
  class: kind,
  pattern: new RegExp(
    String.raw`(?<!\p{L})(?:${word})(?!\p{L})${BETWEEN}(${value})(?![\p{L}\d]|[ \d]{0,8} (?:${COUNTED}))`,
    "giu",
  ),
});

/** Papers that lead to one person and are told by a word; group 1 is the number. */
const RULES: readonly KeywordRule[] = [
  // Vehicles: the certificate and the passport of a vehicle.
  afterWord(
    String.raw`э?ПТС|СТС|свидетельств\p{L}{1,2} ТС|свидетельств\p{L}{1,2} о регистрации(?: ТС| транспорт\p{L}{1,6} средств\p{L}{1,2}| машины| автомобиля)?|паспорт\p{L}{0,2} (?:ТС|транспортного средства)`,
    String.raw`\d{2} ?(?:\d{2}|[А-ЯЁA-Z]{2}) ?${NUMBER_SIGN}?[ .]{0,2}\d{6}|\d{15}`,
  ),
  // Work and illness.
  afterWord(
    String.raw`ЭЛН|э?лн(?= ?№)|больничн\p{L}{2,3}(?: лист\p{L}{0,3})?|лист\p{L}{0,3} (?:нетрудоспособности|временной нетрудоспособности)`,
    String.raw`\d(?:[ -]?\d){8,12}`,
  ),
  afterWord(
    String.raw`сертификат\p{L}{0,2}(?: о)? (?:вакцин\p{L}{1,5}|привив\p{L}{1,4})|прививочн\p{L}{2,3} сертификат\p{L}{0,2}|(?:вакцинаци|прививк)\p{L}{1,2}|медкарт\p{L}{1,2}|амбулаторн\p{L}{2,3} карт\p{L}{1,2}|истори\p{L}{1,2} болезни|направлени\p{L}{1,2} (?:на (?:анализ\p{L}{0,2}|госпитализаци\p{L}{1,2}|МСЭ)|к врачу)|рецепт\p{L}{0,2}`,
    String.raw`(?:${NUMBER_SIGN}[ :]{0,2})?(?:\d(?:[ -]?\d){4,18}|\d{2}[А-ЯЁA-Z]\d{6,10})`,
  ),
  afterWord(
    String.raw`медкарт\p{L}{1,2}|амбулаторн\p{L}{2,3} карт\p{L}{1,2}|истори\p{L}{1,2} болезни`,
    String.raw`${NUMBER_SIGN}[ :]{0,2}\d{2,6}(?:\/\d{2,4})?`,
  ),
  // A referral to a doctor: the region, a letter, ten figures.
  { class: "document", pattern: /(?<![\p{L}\d])(\d{2}[МM]\d{10})(?![\p{L}\d])/gu },
  // Service, pensions, benefits.
  afterWord(
    String.raw`воен(?:н\p{L}{2,3}|\.)? ?билет\p{L}{0,3}|военник\p{L}{0,2}|ВБ(?= ?№)|удостоверени\p{L}{1,2} (?:призывника|военнослужащего|офицера)`,
    String.raw`(?:${NUMBER_SIGN}[ :]{0,2})?[А-ЯЁA-Z]{2} ?[-№N]{0,2} ?\d{6,7}|\d{7}`,
  ),
  afterWord(
    String.raw`(?:пенсионн|ветеранск|льготн|социальн|инвалидн|студенческ|охотничь|служебн)\p{L}{2,3} (?:удостоверени\p{L}{1,2}|билет\p{L}{0,2}|карт\p{L}{1,2})|удостоверени\p{L}{1,2}(?: \p{L}{2,16}){0,3}? (?:ветеран\p{L}{0,2}|участник\p{L}{0,2}|инвалид\p{L}{0,2}|пенсионер\p{L}{0,2}|многодетн\p{L}{2,3}|чернобыльц\p{L}{1,2}|донор\p{L}{0,2}|беженц\p{L}{1,2})(?: \p{L}{2,12}){0,2}?`,
    String.raw`(?:${NUMBER_SIGN}[ :]{0,2})?(?:(?<!\p{L})[А-ЯЁA-Z]{1,3} ?)?[-№N]{0,2} ?\d{4,8}(?:-\d{2,4})*|\d{3}[- ]\d{3}(?:\/\d{1,3})?`,
  ),
  // Any other certificate of a person: a number told by a sign, or a long one.
  afterWord(
    String.raw`удостоверени\p{L}{1,2}|ветеран\p{L}{0,2} (?:труда|боевых действий|войны|ВОВ)|(?:пенсионн|ветеранск)ое(?= ?№)`,
    String.raw`${NUMBER_SIGN}[ :]{0,2}(?:(?<!\p{L})[А-ЯЁA-Z]{1,3}[ -]{0,2})?(?:№ ?)?\d{4,10}(?:-\d{2,4})*|\d{5,8}(?:-\d{2,4})*|\d{3}-\d{3}-\d{3}`,
  ),
  afterWord(
    String.raw`свидетельств\p{L}{1,2} (?:о (?:праве |государственной регистрации |регистрации )?(?:права |на )?(?:собственности|права)|на (?:право )?(?:собственност\p{L}|дом|квартиру|землю))`,
    String.raw`\d{2} ?-? ?[А-ЯЁA-Z]{2}[ №N-]{0,4}(?:номер )?\d{6}`,
  ),
  afterWord(
    String.raw`справк\p{L}{1,2} (?:МСЭ|об инвалидности)|розов\p{L}{2,3} справк\p{L}{1,2}|патент\p{L}{0,2}|вид\p{L}{0,2} на жительство|внж|рвп|миграционн\p{L}{2,3} карт\p{L}{1,2}`,
    String.raw`(?:${NUMBER_SIGN}[ :]{0,2})?(?:МСЭ[ -]?)?(?:\d{2,4}[ №-]{1,3})?\d{5,10}`,
  ),
  afterWord(
    String.raw`зач[её]тк\p{L}{1,2}|зач[её]тн\p{L}{2,3} книжк\p{L}{1,2}`,
    String.raw`(?:${NUMBER_SIGN}[ :]{0,2})?\d{5,10}`,
  ),
  // Payments and requests: whoever knows the number sees the person's page.
  afterWord(
    String.raw`УИН|УИП|идентификатор\p{L}{0,2} начислени\p{L}{1,2}|постановлени\p{L}{1,2} (?:ГИБДД|о штрафе)`,
    String.raw`\d(?: ?\d){17,24}`,
  ),
  { class: "document", pattern: /(?<!\d)(188\d{17})(?!\d)/gu },
  {
    class: "document",
    pattern:
      /(?<!\p{L})(?:заявлени|обращени|заявк|запис)\p{L}{1,3}[ :№N]{1,4}(\d(?:[ -]?\d){7,13})(?=[ ,(]{1,2}(?:через |на |в |по |с )?(?:портал\p{L}{0,2} )?(?:(?:гос)?услуг|ЕПГУ|МФЦ))/giu,
  },
  afterWord(
    String.raw`запис\p{L}{1,3} (?:на при[её]м )?(?:к|ко) \p{L}{4,20}|талон\p{L}{0,2}(?: (?:на при[её]м|к врачу|к \p{L}{4,20}|записи|электронн\p{L}{2,3})){0,2}`,
    String.raw`(?:${NUMBER_SIGN}[ :]{0,2})?\d(?:[ -]?\d){4,13}`,
  ),
  afterWord(
    String.raw`(?:заявлени|обращени|заявк|запис|талон|бронь|очеред)\p{L}{1,3}(?: \p{L}{1,12}){0,3}? (?:(?:гос)?услуг\p{L}{0,2}|ЕПГУ)|(?:(?:гос)?услуг\p{L}{0,2}|ЕПГУ)(?:,? \p{L}{2,12}){0,2}?,? (?:номер|заявлени|обращени|заявк)\p{L}{0,3}`,
    String.raw`(?:${NUMBER_SIGN}[ :]{0,2})?\d(?:[ -]?\d){7,13}`,
  ),
  afterWord(
    String.raw`ЕЛС|един\p{L}{2,3} лицев\p{L}{2,3} сч[её]т\p{L}{0,2}|жку-?(?:ид|id)|идентификатор\p{L}{0,2} (?:ЖКУ|плательщика)`,
    String.raw`\d{2} ?[А-ЯЁA-Z]{2} ?\d{6}(?:-\d{2,3})?|\d{10,13}`,
    "account",
  ),
  afterWord(
    String.raw`л\/с|лицев\p{L}{2,3}(?: сч[её]т\p{L}{0,2})?`,
    String.raw`\d{2} ?[А-ЯЁA-Z]{2} ?\d{6}(?:-\d{2,3})?`,
    "account",
  ),
  afterWord(
    String.raw`полис\p{L}{0,2}|ДМС|ОСАГО|КАСКО|страховк\p{L}{1,2}`,
    String.raw`(?:(?<!\p{L})[А-ЯЁA-Z]{2,3}[ №]{0,3})?(?:\d{4}-\d{6,9}|\d{5,10}\/\d{2,4}|\d{10})`,
  ),
  afterWord(
    String.raw`абонент(?:а|у|ск\p{L}{2,3})?(?: (?:номер\p{L}{0,2}|код\p{L}{0,2}|сч[её]т\p{L}{0,2}|№))?`,
    String.raw`\d{5,12}`,
    "account",
  ),
  // What is left of a card: its last figures with a person beside are how a bank names it.
  {
    class: "card",
    pattern:
      /(?<!\p{L})(?:карт\p{L}{0,4}|visa|виза|mir|мир|mastercard|мастеркард|сбер\p{L}{0,6}|maestro)(?!\p{L})[^\d\n*.]{0,24}((?:(?:[*•xх]{1,4}|\.{2,4}|…)[ -]?)+\d{4})(?!\d)/giu,
  },
  {
    class: "card",
    pattern:
      /(?<!\p{L})карт\p{L}{0,4}[^\d\n]{0,30}(?:оканчива\p{L}{2,5}(?: на)?|последни\p{L}{1,2}(?: (?:4|четыре))?(?: цифр\p{L}{0,2})?|заканчива\p{L}{2,5}(?: на)?|(?:номером|цифры) на)[^\d\n]{0,6}(\d{4})(?!\d)/giu,
  },
  { class: "card", pattern: /(?<!\p{L})карт(?:а|ы|е|у|ой) на (\d{4})(?!\d| ?(?:руб|₽|р\.|год|г\.|метр|тыс))/giu },
  {
    class: "card",
    pattern:
      /(?<!\p{L})(?:последни\p{L}{1,2}|конечн\p{L}{1,2})(?: (?:4|четыре))?(?: цифр\p{L}{0,2})?(?: номера)? (?:моей )?карт\p{L}{0,4}[ :–-]{1,4}(\d{4})(?!\d)/giu,
  },
  {
    class: "card",
    pattern: /(?<![\d.,:-])(\d{4}[ -]?(?:\d{2}[*•xхX]{2}|[*•xхX]{4})[ -]?[*•xхX]{4}[ -]?\d{4})(?!\d)/gu,
  },
  // International account numbers: a country, two check digits, groups of four.
  {
    class: "account",
    pattern:
      /(?<![\p{L}\d])((?:AM|AZ|BY|GE|KZ|KG|MD|TR|UA|DE|LV|LT|EE|PL|CY|RS|FR|GB|IT|ES|FI|CZ|AE)\d{2}(?: ?[A-Z\d]{4}){3,7}(?: ?[A-Z\d]{1,3})?)(?![\p{L}\d])/gu,
  },
];
const ANY =
  /ВБ ?№|\d[МM]\d{10}|ТС|ачет|ачёт|олис|ДМС|ОСАГО|КАСКО|трахов|л\/с|енсион|етеран|188\d{3}|ЕПГУ|епгу|алон|запис|Запис|бонент|обственност|оследн|онечн|isa|VISA|MIR|[мМ]ир|иза|[сС]бер|aster|астер|aestro|ПТС|птс|СТС|стс|ЭЛН|элн|больничн|Больничн|нетрудосп|сертификат|Сертификат|вакцин|Вакцин|привив|Привив|медкарт|карт|Карт|КАРТ|истори|рецепт|направлен|билет|удостоверен|Удостоверен|УДОСТ|регистрац|паспорт|Паспорт|справк|Справк|патент|жительств|внж|ВНЖ|рвп|РВП|УИН|уин|УИП|уип|начислен|постановлен|слуг|ЕЛС|елс|лицев|жку|ЖКУ|плательщик|[*•xхX]{4}|[A-Z]{2}\d{2} ?[A-Z\d]{4}|Воен|воен|миграц/u;

/** Papers of vehicles, illness, service and benefits, requests at public services, what is left of cards, IBANs. */
export function findOtherDocuments(text: string): Span[] {
  // The shortest of these numbers has four figures.
  if (!/\d(?:[ -]?\d){3}/u.test(text) || !ANY.test(text)) return [];
  const spans: Span[] = [];
  for (const rule of RULES) {
    for (const match of text.matchAll(rule.pattern)) {
      const value = (match[1] ?? "").trimStart();
      const start = match.index + match[0].lastIndexOf(value);
      spans.push({ start, end: start + value.length, class: rule.class, tier: "confirmed" });
    }
  }
  return spans;
}
