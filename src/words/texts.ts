/**
 * The one engine behind every text with {placeholders}, whatever file its words stand in. It knows no file, so that the
 * browser can load it with the few texts that a page hands over.
 */

export type Values = Readonly<Record<string, string | number>>;

/** KEY.one, KEY.few, KEY.many, KEY.other: a text that has a form for each number is named by its stem. */
export type StemOf<Key extends string> = Key extends `${infer Stem}.other` ? Stem : never;

export interface Texts<Key extends string> {
  /**
   * The text of a key with its placeholders filled.
   *
   * @throws Error where the key or a value for a placeholder is missing: that is a fault of the code, not of data
   */
  text: (key: Key, values?: Values) => string;
  /** The key of the form that a number wants: 21 → "STEM.one"; "STEM.other" where a text has no other forms. */
  form: (stem: StemOf<Key>, count: number) => Key;
}

/** An empty value takes the space before it along: «обращений {where}» becomes «обращений». */
const placeholder = /( ?)\{(\w+)\}/gu;

interface Manner {
  /** How numbers are written; plainly if nothing is said. */
  write?: (value: number) => string;
  /** What becomes of a text before it is filled. */
  before?: (text: string, values: Values) => string;
}

/** @param file what a message about a missing text names */
export function createTexts<Key extends string>(
  file: string,
  texts: Readonly<Record<Key, string>>,
  language: string,
  { write = String, before = (text) => text }: Manner = {},
): Texts<Key> {
  // To make them takes half a millisecond, and most texts never ask for a form.
  let plural: Intl.PluralRules | null = null;
  return {
    text: (key, values = {}) => {
      const template: string | undefined = texts[key];
      if (template === undefined) throw new Error(`${file} has no text ${key}`);
      return before(template, values).replace(placeholder, (_, space: string, name: string) => {
        const value = values[name];
        if (value === undefined) throw new Error(`${key}: no value for {${name}}`);
        return value === "" ? "" : space + (typeof value === "number" ? write(value) : value);
      });
    },
    form: (stem, count) => {
      plural ??= new Intl.PluralRules(language);
      const form = `${stem}.${plural.select(count)}` as Key;
      return texts[form] === undefined ? (`${stem}.other` as Key) : form;
    },
  };
}
