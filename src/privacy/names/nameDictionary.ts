/** Grammatical cases as bits: a form such as «Иванова» can be several at once. */
export const CASE = {
  nominative: 1,
  genitive: 2,
  dative: 4,
  accusative: 8,
  instrumental: 16,
  prepositional: 32,
} as const;

/** What a dictionary knows about one word form. */
export interface WordReading {
  /** The form is in the dictionary as a first name, a surname, a patronymic, a place, an organisation. */
  readonly name: boolean;
  readonly surname: boolean;
  readonly patronymic: boolean;
  readonly place: boolean;
  readonly organisation: boolean;
  /** The form has at least one reading in the dictionary. */
  readonly known: boolean;
  /** Share of uses, 0…1, in which the form is an ordinary word and not a proper name. */
  readonly common: number;
  /** Some ordinary reading is a noun or an adjective (else a verb, an adverb, a particle). */
  readonly noun: boolean;
  /** Some ordinary reading is a living being in the singular: «заяц», «сорока», «мельник». */
  readonly animate: boolean;
  /** The form is not in the dictionary: share of its likeliest readings, 0…1, that are surnames or first names. */
  readonly guessedSurname: number;
  readonly guessedName: number;
  /** Cases that the form can be as a first name, a surname or a patronymic. */
  readonly cases: number;
}

/** Says which words can be parts of a person's name. */
export interface NameDictionary {
  /** @param word one word in lower case, without spaces; a hyphen is allowed */
  read(word: string): WordReading;
}
