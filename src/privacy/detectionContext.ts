import { EMPTY_ALLOW_LIST, type AllowList } from "./allowList.ts";
import type { PersonalDataClass } from "./classes.ts";
import type { NameDictionary } from "./names/nameDictionary.ts";
import { openCorporaDictionary } from "./names/openCorporaDictionary.ts";
import { NO_PLACE_NAMES, type PlaceNames } from "./placeNames.ts";

/** Everything a detector may know besides the text. */
export interface DetectionContext {
  /** Which words can be parts of a person's name. */
  readonly dictionary: NameDictionary;
  /** Place and street names learned from the corpus: a doubtful lone surname among them is dropped. */
  readonly placeNames: PlaceNames;
  /** Officials, hotlines and mailboxes that this portal publishes. */
  readonly allowList: AllowList;
  /** Strict reads more words as names, at the price of more false alarms (all doubtful ones). */
  readonly mode: "default" | "strict";
  /** An address with a flat is cut to the house or to the street. */
  readonly addressLevel: "house" | "street";
  /** Whose text is read; left out: nobody's, and an official's name is allowed wherever it stands. */
  readonly field?: "text" | "reply";
  /** Stems of surnames that are known to be people's in this text, because the other text of the appeal names them. */
  readonly named?: readonly string[];
  /** Look for these classes only; all of them when absent. */
  readonly classes?: ReadonlySet<PersonalDataClass>;
  /** Names are not looked for, nor the numbers that only a name beside them tells: most of the work. */
  readonly withoutNames?: true;
}

/** A context with the bundled dictionary and empty lists wherever `settings` says nothing. */
export function createDetectionContext(settings: Partial<DetectionContext> = {}): DetectionContext {
  return {
    dictionary: settings.dictionary ?? openCorporaDictionary(),
    placeNames: settings.placeNames ?? NO_PLACE_NAMES,
    allowList: settings.allowList ?? EMPTY_ALLOW_LIST,
    mode: settings.mode ?? "default",
    addressLevel: settings.addressLevel ?? "house",
    classes: settings.classes,
  };
}
