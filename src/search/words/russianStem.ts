/**
 * The Russian stemmer of the Snowball project (https://snowballstem.org/algorithms/russian/stemmer.html), written from
 * its description. It runs in the browser and in the build, which must agree to the letter.
 */

const vowel = /[аеиоуыэюя]/;

/** Endings of one class, longest first, so that the first that fits is the one Snowball means. */
function longestFirst(endings: string): string[] {
  return endings.split(" ").sort((a, b) => b.length - a.length);
}

/** `afterA` endings count only behind а or я; which of the two lists an ending is from is found after the longest fits. */
interface EndingClass {
  endings: string[];
  afterA: ReadonlySet<string>;
}

function endingClass(free: string, afterA = ""): EndingClass {
  return { endings: longestFirst(`${free} ${afterA}`.trim()), afterA: new Set(afterA.split(" ")) };
}

const perfectiveGerund = endingClass("ив ивши ившись ыв ывши ывшись", "в вши вшись");
const reflexive = endingClass("ся сь");
const adjective = endingClass("ее ие ые ое ими ыми ей ий ый ой ем им ым ом его ого ему ому их ых ую юю ая яя ою ею");
const participle = endingClass("ивш ывш ующ", "ем нн вш ющ щ");
const verb = endingClass(
  "ила ыла ена ейте уйте ите или ыли ей уй ил ыл им ым ен ило ыло ено ят ует уют ит ыт ены ить ыть ишь ую ю",
  "ла на ете йте ли й л ем н ло но ет ют ны ть ешь нно",
);
const noun = endingClass(
  "а ев ов ие ье е иями ями ами еи ии и ией ей ой ий й иям ям ием ем ам ом о у ах иях ях ы ь ию ью ю ия ья я",
);
const derivational = endingClass("ост ость");
const superlative = endingClass("ейш ейше");

/** Cuts the longest ending of the class that lies wholly behind `limit`; null where none does. */
function cut(word: string, { endings, afterA }: EndingClass, limit: number): string | null {
  const ending = endings.find((candidate) => word.length - candidate.length >= limit && word.endsWith(candidate));
  if (ending === undefined) return null;
  const rest = word.slice(0, -ending.length);
  if (afterA.has(ending) && !(rest.length > limit && /[ая]$/.test(rest))) return null;
  return rest;
}

/** Index behind the first consonant that follows a vowel, from `start` on: Snowball's R1, and R2 when asked again. */
function regionAfter(word: string, start: number): number {
  let index = start;
  while (index < word.length && !vowel.test(word.charAt(index))) index += 1;
  while (index < word.length && vowel.test(word.charAt(index))) index += 1;
  return Math.min(index + 1, word.length);
}

/**
 * The stem of a Russian word.
 *
 * @param word small letters, ё already replaced by е; й as it is (without it -ый, -ий, -ой would not be endings)
 */
export function stemRussian(word: string): string {
  const firstVowel = word.search(vowel);
  if (firstVowel === -1) return word;
  const limit = firstVowel + 1;
  const secondRegion = regionAfter(word, regionAfter(word, 0));

  let stem = word;
  const gerund = cut(stem, perfectiveGerund, limit);
  if (gerund !== null) stem = gerund;
  else {
    stem = cut(stem, reflexive, limit) ?? stem;
    const adjectival = cut(stem, adjective, limit);
    if (adjectival !== null) stem = cut(adjectival, participle, limit) ?? adjectival;
    else stem = cut(stem, verb, limit) ?? cut(stem, noun, limit) ?? stem;
  }
  if (stem.length > limit && stem.endsWith("и")) stem = stem.slice(0, -1);
  stem = cut(stem, derivational, Math.max(limit, secondRegion)) ?? stem;

  const plain = cut(stem, superlative, limit);
  if (plain !== null) stem = plain;
  if (stem.length - 2 >= limit && stem.endsWith("нн")) return stem.slice(0, -1);
  if (plain === null && stem.length > limit && stem.endsWith("ь")) return stem.slice(0, -1);
  return stem;
}
