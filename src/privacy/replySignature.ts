import { PERSONAL_DATA_CLASSES } from "./classes.ts";
import type { Span } from "./span.ts";

/** Stand for what was found: a name, a phone number or mailbox, anything else. From a range that no text uses. */
const NAME = "\uE000";
const CONTACT = "\uE001";
const OTHER = "\uE002";
const standIns = /[\uE000-\uE002]/u;

/** A signature is short: only the end of a reply is looked at. */
const longestSignature = 600;

const closing = String.raw`с\s+уважением(?![\p{L}])`;
const executor = String.raw`исп(?:олнитель)?\.?\s*:|исп\.|исполнитель(?=\s+${NAME})`;
/** Offices in the nominative, in which an official signs; in another case a person is spoken of or written to. */
const head = String.raw`(?:и\.\s?о\.|врио|исполняющ(?:ий|ая)\s+обязанности)(?:\s+\p{L}+)?|(?:(?:перв|главн)(?:ый|ая)\s+)?(?:вице-)?(?:министр|губернатор|мэр|глава|начальник|руководитель|директор|председатель|заместитель|зам\.|замглавы|управляющий|управделами|префект|премьер-министр)(?![\p{L}])`;
const office = String.raw`${head}|(?:(?:главн|ведущ|старш|перв)(?:ый|ая|ий)\s+)?(?:специалист|консультант|советник|референт|эксперт|инспектор|инженер|секретарь|помощник|заведующ(?:ий|ая))(?![\p{L}])`;

const starts = new RegExp(
  String.raw`(?:(?<=^|\n|[.!?…;,]\s)(?:${closing})|(?<=^|\n|[.!?…]\s)(?:${executor}|${head}))`,
  "giu",
);
const opener = new RegExp(`${closing}|${executor}`, "iuy");
const officeHere = new RegExp(office, "iuy");
/** What an office is an office of: «по работе с обращениями граждан», «№ 5», «г. Заречного». */
const ofWhat = /[\s,–—-]*(?:[«"(]?(?:(?:г|обл|респ|пгт)\.|[\p{L}-]+)[»")]?|№\s?\d+)/uy;
const label =
  /(?:контактн[а-яё]+\s+)?(?:тел(?:ефон[а-яё]*)?|т|моб|факс|доб|e-?mail|эл\.?\s*(?:почта|адрес)|(?:адрес\s+)?электронн[а-яё]+\s+(?:почт[аы]|адрес)|почта)(?!\p{L})[.:\s]*/iuy;
/** Numbers and mailboxes that the allow-list lets stay are no finds and stand as they are. */
const contact = new RegExp(String.raw`${CONTACT}|[+(]?\d[\d()\s–-]{3,}\d|[\w.+-]+@[\w.-]+\w`, "uy");
const extension = /\d{2,6}/uy;
const between = /[\s,;|.–—-]+/uy;

/** Somebody other than the signer, or a verb: then it is a sentence about a person and no office. */
const notOfAnOffice =
  /^(?:заявител|гражданин|гражданк|жител|потерпевш|собственник|владел|инвалид|ветеран|пенсионер|сын|доч|мать|матер|отец|отц|муж[ау]?$|жен[аыу]$|брат|сестр|супруг|реб[её]н|ваш|вам$|вас$|вы$|мы$|я$|он$|она$|они$|не$|что$|котор|против$|вместе$|слов$|семь|квартир|дом[ауе]?$|для$|от$|у$|к$)|(?:[аиеяыу]л[аио]?|л(?:ся|ась|ось|ись)|ться|тся|[аеиуюя]т|[аи]ть|ен[аоы]?)$/iu;
const endsInVerbButIsNone =
  /^(?:отдел[а]?|дела|капитала|генерал|филиала?|материала?|персонала?|канала?|урала|портала?|села|комитет|совет|департамент|институт|университет|аппарат|регламент|парламент|цен|смен|имен)$/iu;
const onePerson = /^\p{Lu}[\p{L}'-]*\.?(?:[^\S\n]*[\p{L}][\p{L}'-]*\.?){0,3}$/u;
const contactMasks = PERSONAL_DATA_CLASSES.filter((rule) => rule.id === "phone" || rule.id === "email").flatMap(
  (rule) => [rule.mask.ru, rule.mask.en],
);

/**
 * The names in the closing signature of an official's reply: after «С уважением», «Исполнитель:» or an office in the last
 * lines, with nothing behind but offices, names each with an office or an opener of its own, phone numbers and mailboxes.
 * Whatever does not read as that is no signature.
 *
 * @param text a reply as plain text; spans: what was found in it, as `detect` gives it
 */
export function signatureNames(text: string, spans: readonly Span[]): ReadonlySet<Span> {
  const names = spans.filter((span) => span.class === "name");
  if (names.length === 0 || standIns.test(text)) return new Set();
  const from = Math.max(0, text.length - longestSignature);
  let outline = "";
  let position = 0;
  for (const span of spans) {
    const isName = span.class === "name" && onePerson.test(text.slice(span.start, span.end));
    outline +=
      text.slice(position, span.start) +
      (isName ? NAME : span.class === "phone" || span.class === "email" ? CONTACT : OTHER);
    position = span.end;
  }
  outline += text.slice(position);
  for (const words of contactMasks) outline = outline.replaceAll(words, CONTACT);
  const start = Math.max(0, outline.length - (text.length - from));
  for (const match of outline.matchAll(starts)) {
    if (match.index < start) continue;
    const count = signers(outline.slice(match.index));
    if (count > 0) return new Set(names.slice(-count));
  }
  return new Set();
}

/** How many names a text holds that reads as a signature from its first character to its last; 0 where it does not. */
function signers(text: string): number {
  let at = 0;
  let count = 0;
  let awaitsName = false;
  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0] ?? null;
    if (found !== null) at += found.length;
    return found;
  };
  while (at < text.length) {
    if (take(between) !== null) continue;
    if (take(opener) !== null) awaitsName = true;
    else if (take(officeHere) !== null) {
      awaitsName = true;
      if (
        !takeOfWhat(
          text,
          () => at,
          (next) => (at = next),
        )
      )
        return 0;
    } else if (text[at] === NAME && awaitsName) {
      if (afterPreposition.test(text.slice(0, at))) return 0;
      at++;
      count++;
      awaitsName = false;
    } else if (take(label) !== null) {
      if (take(contact) === null && take(extension) === null) return 0;
    } else if (take(contact) === null) return 0;
  }
  return count;
}

const afterPreposition = /(?<!\p{L})(?:с|со|о|об|по|на|в|во|за|из|при|под|над|перед|через|имени)\s+$/iu;
const longestOffice = 25;

/** Goes over the words after an office; false where one of them cannot belong to it. */
function takeOfWhat(text: string, at: () => number, moveTo: (next: number) => void): boolean {
  for (let words = 0; words < longestOffice; words++) {
    ofWhat.lastIndex = at();
    const found = ofWhat.exec(text)?.[0];
    if (found === undefined) return true;
    const word = found.replace(/^[\s,–—-]+|[«»"()]/gu, "");
    const wordStart = at() + found.length - found.replace(/^[\s,–—-]+/u, "").length;
    for (const pattern of [opener, label]) {
      pattern.lastIndex = wordStart;
      if (pattern.test(text)) return true;
    }
    if (notOfAnOffice.test(word) && !endsInVerbButIsNone.test(word)) return false;
    moveTo(at() + found.length);
  }
  return false;
}
