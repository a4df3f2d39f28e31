import type { Random } from "./random.ts";
import { emoji } from "./texts/common.ts";

/** Slips of the pen that residents make; each is applied to the first place it fits. */
const slips: readonly (readonly [RegExp, string])[] = [
  [/пожалуйста/u, "пожалуста"],
  [/вообще/u, "вобще"],
  [/не работает/u, "неработает"],
  [/что-то/u, "чтото"],
  [/сейчас/u, "щас"],
  [/никто/u, "ни кто"],
  [/ничего/u, "ничево"],
  [/ться/u, "тся"],
  [/тся(?=[ .,!?])/u, "ться"],
  [/сегодня/u, "седня"],
  [/чтобы/u, "что бы"],
  [/когда-нибудь/u, "когда нибудь"],
  [/территори/u, "терретори"],
  [/контейнер/u, "контенер"],
  [/как будто/u, "как-будто"],
  [/по-прежнему/u, "по прежнему"],
  [/прийти/u, "придти"],
  [/грязь/u, "гразь"],
  [/дороге/u, "дорге"],
  [/здравствуйте/iu, "Здраствуйте"],
  [/невозможно/u, "не возможно"],
  [/примите/u, "примете"],
];

function firstSentence(text: string): number {
  const end = /[.!?]/u.exec(text);
  return end === null ? text.length : end.index + 1;
}

/** Lower case, but names keep their capital letters in most hands; here the whole message loses them. */
function withoutCapitals(text: string): string {
  return text.toLowerCase();
}

/** Writes a message down the way people type on a telephone: not everyone, and not everything at once. */
export function typed(text: string, random: Random): string {
  let written = text;
  if (random.chance(0.7)) written = written.replaceAll("ё", "е").replaceAll("Ё", "Е");
  if (random.chance(0.6)) written = written.replaceAll("—", "-");
  if (random.chance(0.5)) written = written.replaceAll("«", '"').replaceAll("»", '"');
  if (random.chance(0.09)) {
    const [pattern, slip] = random.pick(slips);
    written = written.replace(pattern, slip);
  }
  if (random.chance(0.13)) {
    const [pattern, slip] = random.pick(slips);
    written = written.replace(pattern, slip);
  }
  if (random.chance(0.13)) written = written.replaceAll(",", "");
  if (random.chance(0.15)) written = withoutCapitals(written);
  else if (random.chance(0.025)) {
    const end = firstSentence(written);
    written = written.slice(0, end).toUpperCase() + written.slice(end);
  }
  if (random.chance(0.07)) written = written.replace(/!(?=\s|$)/u, "!!!").replace(/\?(?=\s|$)/u, "??");
  if (random.chance(0.24)) written = written.replace(/[.]$/u, "");
  if (random.chance(0.04)) written = `${written} ${random.pick(emoji)}`;
  return written;
}

/** A careful hand: only the letter ё goes missing. */
export function written(text: string, random: Random): string {
  return random.chance(0.45) ? text.replaceAll("ё", "е").replaceAll("Ё", "Е") : text;
}
