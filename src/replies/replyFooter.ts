/** A footer is short; what goes on longer is a part of the reply. */
export const longestFooter = 250;

const legalForm =
  "(?:ООО|ОАО|ЗАО|ПАО|НАО|АО|ИП|УК|ТСЖ|ТСН|ЖСК|ЖЭС|ЖЭУ|КУП|РУП|УП|МУП|ГУП|ФГУП|МП|МКП|МКУ|МБУ|МАУ|МУ|ГБУ|ГКУ|ГАУ|ГУ|ФКУ|ФГБУ|ФБУ|КГБУ|КГКУ|ОГБУ|ОГКУ|ГБУЗ|МБОУ|МБДОУ|ЕДДС|АДС|ЦУР|МФЦ|ГЖИ|ОМВД|УМВД)(?![\\p{L}\\p{N}])";
const quoted = String.raw`(?:«[^»\n]{1,60}(?:»{1,2}|$)|"[^"\n]{1,60}"{1,2}|“[^”\n]{1,60}”|„[^“\n]{1,60}“)`;
const surname = String.raw`\p{Lu}\p{Ll}{1,30}(?:-\p{Lu}\p{Ll}{1,30})?`;
const initials = String.raw`\p{Lu}\.\s?(?:\p{Lu}\.)?`;
const person = String.raw`(?:${surname}\s${initials}|${initials}\s?${surname}|${surname}\s${surname}\s\p{Lu}\p{Ll}{1,30}(?:вич|вна|чна)|\[(?:имя|ФИО|фио)\])`;
/** Whom a signature names without a legal form: bodies and posts, in the nominative. */
const bodyOrPost =
  "(?:администрация|министерство|департамент|управление|комитет|служба|пресс-служба|отдел|отделение|сектор|центр|дирекция|инспекция|префектура|управа|мэрия|диспетчерская|приёмная|приемная|редакция|команда|учреждение|предприятие|компания|фонд|горячая линия|модератор|специалист|эксперт|инженер|консультант|референт|начальник|заместитель|зам\\.|директор|глава|руководитель|диспетчер|оператор|мастер|врио|и\\.\\s?о\\.|секретарь|юрист|юрисконсульт|менеджер|председатель|инспектор|управляющий|министр|мэр)";
/** Words that tell more of the body: genitives and names, and no verb in the past, nor a participle. */
const ofTheBody = String.raw`(?!${person})(?:${legalForm}(?:\s${quoted})?|${quoted}|(?:г|пос|с|п|пгт)\.\s?${surname}|отдела(?!\p{L})|(?:и|по|с|г|на)(?=\s)|\p{Lu}{2,8}(?![\p{L}])|(?!\p{L}{1,30}(?:[аияе]ла|[аияе]ли|[аияе]ло|[ае]на|[ае]но|[ае]ны|[ае]н|ит|ет|ут|ют|ят)(?!\p{L}))(?:\p{Lu}[\p{L}-]{1,30}|[\p{L}-]{1,30}(?:ого|его|ых|их|ов|ев|ой|ей|ия|ий|ам|ям|ами|ями|ом|ем|ым|им|у|ю|ы|и|а|я|ль))(?!\p{L}))`;
/** «Диспетчерская: 2-34-56» gives a number to call, and is no signature. */
const notIntroducing = String.raw`(?!\s{0,2}[:—–]\s?[\d+(\[])`;

/** What a footer says of who wrote: «ООО "Ромашка"», «Исп. Иванова А. А.», «Главный специалист отдела ЖКХ», «Подписывайтесь на нас». */
const signers = [
  String.raw`${legalForm}(?:\s${legalForm})?\s?(?:${quoted}|${surname})(?:\s${ofTheBody}){0,4}${notIntroducing}`,
  String.raw`[Ии]сп(?:олнитель)?\s?[.:]+\s{0,2}(?=${person}|\[|\p{Lu}|\p{Ll}{1,20}\s)`,
  String.raw`(?:\p{L}[\p{L}-]{1,30}(?:ый|ий|ой|ая|ое)\s){0,3}(?:${anyCapital(bodyOrPost)})(?!\p{L})(?:\s${ofTheBody}){0,9}${notIntroducing}`,
  String.raw`(?:[Тт]ел(?:ефон)?\.?\s?\/\s?)?[Фф]акс[.:]{0,2}\s?(?=[\d+(\[])`,
  String.raw`(?:[Пп]одписывайтесь|[Пп]рисоединяйтесь|[Чч]итайте\sнас|[Мм]ы\s(?:в|во|на)\s(?:соцсетях|социальных\sсетях|Telegram|Телеграме?|телеграме?|ВК|ВКонтакте|Одноклассниках|MAX|Max)|[Нн]аш(?:а|и)?\s(?:группа|канал|паблик|страница|сайт|соцсети|чат-бот|телеграм-канал|сообщество))[^\n.!?:@]{0,60}`,
  person,
].map((pattern) => new RegExp(pattern, "uy"));

/** What else a footer has: contacts, an address, hours, a date. */
const contacts = [
  /(?:(?:[Нн]аш|[Кк]онтактный|[Оо]фициальный|[Мм]ногоканальный|[Рр]абочий)\s)?(?:[Тт]ел(?:ефон)?|т|[Мм]об|[Рр]аб|[Фф]акс|[Ee]-?mail|[Мм]ейл|[Ээ]л(?:ектронная|ектронный|\.)?\s?(?:почта|адрес)|[Пп]очта|[Сс]айт|[Аа]дрес|WhatsApp|Viber|Telegram|[Тт]елеграм|ВК|VK|доб|вн)(?![\p{L}])[.:]{0,2}/uy,
  /\+?[\d(][\d()\s–-]{3,22}\d(?!\d)(?:,?\s?(?:доб|вн)\.?\s?\d{1,5})?/uy,
  /[\p{L}\p{N}._+-]{1,64}@[\p{L}\p{N}.-]{1,64}/uy,
  /@[A-Za-z0-9_]{3,40}/uy,
  /(?:https?:\/\/|www\.)[^\s<>«»"]{1,200}/uy,
  /[\p{L}\p{N}-]{1,40}(?:\.[\p{L}\p{N}-]{1,40}){0,3}\.(?:ru|com|org|net|me|by|kz|example|рф|бел)(?:\/[^\s<>«»"]{0,100})?(?![\p{L}])/uy,
  /\[[^\][\n]{1,40}\]/uy,
  /(?:г|гор|ул|пр|просп|пер|пл|наб|ш|мкр|д|корп|стр|каб|оф|кв)\.\s?(?:\d{1,4}\p{L}?|\p{Lu}[\p{L}-]{1,30}(?:\s\p{Lu}[\p{L}-]{1,30})?)/uy,
  /\d{1,2}\.\d{2}\.\d{4}|\d{1,6}(?:\/\d{1,4})?\p{L}?(?![\p{L}\p{N}])/uy,
];
const between = /[\s,.;:|/•·—–)("»-]*/uy;

/** Where a footer may begin: behind a sentence, or on a line of its own that no colon introduces. */
const beginnings = /(?<=[.!?…;)]\s{1,3})(?=\S)|(?<=[^\s:]\s{0,2}\n[\s—–-]{0,4})(?=\S)/gu;

/** Every word of a list as it is and with a capital letter. */
function anyCapital(words: string): string {
  return words.replace(/(?<=\(\?:|\|)\p{Ll}/gu, (first) => `[${first}${first.toUpperCase()}]`);
}

function endOf(patterns: readonly RegExp[], text: string, at: number): number {
  for (const pattern of patterns) {
    pattern.lastIndex = at;
    if (pattern.test(text)) return pattern.lastIndex;
  }
  return at;
}

/** Whether a piece of a text says who wrote, how to reach them, and no more. */
function isFooter(text: string): boolean {
  let isSigned = false;
  for (let at = 0; at < text.length;) {
    const signed = endOf(signers, text, at);
    const end = signed > at ? signed : endOf(contacts, text, at);
    if (end === at) return false;
    isSigned ||= signed > at;
    between.lastIndex = end;
    between.test(text);
    at = Math.max(end, between.lastIndex);
  }
  return isSigned;
}

/**
 * Where the footer of a reply begins: names of a body, a post or a person with telephone, mailbox, address and links, at the end and
 * behind other words. A telephone without a name, or behind a colon («Диспетчерская: 2-34-56»), belongs to what is answered.
 *
 * @param reply a reply as plain text, masked or not
 * @param end where its body ends (replyBody.ts)
 * @returns `end` where it has none
 */
export function footerStart(reply: string, { start, end }: { readonly start: number; readonly end: number }): number {
  const from = Math.max(start, end - longestFooter);
  const tail = reply.slice(from, end).trimEnd();
  for (const { index } of tail.matchAll(beginnings)) if (index > 0 && isFooter(tail.slice(index))) return from + index;
  return end;
}
