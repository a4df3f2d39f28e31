/** Where a name was met. */
export interface NamePlace {
  /** Whose text it stands in. */
  readonly field: "text" | "reply";
  /** What stands before and after the name. */
  readonly before: string;
  readonly after: string;
}

const office = String.raw`(?:и\. ?о\.?|врио|исполняющ\p{L}{2,3} обязанности|вице-\p{L}+|министр|губернатор|мэр|глав[аеуыо]\p{L}?|замглав|начальник|руководител|директор|председател|заместител|зам(?=[. ])|префект|депутат|сенатор|прокурор|инспектор|участков|специалист|консультант|советник|референт|секретар|управляющ|управделами|заведующ|чиновник|главврач|судь[яиею]|полковник|подполковник|майор|омбудсмен|уполномоченн|ответственн|исполнител)\p{L}{0,5}`;
/** Words of the people that appeals are about and come from, and the way in which a reply addresses its author. */
const resident = String.raw`(?:сосед|жител|жильц|жилец|гражданин|гражданк|гр(?=[. ])|заявител|автор|муж|жен[аыеу]|супруг|сын|доч|мат[ьие]|мам|отец|отц|пап[аыеу]|брат|сестр|бабушк|дедушк|внук|внучк|т[её]т[яеи]|дяд|пенсионер|инвалид|ветеран|собственник|владел|квартир|арендатор|ученик|ученица|пациент|реб[её]н|семь[яиею]|нек(?:ий|ая|оего|то)|хозя[ий]|врач|доктор(?!\p{L}*\s+наук)|терапевт|педиатр|хирург|фельдшер|медсестр|учител|воспитател|водител|продав|тренер|слесар|сантехник|электрик|дворник|кондуктор|охранник|бухгалтер|адвокат|нотариус|алкаш|хам|наркоман|однофамил)\p{L}{0,5}`;
const officeOrResident = new RegExp(String.raw`(?<!\p{L})(?:(${office})|(${resident}))(?!\p{L})`, "giu");
const officeAfter = new RegExp(String.raw`^ ?[,(–—-] ?(?:\p{L}+ )?${office}(?!\p{L})`, "iu");
const residentAfter = new RegExp(
  String.raw`^,? ?(?:[,(–—-] ?)?(?:(?:мо[йяие]|наш\p{L}?|местн\p{L}{2}) )?(?:мо[йяие]|наш\p{L}?|${resident}|(?:где )?(?:прожива|живу|живем|живём|прописан|зарегистрирован)\p{L}*|из (?:\d+|соседн\p{L}+|нашего)|с (?:\d+|перв|втор|трет|четв|пят)\p{L}* ?этаж|проживающ\p{L}+|прописанн\p{L}+)(?!\p{L})`,
  "iu",
);
const addressed = /(?:уважаем|дорог)\p{L}{2,3} $/iu;
/** What residents send to an office, owe or own, with the number and day that may stand between: whose it is follows in the genitive. */
const ofTheAuthor =
  /(?<!\p{L})(?:обращени|заявлени|жалоб|письм|сообщени|запрос|вопрос|просьб|претензи|ходатайств|задолженност|лицев\p{L}+ сч[её]т|собственност|имя|принадлеж)\p{L}{0,4}(?: ?№ ?\S+)?(?: от \S+(?: г\.)?)? (?:(?:гр\.|граждан\p{L}+) ?)?$/iu;
/** What stands behind whoever a reply is written to, where their name opens it: the end of a line or of a sentence, or a comma. */
const afterAddressee = /^ ?(?:[.,!:]|\n|$)/u;
/** «По словам главы района, Иван Иванович, яма заделана»: a name that is set off from both sides is that of whoever is spoken to. */
const calledBefore = /(?:^|[,.!?…\n])\s*$/u;
const calledAfter = /^ ?[,!.]/u;
/** Who writes names themselves: «Я, …», «Меня зовут …», «С уважением, …», a name on a line of its own at the end. */
const selfNamed =
  /(?:(?<!\p{L})(?:я|мы|меня зовут|мо[её] имя|ф\. ?и\. ?о\.?|фио|с уважением|с благодарностью|подпись|от|от имени|пишет вам|обращается|к вам обращается)[,: –—-]*\n?)$/iu;
const ownLine = /(?:^|\n)\s*$/u;
/** «Прошу помочь. Иванова М. П.»: the last sentence of a text is a name and nothing else. */
const ownSentence = /[.!?…]\s+$/u;
const onlyAfter = /^[.,;]?\s*$/u;
const endOfText = /^[.,;]?\s*(?:$|\n|(?:тел|моб|конт|эл|e-?mail|адрес|г\.|ул\.|[+8\d[(]))/iu;

/** Between an office and its holder stand what it is an office of, and no verb: «директор уволил Иванова». */
const verb =
  /(?<!\p{L})(?!(?:отдела?|дела?|капитал|филиал|портал|комитет|совет|департамент|аппарат|персонал|материал|управления)\p{L}{0,3}(?!\p{L}))\p{Ll}+(?:[аеиыяу]л[аио]?|лс?[яь]|лись|лась|[аеияую]т(?:ся)?|ть(?:ся)?)(?!\p{L})/u;
const mostBetween = 6;
const reach = 90;

/**
 * Whether the holder of an office is meant by a name that is theirs: by the office beside it, or, where the name is whole, by
 * the name itself. A neighbour, a husband, somebody from flat 12 is none, whatever the name; nor is whoever a reply is addressed to.
 *
 * @param isWhole surname with name and patronymic, or with both initials
 * @param isSeveral more than a lone surname
 * @param hasSurname false for a name with patronymic alone: in a reply it is as a rule the resident who is called so
 */
export function isMeantAsOfficial(
  { field, before, after }: NamePlace,
  { isWhole, isSeveral, hasSurname }: { isWhole: boolean; isSeveral: boolean; hasSurname: boolean },
): boolean {
  if (residentAfter.test(after)) return false;
  if (
    field === "text" &&
    (selfNamed.test(before) ||
      (ownLine.test(before) && before.trim() !== "" && endOfText.test(after)) ||
      (ownSentence.test(before) && onlyAfter.test(after)))
  )
    return false;
  // Who writes addresses the official; who replies addresses the resident.
  if (addressed.test(before)) return field === "text" && isSeveral;
  if (field === "reply" && !hasSurname && calledBefore.test(before) && calledAfter.test(after)) return false;
  const near = nearest(before);
  if (near === "resident" || ofTheAuthor.test(before)) return false;
  if (near === "office" || officeAfter.test(after)) return true;
  if (field === "reply" && before.trim() === "" && afterAddressee.test(after)) return false;
  return isWhole || (field === "reply" && isSeveral && hasSurname);
}

/** The last of these words in the same sentence, where it can belong to the name. */
function nearest(before: string): "office" | "resident" | null {
  const sentence = before
    .slice(-reach)
    .replace(/^[^]*(?:[!?;\n]|(?<!(?<!\p{L})(?:\p{Lu}|и|о|зам|гр|г|р))\.)(?=\s|$)/u, "");
  const last = [...sentence.matchAll(officeOrResident)].at(-1);
  if (last === undefined) return null;
  const between = sentence.slice(last.index + last[0].length);
  if ((between.match(/\p{L}+/gu)?.length ?? 0) > mostBetween || verb.test(between)) return null;
  if (last[2] !== undefined) return /^[\s.]*(?:\p{L}+ ?){0,2}$/u.test(between) ? "resident" : null;
  return "office";
}
