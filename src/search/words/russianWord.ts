import { stemRussian } from "./russianStem.ts";

/** Nouns whose ending Snowball takes for that of a reflexive verb: «запись», «подпись», «рукопись», «смесь», «ересь», «рысь». */
const nounInSoftS = /(?:пи|сме|поме|ере|ры|гу|ло|вы)сь$/;
/** The genitive plural of «остановка», the nominative of «участок»: a vowel that the other forms do not have. */
const fleeting = /(?<=[а-я][бвгджзклмнпрстфхцчшщ])[ое]к$/;
/** «копеек», «скамеек»: after a vowel it stands for й. */
const fleetingAfterVowel = /(?<=[аеиоуыэюя])ек$/;

/**
 * The stem of a Russian word as it is searched for: Snowball's, but for two kinds of nouns that it takes apart.
 *
 * @param word small letters, ё already replaced by е
 */
export function stemOfRussianWord(word: string): string {
  return stemRussian(nounInSoftS.test(word) ? word.slice(0, -1) : word)
    .replace(fleeting, "к")
    .replace(fleetingAfterVowel, "йк");
}
