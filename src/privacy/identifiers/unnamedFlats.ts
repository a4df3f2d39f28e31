import type { Span } from "../span.ts";

/** Words after which a street is named, as an alternation for patterns. */
export const STREET = String.raw`(?:ул(?:\.|иц[аеуы])?|пр(?:-т|-кт|осп(?:\.|ект\p{L}{0,2})?|-д|оезд\p{L}{0,2}|\.)|пер(?:\.|еул\p{L}{1,4})|б-р|бульв\p{L}{0,3}|наб(?:\.|ережн\p{L}{2,3})|ш(?:\.|оссе)|пл(?:\.|ощад\p{L}{1,3})|туп(?:\.|ик\p{L}{0,2})|мкр(?:\.|н)?|микрорайон\p{L}{0,2}|адрес\p{L}{0,2}:?|прожив\p{L}{1,4}:?|прописан\p{L}{0,2})`;
/** Talk of what happens in flats. */
export const DWELLING =
  /теч[её]т|протек|затоп|залив|топ[ия]т|сосед|жив[уеё]|прожив|прописан|батаре|стояк|квартир|кварт\.|потол|унитаз|счётчик|счетчик|перерасч[её]т|собственник|жилец|жильц|холодно дома/iu;

/** «ул. Мира, д. 5, 45», «ул. Мира 5, к. 2, 45»: a street, a house and one more number, with nothing that it counts. */
const BARE_FLAT = new RegExp(
  String.raw`(?<!\p{L})${STREET}(?!\p{L})[ .,:]{1,3}(?:\d{1,2}-(?:я|й) )?\p{L}[\p{L}.-]{1,24}(?:,? (?!д(?:\.|ом)? ?\d)\p{L}[\p{L}.-]{1,24}){0,3}[ ,.]{1,2}(д(?:\.|ом)? ?)?№?\d{1,3}(?:[а-е](?!\p{L}))?(?:\/\d{1,3})?(?:,? ?(?:к|корп|корпус|стр)\.? ?\d{1,2})?(?:, ?| )(\d{1,4})(?!\d)`,
  "giu",
);
/** What may follow a flat that ends an address: the end of a line or a sentence, a name, a telephone. A unit would mean that something is counted. */
const END_OF_ADDRESS = /^[.;)]?(?:$|\n| ?[.;)] |[,;] (?:\p{Lu}|тел|моб|конт|собств|прожив|прописан|8[ (-]?9|\+7|\[))/u;
/** «дверь 45»: where an entrance, a neighbour or a leak is spoken of beside it. */
const DOOR = /(?<!\p{L})дверь(?: номер| №)? ?(\d{1,4})(?!\d|[.,:]\d)/giu;
/** «из 45-й заливают», «в 45-ой затопили»: the word for the flat left out. */
const LEFT_OUT =
  /(?<!\p{L})(?:сосед\p{L}{1,4}|сверху|снизу|над нами|под нами|жил\p{L}{1,4}|в|из)(?: сверху| снизу)?(?: из| в| с)? (\d{1,4}-?(?:й|ой|ей))(?= ?[,.!?\n]| ?$| (?:зали|затоп|топ[ия]т|теч|прот|шум|жив|прожив|сверл|кур|держ|бь|стуч|сда)\p{L}*)/giu;
/** «соседи из 117» */
const NEIGHBOUR = /(?<!\p{L})сосед\p{L}{1,4}(?: сверху| снизу)? (?:из|с|в) (\d{1,4})(?= ?[,.!?\n]| ?$)/giu;
const AT_HOME =
  /зали|затоп|топ[ия]т|теч[её]т|прот[её]к|шум|сосед|сверл|кур[ия]т|этаж|подъезд|жив(?:у|[её]т|[её]м)|прожива|прописан/iu;

/** Flats that nothing names: a number after the house, behind a door, or «в 45-й». Linear. */
export function findUnnamedFlats(text: string): Span[] {
  const flats: Span[] = [];
  const add = (end: number, value: string, tier: Span["tier"]): void =>
    void flats.push({ start: end - value.length, end, class: "flat", tier });
  for (const match of text.matchAll(BARE_FLAT)) {
    const [whole, house, value = ""] = match;
    const end = match.index + whole.length;
    if (!END_OF_ADDRESS.test(text.slice(end, end + 12))) continue;
    const around = text.slice(Math.max(0, match.index - 40), end + 40);
    // «ул. Мира, 5, 7» are rather two houses, unless someone lives there or no street has so many.
    if (
      house !== undefined ||
      /\d\/\d/u.test(whole) ||
      Number(value) > 60 ||
      DWELLING.test(around) ||
      isSomebodys(text.slice(Math.max(0, match.index - 50), match.index))
    )
      add(end, value, "doubtful");
  }
  if (text.includes("верь "))
    for (const match of text.matchAll(DOOR))
      if (isAtHome(text, match)) add(match.index + match[0].length, match[1] ?? "", "confirmed");
  if (/сосед/iu.test(text))
    for (const match of text.matchAll(NEIGHBOUR)) add(match.index + match[0].length, match[1] ?? "", "doubtful");
  if (/\d-?(?:й|ой|ей)/u.test(text))
    for (const match of text.matchAll(LEFT_OUT))
      if (isAtHome(text, match)) add(match.index + match[0].length, match[1] ?? "", "doubtful");
  return flats;
}

function isAtHome(text: string, { index, 0: whole }: RegExpExecArray): boolean {
  return AT_HOME.test(text.slice(Math.max(0, index - 30), index + whole.length + 40));
}

/** A name, the word «адрес» or a town right before the street: the address of somebody and no list of houses. */
function isSomebodys(before: string): boolean {
  return /(?:\p{Lu}\. ?\p{Lu}\.|(?:вич|вна|вны|вича|вичу|вне)|\[ФИО\]|адрес\p{L}{0,2}:?|(?<!\p{L})г\. ?\p{L}+)[ ,:]{1,3}$/u.test(
    before,
  );
}
