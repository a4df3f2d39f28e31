/** From where to where a text goes, in UTF-16 units; `end` is not part of it. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Whom a greeting is addressed to: a mask, or names and «жители» with a capital letter. */
const addressee = String.raw`(?:[Уу]важаем(?:ый|ая|ые)\s)?(?:\[[^\][\n]{1,40}\]|\p{Lu}[\p{L}\p{M}.]{0,30}(?:\s\p{Lu}[\p{L}\p{M}.]{0,30}){0,2})`;
/** «Здравствуйте!», «Добрый день, [имя]!», «Уважаемая Анна Петровна!», «[имя], здравствуйте!», and the marks behind it. */
const greeting = new RegExp(
  String.raw`^[\s>–—-]*(?:(?:${addressee},\s*)?(?:[Зз]дравствуй(?:те)?|ЗДРАВСТВУЙТЕ|[Пп]риветству(?:ю|ем)(?:\s[Вв]ас)?|[Дд]обр(?:ый|ого|ое|ой)\s(?:[Дд]ень|[Дд]ня|[Вв]ечера?|[Уу]тр[оа]|[Вв]ремени\sсуток)|[Hh]ello|[Gg]ood\s(?:morning|afternoon|evening|day))(?:,?\s${addressee}(?=\s?(?:[!,.\n]|$)))?|(?:[Уу]важаем(?:ый|ая|ые)|УВАЖАЕМ(?:ЫЙ|АЯ|ЫЕ)|Dear)\s[^\n!?,:;.]{1,60}(?=[!,\n]))(?!\p{L})[\s!.,:;)]*`,
  "u",
);
/** More than a greeting, an address and another greeting is no beginning of a letter. */
const mostGreetings = 3;

/** Words that open a signature, where a line or a sentence begins. «С уважением к Вашему обращению сообщаем» opens none. */
const signatureOpener =
  /(?<=^|[\n.!?…;,)»])\s{0,4}(?:с\s{1,3}(?:глубоким\s{1,3})?уважением(?!\s{1,3}ко?\s)|с\s{1,3}наилучшими\s{1,3}пожеланиями|исп(?:олнитель)?\s?[.:]|(?:best\s|kind\s)?regards|sincerely|yours\s{1,3}(?:sincerely|faithfully))(?!\p{L})/giu;
/** A signature is short; what goes on longer is a part of the reply. */
const longestSignature = 250;

/**
 * The part of a reply that answers: without the greeting at its beginning and the signature at its end, which say the
 * same whatever was asked. Where nothing else is left the stretch is empty.
 *
 * @param reply a reply as plain text, masked or not
 */
export function replyBody(reply: string): Stretch {
  let start = 0;
  for (let count = 0; count < mostGreetings; count += 1) {
    const found = greeting.exec(start === 0 ? reply : reply.slice(start))?.[0];
    if (found === undefined) break;
    start += found.length;
  }
  const tail = Math.max(start, reply.length - longestSignature);
  // A line or a sentence begins at the start of the body as well.
  const opener = reply.slice(tail === start ? start : tail).search(signatureOpener);
  return { start, end: opener < 0 ? reply.length : tail + opener };
}
