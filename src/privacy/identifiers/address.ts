import type { DetectionContext } from "../detectionContext.ts";
import type { Span } from "../span.ts";
import { DWELLING, findUnnamedFlats, STREET } from "./unnamedFlats.ts";

/** «кв. 12», «квартира № 12», «кв-ра 5а», «комната 3» */
const FLAT =
  /(?<!\p{L})(?:кв(?:арт(?:ир(?:а|е|у|ы|ой))?|-р[аеуы]|\.)?|комн(?:ат(?:а|е|у|ы|ой)|\.)|ком\.|kv|apt|flat|апарт(?:амент\p{L}{0,2})?|ап(?=\. ?\d))[ .,:№#-]{0,4}(?:номер[ №]{0,2}|N ?)?\d{1,4}(?: ?[-/] ?\d{1,3})?(?:[а-г](?!\p{L}))?(?![\d]|[.:]\d|,\d{1,3} ?(?:м|га|кв|соток|%|руб)|-\d|-?(?:х|ти|ми|комн)|[²³])/giu;
/** «владельцам квартир 45 и 46»: two or three households at once; «квартиры с 1 по 20» are an entrance. */
const MANY_FLATS =
  /(?<!\p{L})(?:жильц|владельц|собственник|хозя|жител|сосед|из|для)\p{L}{0,4} квартир[ №]{1,4}\d{1,4}(?! (?:по|до) \d)(?!\d|[.:/]\d|-?(?:х|ти)(?!\p{L}))/giu;
/** What counts something in a flat instead of numbering it: «в квартире 5 человек», «кв. 40 м». */
const COUNTED =
  /^ ?-?(?:м(?:2|²|\.|етр|\b)|кв|человек|чел|дет|реб|лет|год|комнат|батаре|окон|окна|градус|раз(?!\p{L})|дн|недел|месяц|час|мин|сут|руб|тыс|сем|жильц|прописан[оы]|сч[её]тчик|январ|феврал|март|апрел|ма[яй](?!\p{L})|июн|июл|август|сентябр|октябр|ноябр|декабр|этаж|\/м|°|%|\+)/iu;
/** «в 45 квартире», «45-я квартира», «из 12-й кв.» */
const ORDINAL_FLAT =
  /(?<![\d.,:-])(?:(?:\d{0,3}[02-9]|\d{0,2}11) квартира(?= ?[,.;!\n]| ?$)|(?<=(?:^|[^\p{L}])(?:в|из|у|с|о|над|под|наша|моя|нашей|моей|соседней|соседняя|нами|мной|снизу|сверху|напротив) (?:нашей |моей )?)\d{1,4}(?:-?(?:я|й|ой|ю|ей|ую))? ?(?:квартир(?:а|е|у|ой|ы)|кв(?:\.|(?!\p{L}))(?! ?\.? ?(?:м(?!\p{L})|метр|\d{4}|год|г\.|этого|прошлого)))|\d{1,4}-?(?:я|й|ой|ю|ей|ую) (?:квартир(?:а|е|у|ой|ы)|кв(?:\.|(?!\p{L}))(?! ?м)))(?!\p{L})/giu;
/** «2 подъезд 31 кв.», «Мира 3, 31 кв»: the number before the word, where an address or an entrance stands before it. */
const REVERSED_FLAT =
  /(?:(?<!\p{L})(?:подъезд\p{L}{0,2}|п\.|этаж\p{L}{0,2}|эт\.|дом\p{L}{0,2}|д\.)[ .,№\d]{0,8}|\p{Lu}\p{Ll}{2,20},? \d{1,3}[а-е]?,? {1,2}(?:\d подъезд,? )?)(\d{1,4} ?(?:кв(?:\.|(?!\p{L}))|квартира))(?! ?[№.]{0,2} ?\d| ?\.? ?(?:м(?!\p{L})|метр|\d{4}|км|час|ватт|²))/gu;
/** «подъезд 2, этаж 9, дверь направо, номер 36»: a way to a door, ending in its number. */
const WAY_TO_DOOR =
  /(?<!\p{L})(?:подъезд|этаж)\p{L}{0,2}[^\n.!?]{0,50}?(?<!\p{L}|(?:дом|подъезд|корпус|этаж|дома|доме|подъезда|подъезде|подъезду|корпуса|этаже) )(?:дверь(?: \p{L}{3,12})?,?(?: номер\p{L}{0,2}| №)?|номер\p{L}{0,2}(?: квартиры)?|№)[ №]{1,3}(\d{1,4})(?!\d|[.,:]\d)/giu;
/** «кв. 12, 13 и 14»: more flats of the same house. */
const MORE_FLATS =
  /^(?:, ?| и | или |; ?| ?[-–] ?)(?:№ ?)?\d{1,4}(?:\/\d{1,3})?(?:[а-г](?!\p{L}))?(?!\d|[.:/]\d|,\d{1,3} ?(?:м|га|%)|-?(?:х|ти|го|й|я)|[ ]?(?:м(?:2|²|\.|етр|(?!\p{L}))|мин|час|лет|год|чел|дет|дн|руб|тыс|раз|сем|числ|январ|феврал|март|апрел|ма[яй]|июн|июл|август|сентябр|октябр|ноябр|декабр|подъезд|этаж|дом(?!а(?!\p{L}))))/iu;
/** «Ленина 15-45», «ул. Ленина, 5/45»: a street, a house and what is rather a flat than a block or a range of houses: a large number, or talk of a dwelling. */
const HOUSE_AND_FLAT =
  /(?<!\p{L})\p{Lu}\p{Ll}{2,20}(?:а|я|ой|ого|ая|ый|ий|ых|ова|ева|ина|ы|и),? {1,2}(?:д(?:\.|ом)? ?)?\d{1,3}[а-е]?(?:\/\d{1,2}|,? ?(?:к|корп)\.? ?\d{1,2})?( ?[-/] ?\d{1,4})(?!\d|[.,:/-]\d|-?(?:й|я|го|х|ти)(?!\p{L})|[ ]?(?:мин|час|лет|год|км|м(?!\p{L})))/gu;
/** «дома 5-45», «3-5 кварталы»: from one house to another. */
const RANGE_OF_HOUSES =
  /(?<!\p{L})(?:дома|домов|домам|домах|домами) (?:№ ?)?\d|\d ?-? ?(?:квартал|дома(?!\p{L})|этаж|подъезд)/iu;
/** «ул. Ленина, 5-12», «ул. Ленина д. 5/2 - 12»: the number after the hyphen may be a flat or a range of houses. */
const COMPACT = new RegExp(
  String.raw`(?<!\p{L})${STREET}(?!\p{L})(?:[ .,:]{1,3}(?:\d{1,2}-)?\p{L}[\p{L}-]{0,24}(?!\p{L})){1,4}?[ ,.]{0,2}(?:д(?:\.|ом)? ?)?\d{1,3}(?:[а-еА-Е](?!\p{L}))?(?:(?:\/|,? ?(?:к|корп|корпус)\.? ?)\d{1,3}(?:[а-е](?!\p{L}))?)?( ?- ?\d{1,4})(?![\d:.]\d|\d|-?(?:й|я|го|е|ти|х)|,\d)`,
  "giu",
);
/** A house number right before a flat: «д. 5, корп. 2, », «5а, », «дом 7/1 ». */
const HOUSE_BEFORE =
  /(?:(?<!\p{L})(?:д(?:ом(?:а|е|у)?)?\.?) ?№? ?)?(?<![\d.,-])\d{1,3}(?:[а-еА-Е](?!\p{L}))?(?:(?:\/|[, ]{0,2}(?:к|корп|корпус|стр|строение|лит)\.? ?)[\dа-е]{1,4})?(?=[, ;-]{0,4}(?:подъезд \d{1,2}[, ]{0,2}|п\. ?\d[, ]{0,2})?$)/iu;
const RESIDENCE =
  /(?<!\p{L})(?:прожива(?:ю|ем|ет|ющ)\p{L}{0,6}|живу|жив[её]м|прописан\p{L}{0,2}|зарегистрирован\p{L}{0,2} (?:по|в)|мой адрес|адрес (?:проживания|регистрации|прописки|заявителя)|место жительства|прописка)[^\n]{0,80}?((?<!\p{L})д(?:ом(?:а|е|у)?|\.) ?№? ?\d{1,3}(?:[а-е](?!\p{L}))?(?:(?:\/|,? ?(?:к|корп|корпус|стр)\.? ?)[\dа-е]{1,4})?)(?![\d])/giu;

/**
 * Flats in addresses. With the level «street» the number of the house before a flat, and of a house where somebody
 * says to live, is found, too; with the level «house» it stays: the house is what an appeal is about.
 */
export function findAddresses(text: string, context: DetectionContext): Span[] {
  if (!/\d/u.test(text)) return [];
  const flats: Span[] = [];
  for (const match of text.matchAll(FLAT)) {
    const end = match.index + match[0].length;
    // «117 кв., 4 подъезд»: the number stands before the word, and a comma behind it.
    const before = /(?<![\d.,:-])\d{1,4} ?$/u.exec(text.slice(Math.max(0, match.index - 5), match.index));
    if (before && /^кв\p{L}*\.?,/iu.test(match[0])) {
      flats.push({ start: match.index - before[0].length, end: match.index + 2, class: "flat", tier: "confirmed" });
      continue;
    }
    if (
      COUNTED.test(text.slice(end, end + 12)) ||
      isAreaOrQuarter(text.slice(Math.max(0, match.index - 30), match.index), match[0])
    )
      continue;
    flats.push({ start: match.index, end: endOfList(text, end), class: "flat", tier: "confirmed" });
  }
  if (/квартир/iu.test(text)) {
    for (const match of text.matchAll(MANY_FLATS)) {
      const end = match.index + match[0].length;
      if (!COUNTED.test(text.slice(end, end + 12)))
        flats.push({
          start: match.index + match[0].search(/квартир/iu),
          end: endOfList(text, end),
          class: "flat",
          tier: "confirmed",
        });
    }
  }
  const patterns = [
    ...(text.includes("кв") ? [REVERSED_FLAT] : []),
    ...(/подъезд|этаж/iu.test(text) ? [WAY_TO_DOOR] : []),
  ];
  for (const pattern of patterns) {
    for (const match of text.matchAll(pattern)) {
      const end = match.index + match[0].length;
      flats.push({ start: end - (match[1] ?? "").length, end, class: "flat", tier: "confirmed" });
    }
  }
  if (/\d ?[-/] ?\d/u.test(text))
    for (const match of text.matchAll(HOUSE_AND_FLAT)) {
      const value = match[1] ?? "";
      const end = match.index + match[0].length;
      if (
        RANGE_OF_HOUSES.test(text.slice(Math.max(0, match.index - 12), end + 10)) ||
        isNextHouse(text, match.index, end)
      )
        continue;
      // No house has so many blocks: what follows the stroke is a flat. A hyphen may join a range of houses.
      const isFlat = value.includes("/")
        ? Number(/\d+/u.exec(value)?.[0] ?? 0) > 30
        : /корп/u.test(match[0]) || DWELLING.test(text.slice(Math.max(0, match.index - 60), end + 60));
      if (isFlat) flats.push({ start: end - value.length + value.search(/\d/u), end, class: "flat", tier: "doubtful" });
    }
  for (const match of text.matchAll(ORDINAL_FLAT))
    flats.push({ start: match.index, end: match.index + match[0].length, class: "flat", tier: "confirmed" });
  for (const match of text.matchAll(COMPACT)) {
    const value = match[1] ?? "";
    const end = match.index + match[0].length;
    if (RANGE_OF_HOUSES.test(text.slice(match.index, end + 10)) || isNextHouse(text, match.index, end)) continue;
    flats.push({
      start: end - value.length + value.search(/\d/u),
      end,
      class: "flat",
      tier: /(?:^|[ ,])д(?:ом)?[. ]/iu.test(match[0]) ? "confirmed" : "doubtful",
    });
  }
  flats.push(...findUnnamedFlats(text));
  const found = [...flats, ...findPoints(text)];
  return context.addressLevel === "house" ? found : [...found, ...findHouses(text, flats)];
}

/** «ул. Быкова, 81-83»: houses side by side, where nobody's dwelling is spoken of. */
function isNextHouse(text: string, start: number, end: number): boolean {
  const [, house, next] = /(\d+)[а-е]? ?- ?(\d+)$/iu.exec(text.slice(start, end)) ?? [];
  const further = Number(next) - Number(house);
  return further > 0 && further <= 4 && !DWELLING.test(text.slice(Math.max(0, start - 60), end + 60));
}

/** Where a list of flats ends that begins with one at `end`. */
function endOfList(text: string, end: number): number {
  let last = end;
  for (
    let more = MORE_FLATS.exec(text.slice(last, last + 24));
    more;
    more = MORE_FLATS.exec(text.slice(last, last + 24))
  )
    last += more[0].length;
  return last;
}

/** «площадь 50 кв. 2», «3 кв. 2024»: square metres and quarters of a year. */
function isAreaOrQuarter(before: string, value: string): boolean {
  return /(?:19|20)\d{2}$/u.test(value) || (/\d ?$/u.test(before) && /площад|участ|размер|соток|метраж/iu.test(before));
}

/** «дом на карте 55.123456, 37.654321»: a point told as somebody's house. */
const POINT_OF_HOUSE =
  /(?<!\p{L})(?:дом\p{L}{0,2}|жив\p{L}{1,4}|прожива\p{L}{1,4}|квартир\p{L}{1,2}|участ\p{L}{2,4}|дач\p{L}{1,2}|адрес\p{L}{0,2})(?!\p{L})[^\d\n]{0,40}?(\d{2}[.,]\d{4,8}[,; ]{1,3}\d{2,3}[.,]\d{4,8})(?!\d)/giu;

function findPoints(text: string): Span[] {
  if (!/\d[.,]\d{4}/u.test(text)) return [];
  return [...text.matchAll(POINT_OF_HOUSE)].map((match) => {
    const end = match.index + match[0].length;
    return { start: end - (match[1] ?? "").length, end, class: "house", tier: "confirmed" };
  });
}

function findHouses(text: string, flats: readonly Span[]): Span[] {
  const houses: Span[] = [];
  for (const flat of flats) {
    const from = Math.max(0, flat.start - 40);
    const house = HOUSE_BEFORE.exec(text.slice(from, flat.start));
    if (house)
      houses.push({
        start: from + house.index,
        end: from + house.index + house[0].length,
        class: "house",
        tier: flat.tier,
      });
  }
  for (const match of text.matchAll(RESIDENCE)) {
    const value = match[1] ?? "";
    const end = match.index + match[0].length;
    houses.push({ start: end - value.length, end, class: "house", tier: "confirmed" });
  }
  return houses;
}
