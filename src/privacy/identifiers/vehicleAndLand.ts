import type { Span } from "../span.ts";
import { precededBy } from "./keyword.ts";

/** The twelve letters that look the same in both alphabets (GOST R 50577), in either script. */
const LETTER = "[АВЕКМНОРСТУХABEKMHOPCTYX]";
const SMALL = "[авекмнорстухabekmhopctyx]";
/** А123ВС77, А 123 ВС 777, А123ВС 77 RUS: capitals may be set apart by spaces, small letters only with a keyword. */
const PLATE = new RegExp(
  String.raw`(?<![\p{L}\d])${LETTER}[ -]?\d{3}[ -]?${LETTER}[ -]?${LETTER}[ \-/|_]{0,3}\d{2,3}(?:[ -]?(?:RUS|РУС))?(?![\p{L}\d])`,
  "gu",
);
/** «К123МН» without the region: capitals of the one alphabet, written together. */
const SHORT_PLATE = /(?<![\p{L}\d-])[АВЕКМНОРСТУХ]\d{3}[АВЕКМНОРСТУХ]{2}(?![\p{L}\d])/gu;
/** Motorcycles, trailers, mopeds: «1234 АВ 46», after their word only. */
const OTHER_VEHICLE = new RegExp(
  String.raw`(?<!\p{L})(?:мото\p{L}{0,10}|скутер\p{L}{0,2}|мопед\p{L}{0,2}|квадроцикл\p{L}{0,2}|прицеп\p{L}{0,2}|трактор\p{L}{0,2}|снегоход\p{L}{0,2})[^\d\n]{0,24}?((?:\d{4} ?${LETTER}{2}|${LETTER}{2} ?\d{4})[ /-]?\d{2,3})(?![\p{L}\d])`,
  "giu",
);
/** What an appeal about transport is about: a bus and its number belong to nobody's life. */
const PUBLIC_TRANSPORT =
  /(?<!\p{L})(?:автобус|маршрутк|микроавтобус|троллейбус|трамва|электробус|маршрутн\p{L}{2,3} такси|маршрут\p{L}{0,2} ?№? ?\d)[^.!?\n]{0,60}$/iu;
/** …unless a car, its owner or where it stands is spoken of in the same sentence: «автобусу мешает Лада …», «сосед на микроавтобусе …». */
const SOMEBODYS_CAR =
  /(?<!\p{L})(?:машин|автомобил|авто(?!\p{L})|легков|лад[аыуе](?!\p{L})|газел|иномарк|джип|киа|kia|рено|тойот|хенд|хунда|нив[аыуе](?!\p{L})|уаз|камаз|грузовик|а\/м|тачк|мотоцикл|сосед|хозя|владел|собственник|частн\p{L}{2,3} (?:лиц|авто|микро)|припарк|парку|паркова|газон|тротуар|детск\p{L}{2,3} площадк|во дворе|личн\p{L}{2,3}|подрез)/iu;
const SMALL_PLATE = new RegExp(
  String.raw`(?<![\p{L}\d])${SMALL}\d{3}${SMALL}{2} ?\d{2,3}(?:[ -]?rus)?(?![\p{L}\d])`,
  "giu",
);
const AFTER_WORD = new RegExp(
  String.raw`(?<!\p{L})(?:г(?:ос)?[ ./-]{0,2}(?:рег[ ./-]{0,2})?(?:номер\p{L}{0,3}|знак\p{L}{0,3}|н(?=[ .:№]|$)|№)|г\/н|г\.н\.|грз|номер\p{L}{0,3}|номер\p{L}{0,3} (?:авто\p{L}{0,8}|машин\p{L}{1,2}|а\/м)|регистрационн\p{L}{2,3} (?:номер\p{L}{0,2}|знак\p{L}{0,2})|с номер\p{L}{1,2}|припарк\p{L}{2,8}|(?:авто\p{L}{0,8}|машин\p{L}{1,2}|а\/м|такси|таксист\p{L}{0,2})(?: [\p{L}-]{2,16}){0,3}?)(?!\p{L})[ :.,№«"-]{0,5}(${LETTER}[ -]?\d{3}[ -]?${LETTER}[ -]?${LETTER}(?:[ \-/|]{0,3}\d{2,3}(?: ?rus)?)?|${LETTER}{2}[ -]?\d{3,4}[ -]?\d{2,3}|\d{4}[ -]?${LETTER}{2}[ -]?\d{2,3})(?![\p{L}\d])`,
  "giu",
);
const VIN = /(?<![\p{L}\d])[A-HJ-NPR-Z\d]{17}(?![\p{L}\d])/giu;
const VIN_WORD = /(?:\bVIN|вин(?:-код)?|кузов\p{L}{0,2}|шасси|идентификационн\p{L}{2,3} номер\p{L}{0,2})[^\n]{0,16}$/iu;
const CADASTRAL = /(?<![\d:.])\d{2} ?: ?\d{2} ?: ?\d{6,7} ?: ?\d{1,6}(?![\d:])/gu;

const CADASTRAL_DASHED =
  /(?<![\d:.-])\d{2}-\d{2}-\d{6,7}-\d{1,6}(?![\d:-])|(?<=кадастр\p{L}{0,6}(?: номер\p{L}{0,2})?[ :№]{1,3})\d{2}[ .]\d{2}[ .]\d{6,7}[ .]\d{1,6}(?!\d)/giu;

/** Number plates, vehicle identification numbers, cadastral numbers of plots and flats. */
export function findVehiclesAndLand(text: string): Span[] {
  const spans: Span[] = [];
  const add = (start: number, value: string, id: "plate" | "vin" | "cadastral"): void =>
    void spans.push({ start, end: start + value.length, class: id, tier: "confirmed" });
  const addPlate = (start: number, value: string): void => {
    if (
      !PUBLIC_TRANSPORT.test(text.slice(Math.max(0, start - 90), start)) ||
      SOMEBODYS_CAR.test(sentenceAround(text, start, start + value.length))
    )
      add(start, value, "plate");
  };
  if (/\d{3}/u.test(text)) {
    for (const match of text.matchAll(PLATE)) addPlate(match.index, match[0]);
    for (const match of text.matchAll(SHORT_PLATE)) addPlate(match.index, match[0]);
    for (const match of text.matchAll(SMALL_PLATE)) addPlate(match.index, match[0]);
    if (/\d{4}/u.test(text))
      for (const match of text.matchAll(OTHER_VEHICLE))
        add(match.index + match[0].length - (match[1] ?? "").length, match[1] ?? "", "plate");
    for (const match of text.matchAll(AFTER_WORD)) {
      const value = match[1] ?? "";
      addPlate(match.index + match[0].lastIndexOf(value), value);
    }
  }
  for (const match of text.matchAll(VIN)) {
    const letters = match[0].replace(/\d/gu, "").length;
    const digits = 17 - letters;
    // Serial numbers and hashes in small letters are not VINs; a VIN ends in digits.
    const likely = letters >= 3 && digits >= 5 && /\d{4}$/u.test(match[0]) && match[0] === match[0].toUpperCase();
    if (likely || (letters > 0 && digits > 0 && precededBy(text, match.index, VIN_WORD, 40)))
      add(match.index, match[0], "vin");
  }
  for (const match of text.matchAll(CADASTRAL_DASHED)) add(match.index, match[0], "cadastral");
  if (text.includes(":")) for (const match of text.matchAll(CADASTRAL)) add(match.index, match[0], "cadastral");
  return spans;
}

/** The sentence that holds a plate, 90 characters on either side at most. */
function sentenceAround(text: string, start: number, end: number): string {
  const before =
    text
      .slice(Math.max(0, start - 90), start)
      .split(/[.!?\n]/u)
      .at(-1) ?? "";
  const after = text.slice(end, end + 90).split(/[.!?\n]/u)[0] ?? "";
  return `${before}\u0000${after}`;
}
