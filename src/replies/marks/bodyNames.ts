/** What a word can be in the name of a body: the lists of a portal's rules that tell it. */
export const namingLists = {
  /** «Министерство», «служба»: a name begins with it, or with the adjectives before it. */
  head: "названия",
  /** «Отдел», «начальник»: a signature may begin with it as well. */
  signing: "подписи",
  /** What the words behind it look like: genitives («транспорта», «дорожного»). */
  genitive: "род-падеж",
  /** What those look like that «по» asks for, and «с» behind it («по тарифам», «по обращению с отходами»). */
  dative: "дат-падеж",
  adjective: "прилагательные",
} as const;
export type NamingList = keyof typeof namingLists;

/** A name has no more words; a longer row of genitives is a sentence. */
const longestName = 9;

/**
 * Which words of a sentence stand in the name of a ministry, a service, a committee: what an agency is called says nothing of what was asked.
 * «Государственную жилищную инспекцию», «Управление по обращению с отходами», «Министерство транспорта и автомобильных дорог».
 *
 * @param words small letters, ё as е
 * @param is whether a word may be such a one, by its place
 */
export function bodyNames(
  words: readonly string[],
  is: (place: number, list: NamingList) => boolean,
): ReadonlySet<number> {
  const named = new Set<number>();
  for (let head = 0; head < words.length; head += 1) {
    if (!is(head, "head")) continue;
    for (let at = head; at === head || (at >= 0 && is(at, "adjective")); at -= 1) named.add(at);
    for (let at = head + 1; at < endOfName(words, head, is); at += 1) named.add(at);
  }
  return named;
}

/** The place behind the last word of a name that begins with a head. */
function endOfName(words: readonly string[], head: number, is: (place: number, list: NamingList) => boolean): number {
  const isBefore = (at: number): boolean => at < words.length && at - head <= longestName;
  let end = head + 1;
  let list: NamingList = "genitive";
  for (let at = end; isBefore(at); at += 1) {
    const word = words[at]!;
    if (word === "по" && at === head + 1) list = "dative";
    else if (word === "с" && list === "dative" && at > head + 2) continue;
    else if (word === "и" && at > head + 1) continue;
    else if (is(at, list) || is(at, "genitive") || (at > head + 1 && is(at - 1, "adjective"))) end = at + 1;
    else break;
  }
  return end;
}
