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
  /** The form is not in the dictionary but ends as surnames or first names do. */
  readonly guessedSurname: boolean;
  readonly guessedName: boolean;
}

/** Says which words can be parts of a person's name. */
export interface NameDictionary {
  /** @param word one word in lower case, without spaces; a hyphen is allowed */
  read(word: string): WordReading;
}
