import { EMPTY_ALLOW_LIST } from "./allowList.ts";
import type { PersonalDataClass } from "./classes.ts";
import { detect } from "./detect.ts";
import type { DetectionContext } from "./detectionContext.ts";
import { orDetectorFailed } from "./detectorFailed.ts";
import { requireWholeDictionary } from "./dictionaryFiles.ts";
import type { NameDictionary } from "./names/nameDictionary.ts";
import { NO_PLACE_NAMES } from "./placeNames.ts";

/** Invented texts, and what must be found in each. Health, births, accounts, other papers and files have none of their own. */
const known: readonly (readonly [text: string, kind: PersonalDataClass, value: string])[] = [
  ["Пишите на адрес petrov.iv@example.ru после шести", "email", "petrov.iv@example.ru"],
  ["Моя страница vk.com/id123456789, отвечаю всем", "profile", "vk.com/id123456789"],
  ["Мой СНИЛС 112-233-445 95, прошу проверить", "snils", "112-233-445 95"],
  ["Мой ИНН 500100732259, прошу проверить", "inn", "500100732259"],
  ["Паспорт 4509 123456 выдан давно", "passport", "4509 123456"],
  ["Карта 4111 1111 1111 1111 не проходит", "card", "4111 1111 1111 1111"],
  ["Машина А123ВС 45 стоит на газоне", "plate", "А123ВС 45"],
  ["Позвоните 8 912 345-67-89 вечером", "phone", "8 912 345-67-89"],
  ["Живу: ул. Луговая, д. 5, кв. 17, течёт крыша", "flat", "17"],
  ["Обратилась Иванова Мария Петровна, ответа нет", "name", "Иванова Мария Петровна"],
  ["Передайте Сергею Николаевичу Орлову, что свет горит", "name", "Сергею Николаевичу Орлову"],
  ["Я, Смирнова О. В., жду ответа", "name", "Смирнова О. В."],
];

/** Says nothing of anybody: what finds people here finds them everywhere. */
const clean = "Во дворе третий день не горит свет и не убирают снег, просим принять меры.";

class BlindDetector extends Error {}

const proven = new WeakMap<NameDictionary, Set<DetectionContext["mode"]>>();

/**
 * Lets the detectors show, before the first text, that they find what they are for: a blind one is worse than one that
 * throws. Once for a dictionary and mode in each thread; under the portal's mode, and no list of exceptions.
 *
 * @throws BuildStop DETECTOR_FAILED
 */
export function requireProvenDetectors({ dictionary, mode, addressLevel }: DetectionContext): void {
  const modes = proven.get(dictionary) ?? new Set();
  if (modes.has(mode)) return;
  const context: DetectionContext = {
    dictionary,
    mode,
    addressLevel,
    placeNames: NO_PLACE_NAMES,
    allowList: EMPTY_ALLOW_LIST,
  };
  orDetectorFailed(() => {
    requireWholeDictionary();
    requireReadings(dictionary);
    for (const [text, kind, value] of known) {
      const at = text.indexOf(value);
      const isFound = detect(text, context).some(
        (span) => span.class === kind && span.start <= at && span.end >= at + value.length,
      );
      if (!isFound) throw new BlindDetector();
    }
    if (detect(clean, context).length > 0) throw new BlindDetector();
  });
  proven.set(dictionary, modes.add(mode));
}

/** Names in many texts are found by their form alone, whatever the dictionary: it is asked itself. */
function requireReadings(dictionary: NameDictionary): void {
  const [surname, name, patronymic, word, unheard] = [
    "петровой",
    "марией",
    "николаевичу",
    "дорога",
    "кречетниковским",
  ].map((form) => dictionary.read(form));
  const knows =
    surname!.surname &&
    name!.name &&
    name!.cases !== 0 &&
    patronymic!.patronymic &&
    word!.known &&
    word!.noun &&
    !word!.surname &&
    word!.common > 0.9;
  if (!knows || unheard!.known || unheard!.guessedSurname === 0) throw new BlindDetector();
}
