import { characterKinds, kindOfCharacter } from "./characters.ts";
import { replyBody } from "./replyBody.ts";

/** Stands for a number, a date, an address, a name or a mask: what differs between two copies of one text. */
export const placeholder = "¤";

/** The words of a reply in the form in which they are compared, and where each stands in the reply as it was given. */
interface NormalisedReply {
  /** Lower case, «е» for «ё»; neighbouring placeholders are one. */
  readonly words: readonly string[];
  /** Where each word begins and ends in the reply, in UTF-16 units. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

const months =
  "январ[ьяе]|феврал[ьяе]|март[ае]?|апрел[ьяе]|ма[йяе]|июн[ьяе]|июл[ьяе]|август[ае]?|сентябр[ьяе]|октябр[ьяе]|ноябр[ьяе]|декабр[ьяе]|january|february|march|april|may|june|july|august|september|october|november|december";
/** Kinds of places with a name behind them; an abbreviation has its full stop, or it may be a preposition. */
const namedPlaces =
  "улиц(?:а|ы|е|у|ей|ам|ах)|проспект(?:а|е|у|ом)?|переул(?:ок|ка|ке|ку|ком)|площад(?:ь|и|ью)|бульвар(?:а|е|у|ом)?|шоссе|набережн(?:ая|ой|ую)|проезд(?:а|е|у|ом)?|микрорайон(?:а|е|у|ом)?|город(?:а|е|у|ом)?|сел(?:о|а|е|у|ом)|пос[её]л(?:ок|ка|ке|ку)|деревн(?:я|и|е|ю|ей)|станиц(?:а|ы|е|у)|хутор(?:а|е)?|ул\\.?|просп\\.|пр-к?т\\.?|пр\\.|пер\\.|пл\\.|б-р\\.?|ш\\.|наб\\.|мкрн?\\.?|г\\.|гор\\.|с\\.|пос\\.|п\\.|пгт\\.?|дер\\.|ст-ца";
const streetsBehindTheirName =
  "улиц(?:а|ы|е|у|ей)|проспект(?:а|е|у)?|переул(?:ок|ка|ке|ку)|площад(?:ь|и)|бульвар(?:а|е|у)?|шоссе|набережн(?:ая|ой|ую)|проезд(?:а|е|у)?|ул\\.|пр-к?т|пер\\.";
const numberedPlaces =
  "дом(?:а|у|е|ом|ов|ам|ами|ах)?|квартир(?:а|ы|е|у|ой)|корпус(?:а|е|у|ом)?|строени(?:е|я|ю|и)|подъезд(?:а|е|у|ом)?|участ(?:ок|ка|ке)|д\\.?|кв\\.?|корп\\.?|стр\\.?";
/** «Ленина», «Большая Садовая», «8 Марта». */
const name = String.raw`[«"“„]?(?:\d{1,3}(?:-(?:го|й|я|ой|ая|ое))?\s)?\p{Lu}[\p{L}\p{M}-]{0,30}(?:\s\p{Lu}[\p{L}\p{M}-]{0,30}){0,2}[»"”]?`;
const year = String.raw`(?:\s?(?:года|году|г\.|г(?!\p{L})))?`;
const end = String.raw`(?![\p{L}\p{N}])`;

/** Every word of a list as it is and with a capital letter. */
function anyCapital(words: string): string {
  return words.replace(/(?<=^|\|)\p{Ll}/gu, (first) => `[${first}${first.toUpperCase()}]`);
}

// Every repetition below has a limit, so that no text makes the reading slow.
/** Persons («Иванов И. И.», «И. И. Иванов») and «Большая Садовая улица», where a word with a capital letter begins. */
const atCapital = new RegExp(
  [
    String.raw`\p{Lu}\p{Ll}{1,30}\s\p{Lu}\.\s?\p{Lu}\.`,
    String.raw`\p{Lu}\.\s?(?:\p{Lu}\.\s?)?\p{Lu}\p{Ll}{1,30}${end}`,
    String.raw`\p{Lu}[\p{L}-]{1,30}(?:ая|ой|ую|ий|ого|ому|ом)\s(?:${streetsBehindTheirName})${end}`,
  ].join("|"),
  "uy",
);
/** Addresses and months with a year, where a word begins that may open one. */
const atOpeningWord = new RegExp(
  [
    String.raw`(?:${anyCapital(namedPlaces)})\s?(?<=[\s.])${name}`,
    String.raw`(?:${anyCapital(numberedPlaces)})\s?(?<=[\s.])(?:№\s?)?\d{1,5}(?:\s?[А-Яа-яA-Za-z]${end})?(?:\/\d{1,4}[а-я]?)?`,
    String.raw`(?:${anyCapital(months)})\s\d{4}${year}`,
    String.raw`(?:https?:\/\/|www\.)[^\s<>«»"]{1,300}`,
  ].join("|"),
  "uy",
);
const openingWord = new RegExp(
  `^(?:${[namedPlaces, numberedPlaces].join("|").replaceAll("\\.?", "").replaceAll("\\.", "")}|${months}|https?|www)$`,
  "iu",
);
/** Dates, and numbers with what is written together with them: «59-ФЗ», «№ 12/3-А», «10:30». */
const atNumber = new RegExp(
  [
    String.raw`\d{1,2}(?:-го)?\s(?:${anyCapital(months)})${end}(?:\s\d{4})?${year}`,
    String.raw`(?:№\s?)?\p{N}[\p{L}\p{N}]{0,40}(?:[-–—.,:\/\\+()@_][\p{L}\p{N}]{1,40}){0,12}${year}`,
  ].join("|"),
  "uy",
);
const atMask = /\[[^\][\n]{1,60}\]/uy;
const atMarkup = /<\/?[A-Za-z][^<>]{0,300}>|&(?:[a-z]{2,8}|#\d{1,6});/uy;
const atMailbox = /[\p{L}\p{N}._+-]{1,64}@[\p{L}\p{N}.-]{1,64}/uy;

/** Where what a sticky pattern reads at a place ends; the place itself where it reads nothing. */
function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

/** Lower case and one form for each letter, whatever keyboard and program it came from. */
function plainWord(word: string): string {
  const lower = word.toLowerCase();
  return (/[\u0300-\u036f\u00ad]/u.test(lower) ? lower.normalize("NFC").replaceAll("\u00ad", "") : lower)
    .replaceAll("ё", "е")
    .replaceAll("’", "'");
}

/** What is known of a word as it is written. */
interface SeenWord {
  readonly plain: string;
  /** An address, a date or a link may begin with it. */
  readonly opens: boolean;
}
const seenWords = new Map<string, SeenWord>();
/** Words of a language come back; those that do not must not fill the memory. */
const mostSeenWords = 200_000;

function seen(word: string): SeenWord {
  const known = seenWords.get(word);
  if (known !== undefined) return known;
  if (seenWords.size >= mostSeenWords) seenWords.clear();
  const fresh = { plain: plainWord(word), opens: openingWord.test(word) };
  seenWords.set(word, fresh);
  return fresh;
}

const { small, capital, mark, number, mask, markup } = characterKinds;
const hyphen = 0x2d;
const apostrophes = [0x27, 0x2019];

/** Where the word that begins at a place ends: «по-прежнему» is one. */
function endOfWord(text: string, from: number, limit: number): number {
  let at = from;
  for (;;) {
    while (at < limit && kindOfCharacter(text.charCodeAt(at)) >= mark) at += 1;
    const next = text.charCodeAt(at);
    const joins = next === hyphen || apostrophes.includes(next);
    if (joins && at + 1 < limit && kindOfCharacter(text.charCodeAt(at + 1)) >= mark) at += 1;
    else return at;
  }
}

/**
 * A reply as it is compared with others: its words without case, «ё», markup, punctuation, greeting and signature, with one
 * placeholder for whatever differs from addressee to addressee (numbers, dates, addresses, names with initials, masks).
 * Linear in the length of the text; any language; "" and a reply without a letter or number give no words.
 *
 * @param reply a reply as plain text, masked or not
 */
export function normalisedReply(reply: string): NormalisedReply {
  const body = replyBody(reply);
  const words: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const add = (word: string, from: number, to: number): number => {
    if (word === placeholder && words.at(-1) === placeholder) ends[ends.length - 1] = to;
    else {
      words.push(word);
      starts.push(from);
      ends.push(to);
    }
    return to;
  };
  let at = body.start;
  while (at < body.end) {
    const kind = kindOfCharacter(reply.charCodeAt(at));
    if (kind === small || kind === capital) {
      const to = endOfWord(reply, at, body.end);
      const { plain, opens } = seen(reply.slice(at, to));
      let special = opens ? endOf(atOpeningWord, reply, at) : at;
      if (special === at && kind === capital) special = endOf(atCapital, reply, at);
      if (special === at && "@._+".includes(reply[to] ?? " ")) special = endOf(atMailbox, reply, at);
      at = special > at ? add(placeholder, at, special) : add(plain, at, to);
    } else if (kind === number) {
      const to = endOf(atNumber, reply, at);
      at = to > at ? add(placeholder, at, to) : at + 1;
    } else if (kind === mask) {
      const to = endOf(atMask, reply, at);
      at = to > at ? add(placeholder, at, to) : at + 1;
    } else if (kind === markup) at = Math.max(endOf(atMarkup, reply, at), at + 1);
    else at += 1;
  }
  return { words, starts, ends };
}
