/** Russian letters from the most to the least frequent. */
const byFrequency = "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё";

/** Pairs of letters that make up nearly half of all pairs in Russian texts, and one in fifteen of a random order of letters. */
const commonPairs = new Set(
  (
    "ст но то на ен ов ни ра во ко по ро пр ре ер ал ли ос не ет от го ел ор ва ло та ан ил ат ри ны ка ом де ле ит ве од ми ть ог об ес те он до ин ла ол ий ар ск ся ам да ис тр за ит ма ем ас ль ва ия ть ти " +
    "ры ми ви мо ых ог им со ог бо ме си уч ук ик нн ац ци ут ур ям ей ег ак ок ую ою ая ое ые"
  ).split(" "),
);

/** How much a letter speaks for a text being Russian: small ones by frequency, capitals little, all else but usual signs against it. */
export function letterWeight(letter: string): number {
  const rank = byFrequency.indexOf(letter);
  if (rank !== -1) return 1 / (1 + rank / 4);
  if (byFrequency.includes(letter.toLowerCase())) return 0.1;
  return /[«»№–—…“”„ \u00a0]/.test(letter) ? 0 : -1;
}

/** Whether two letters stand together often, whatever their case: words in capitals are Russian too. */
export function isCommonPair(pair: string): boolean {
  return commonPairs.has(pair.toLowerCase());
}
