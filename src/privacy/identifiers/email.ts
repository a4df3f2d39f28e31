import type { Span } from "../span.ts";

/** RFC 5321: the local part has at most 64 characters, the domain at most 255. The limits also keep the search linear. */
const LONGEST_LOCAL = 64;
const LONGEST_DOMAIN = 255;

const LOCAL = /[\p{L}\p{Nd}._%+'-]{1,64}$/u;
const DOMAIN =
  /^[\p{L}\p{Nd}-]+(?:\.[\p{L}\p{Nd}-]+)*\.(?:[a-z]{2,24}|рф|ру|ком|рус|москва|дети|онлайн|xn--[a-z\d]+)(?![\p{L}\p{Nd}])/iu;
/** A space crept in around «@» or a dot: «ivanov @ mail . ru». Only with a known ending, so that prose is not eaten. */
const SPACED_DOMAIN =
  /^\s{1,2}?[\p{L}\p{Nd}-]{1,60}(?:\s?\.\s?[\p{L}\p{Nd}-]{1,60}){0,2}\s?[.,]\s?(?:ru|com|net|org|рф|su|ua|by|kz|me|info|biz|io|cloud|pro)(?![\p{L}\p{Nd}])|^[\p{L}\p{Nd}-]{1,60}(?:\s?\.\s?[\p{L}\p{Nd}-]{1,60}){0,2}\s?[.,]\s?(?:ru|com|net|org|рф|su|ua|by|kz|me|info|biz)(?![\p{L}\p{Nd}])/iu;
/** Well-known mail services without the ending: «ivanov@mail», «петров@яндекс». */
const SERVICE =
  /^(?:mail|e-?mail|gmail|yandex|ya|bk|list|inbox|rambler|icloud|outlook|hotmail|yahoo|mail ?ru|майл|мейл|яндекс|гмейл|рамблер)(?:[ .,]{0,2}(?:ru|ком|com|ру))?(?![\p{L}\p{Nd}])/iu;

/** «ivanov собака mail точка ru», «ivanov(at)mail.ru», «ivanov [dog] mail dot ru». */
const SPOKEN =
  /(?<![\p{L}\p{Nd}])(?:[A-Za-z\p{Nd}_-]{1,30}\s(?:точка|тчк|dot)\s){0,2}([\p{L}\p{Nd}._%+-]{1,64})\s{0,2}(?:["«']?\(?\[?\{?\s?(?:собак[аиу]|сабак[аиу]|собачк[аиу])\s?\}?\]?\)?["»']?|[([{<]\s?(?:at|эт|dog|@|а|a)\s?[)\]}>]|\s(?:at|эт|dog)\s)\s{0,2}((?:mail|gmail|yandex|ya|bk|list|inbox|rambler|icloud|outlook|hotmail|yahoo|майл|маил|мейл|мэйл|мыло|яндекс|гмейл|джимейл|рамблер|бк|лист|инбокс|[a-z\d-]{2,40})(?:\s{0,2}(?:\.|,|[([{]\s?(?:dot|точка|\.)\s?[)\]}]|\s?(?:точка|тчк|dot)\s?)\s{0,2}|\s)(?:ru|com|net|org|ру|ком|рф))(?![\p{L}\p{Nd}])/giu;

const PROVIDER = "(?:mail|gmail|yandex|ya|bk|list|inbox|rambler|icloud|outlook|hotmail|yahoo)";
/** «ivanov%40mail.ru» in an address of a page, «ivanov*yandex.ru», «ivanov # mail.ru». */
const SIGN_REPLACED = new RegExp(
  String.raw`(?<![\p{L}\p{Nd}%])[A-Za-z\d._+-]{2,64}(?:%40[A-Za-z\d-]{1,60}(?:\.[A-Za-z\d-]{1,60}){0,3}\.[A-Za-z]{2,10}| ?[*#&$!^=]{1,2} ?${PROVIDER} ?\. ?(?:ru|com))(?![\p{L}\p{Nd}])`,
  "giu",
);
/** «i v a n o v @ m a i l . r u»: letters set apart, one or both sides of the sign. */
const LETTERS_APART =
  /(?<![\p{L}\p{Nd}])(?:[A-Za-z\d._-] ){0,40}[A-Za-z\d._-]{1,64} ?@(?: ?[A-Za-z\d-]){2,40} ?\. ?(?:r ?u|c ?o ?m|n ?e ?t|o ?r ?g)(?![\p{L}\p{Nd}])/giu;
/** «почта: ivan.petrov на мэйле», «пишите ivanov85 на яндекс». */
const NAMED_PROVIDER =
  /(?<![\p{L}\p{Nd}])(?:[A-Za-z][A-Za-z\d._-]{3,64}(?= (?:на|в) )|(?=[A-Za-z-]*[\d._])[A-Za-z][A-Za-z\d._-]{3,64}(?= at ))(?= (?:на|в|at) (?:м[эеа]йл|яндекс|гмейл|джимейл|рамблер|mail|yandex|gmail|rambler))/giu;

const SPOKEN_PROVIDER = "(?:м[эеа][йи]л|яндекс|гм[эе]йл|джимейл|рамблер|mail|yandex|gmail|rambler)";
/** «kr.pavel, мэйл ру», «kr.pavel яндекс точка ру»: the sign left out. */
const SIGN_LEFT_OUT = new RegExp(
  String.raw`(?<![\p{L}\p{Nd}])[A-Za-z][A-Za-z\d._-]{3,64}[ ,]{1,2}${SPOKEN_PROVIDER}(?: ?\. ?| точка | )(?:ру|ком|ru|com)(?![\p{L}\p{Nd}])`,
  "giu",
);
/** «на гмейл kr.pavel77», «почта яндекс: kr_pavel»: the provider before the name, which holds a figure, or a mark between two words. */
const AFTER_PROVIDER = new RegExp(
  String.raw`(?<![\p{L}\p{Nd}./-])${SPOKEN_PROVIDER}(?![\p{L}.])(?: ?: ?| [–-] | )(?=[A-Za-z._-]*(?:\d|_|[A-Za-z]{2}\.[A-Za-z]{2}))([A-Za-z][A-Za-z\d._-]{3,64})(?![\p{L}\p{Nd}@/])`,
  "giu",
);

/** E-mail addresses, also with spaces around «@» or with the sign spelled out. */
export function findEmails(text: string): Span[] {
  const spans: Span[] = [];
  for (let at = text.indexOf("@"); at >= 0; at = text.indexOf("@", at + 1)) {
    const before = text.slice(Math.max(0, at - LONGEST_LOCAL - 2), at);
    const local = LOCAL.exec(before.trimEnd());
    if (!local) continue;
    const sign = at;
    const gap = before.length - before.trimEnd().length;
    // «ivanov@@mail.ru»: the sign was struck twice.
    while (text[at + 1] === "@") at++;
    const after = text.slice(at + 1, at + 1 + LONGEST_DOMAIN);
    const domain =
      (gap === 0 ? DOMAIN.exec(after) : null) ??
      (gap <= 2 ? SPACED_DOMAIN.exec(after) : null) ??
      (gap === 0 ? SERVICE.exec(after) : null);
    if (!domain) continue;
    const lead = /^[._'-]*/u.exec(local[0])?.[0].length ?? 0;
    const start = sign - gap - local[0].length + lead;
    if (start >= at) continue;
    spans.push({ start, end: at + 1 + domain[0].length, class: "email", tier: "confirmed" });
  }
  if (/%40|[*#&$!^=] ?(?:mail|gmail|ya|bk|list|inbox|rambler|icloud|outlook|hotmail)/iu.test(text)) {
    for (const match of text.matchAll(SIGN_REPLACED)) spans.push(email(match.index, match[0]));
  }
  if (text.includes("@")) for (const match of text.matchAll(LETTERS_APART)) spans.push(email(match.index, match[0]));
  if (/[A-Za-z] (?:на|в|at) /u.test(text) || /[\d_.] на /u.test(text))
    for (const match of text.matchAll(NAMED_PROVIDER)) spans.push(email(match.index, match[0]));
  if (
    /[A-Za-z][A-Za-z\d._-]{3}/u.test(text) &&
    /м[эеа][йи]л|яндекс|мэйл|джимейл|рамблер|mail|yandex|rambler/iu.test(text)
  ) {
    for (const match of text.matchAll(SIGN_LEFT_OUT)) spans.push(email(match.index, match[0]));
    for (const match of text.matchAll(AFTER_PROVIDER))
      if (!/\.(?:ru|com|рф)$/iu.test(match[1] ?? ""))
        spans.push(
          email(match.index + match[0].length - (match[1] ?? "").length, (match[1] ?? "").replace(/[._-]+$/u, "")),
        );
  }
  if (/собак|сабак|собачк|[([{< ](?:at|эт|dog|@|а|a)[)\]}> ]|[([{] (?:at|эт|dog) [)\]}]/iu.test(text)) {
    for (const match of text.matchAll(SPOKEN))
      spans.push({ start: match.index, end: match.index + match[0].length, class: "email", tier: "confirmed" });
  }
  return spans;
}

function email(start: number, value: string): Span {
  return { start, end: start + value.length, class: "email", tier: "confirmed" };
}
