/**
 * The English stemmer of the Snowball project, known as Porter2 (https://snowballstem.org/algorithms/english/stemmer.html),
 * written from its description. It runs in the browser and in the build, which must agree to the letter. Words come
 * without apostrophes: the analyzer divides words there.
 */

const vowel = "[aeiouy]";
const irregular = new Map(
  "skis ski,skies sky,dying die,lying lie,tying tie,idly idl,gently gentl,ugly ugli,early earli,only onli,singly singl"
    .split(",")
    .map((pair) => pair.split(" ") as [string, string]),
);
const unchanged = new Set("sky news howe atlas cosmos bias andes".split(" "));
const finishedEarly = new Set("inning outing canning herring earring proceed exceed succeed".split(" "));

/** Endings and what stands in their place, longest first. */
function endings(pairs: string): [string, string][] {
  return pairs
    .split(" ")
    .map((pair): [string, string] => {
      const [ending = "", replacement = ""] = pair.split(">");
      return [ending, replacement];
    })
    .sort(([a], [b]) => b.length - a.length);
}

const secondStep = endings(
  "tional>tion enci>ence anci>ance abli>able entli>ent izer>ize ization>ize ational>ate ation>ate ator>ate alism>al aliti>al alli>al " +
    "fulness>ful ousli>ous ousness>ous iveness>ive iviti>ive biliti>ble bli>ble ogi>og fulli>ful lessli>less li>",
);
const thirdStep = endings("tional>tion ational>ate alize>al icate>ic iciti>ic ical>ic ful> ness> ative>");
const fourthStep = endings(
  "al> ance> ence> er> ic> able> ible> ant> ement> ment> ent> ism> ate> iti> ous> ive> ize> ion>",
);

const shortEnd = new RegExp(`(?:^${vowel}[^aeiouy]|[^aeiouy]${vowel}[^aeiouywxY])$`);
const hasVowel = new RegExp(vowel);

/** Index behind the first consonant that follows a vowel, from `start` on. */
function regionAfter(word: string, start: number): number {
  const found = /[aeiouy][^aeiouy]/.exec(word.slice(start));
  return found === null ? word.length : start + found.index + 2;
}

/**
 * The stem of an English word.
 *
 * @param plain small letters of the Latin alphabet
 */
export function stemEnglish(plain: string): string {
  if (plain.length < 3) return plain;
  const known = irregular.get(plain);
  if (known !== undefined) return known;
  if (unchanged.has(plain)) return plain;

  // A y that is a consonant is written large until the end.
  let word = plain.replace(/^y/, "Y").replace(/([aeiouy])y/g, "$1Y");
  const prefix = /^(?:gener|commun|arsen)/.exec(word)?.[0];
  const first = prefix?.length ?? regionAfter(word, 0);
  const second = regionAfter(word, first);
  const isShort = (text: string): boolean => first >= text.length && shortEnd.test(text);

  if (word.endsWith("sses")) word = word.slice(0, -2);
  else if (/ie[ds]$/.test(word)) word = word.slice(0, word.length > 4 ? -2 : -1);
  else if (/[^us]s$/.test(word) && hasVowel.test(word.slice(0, -2))) word = word.slice(0, -1);
  if (finishedEarly.has(word)) return word;

  const eed = /eed(?:ly)?$/.exec(word);
  const past = /(?:ed|ing)(?:ly)?$/.exec(word);
  if (eed !== null) {
    if (eed.index >= first) word = `${word.slice(0, eed.index)}ee`;
  } else if (past !== null && hasVowel.test(word.slice(0, past.index))) {
    word = word.slice(0, past.index);
    if (/(?:at|bl|iz)$/.test(word)) word += "e";
    else if (/(?:bb|dd|ff|gg|mm|nn|pp|rr|tt)$/.test(word)) word = word.slice(0, -1);
    else if (isShort(word)) word += "e";
  }
  if (/.[^aeiouy][yY]$/.test(word)) word = `${word.slice(0, -1)}i`;

  const replaced = (
    step: readonly [string, string][],
    region: number,
    allowed: (rest: string, ending: string) => boolean,
  ): void => {
    const pair = step.find(([ending]) => word.endsWith(ending));
    if (pair === undefined) return;
    const rest = word.slice(0, -pair[0].length);
    if (rest.length >= region && allowed(rest, pair[0])) word = rest + pair[1];
  };
  replaced(secondStep, first, (rest, ending) =>
    ending === "li" ? /[cdeghkmnrt]$/.test(rest) : ending !== "ogi" || rest.endsWith("l"),
  );
  replaced(thirdStep, first, (rest, ending) => ending !== "ative" || rest.length >= second);
  replaced(fourthStep, second, (rest, ending) => ending !== "ion" || /[st]$/.test(rest));

  const rest = word.slice(0, -1);
  if (word.endsWith("e") && (rest.length >= second || (rest.length >= first && !shortEnd.test(rest)))) word = rest;
  else if (word.endsWith("ll") && rest.length >= second) word = rest;
  return word.replaceAll("Y", "y");
}
