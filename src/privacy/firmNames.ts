import { isPersonWord } from "./names/contextWords.ts";
import { CASE, type NameDictionary } from "./names/nameDictionary.ts";
import type { Span } from "./span.ts";

/** «Магазин "Анна Каренина"», «Банк «Иван Калита»», ООО „Пётр Великий“: what stands in quotation marks behind its kind is a title. */
const quoted = /[«"„“][^«»"„“”]{2,80}[»"“”]/gu;
/** Titles have no patronymic and no initials; whoever is quoted with them is a person all the same. */
const ofAPerson =
  /(?<!\p{L})(?:\p{Lu}\. ?){1,2}|(?:ович|евич|овна|евна|ична|инична|ОВИЧ|ЕВИЧ|ОВНА|ЕВНА)\p{L}{0,2}(?!\p{L})/u;

const wordBefore = /(\p{L}+)[^\p{L}«»"„“”]*$/u;
/** Units that people are put down under: «Приёмная «Иванова Анна»» tells who sits there. */
const unit =
  /^(?:отдел|при[её]мн|управ|служб|сектор|департамент|министерств|администрац|комитет|групп|участ|кабинет|исполн|ответств)/u;

/** «Мастерская Орлова», «Клиника доктора Иванова»: a house that bears its founder's name in the genitive. */
const house =
  /(?<!\p{L})(?:мастерск|стоматологи|клиник|ателье|студи|кафе|ресторан|пекарн|аптек|салон|автосервис|автошкол|шиномонтаж|типографи|фабрик|хлебозавод|завод|компани|фирм|бюро|агентств|галере|театр|музе|библиотек|гимнази|лице|школ|больниц|институт|кинотеатр|стадион|парк|усадьб|дом(?!\p{L})|фонд|центр|рынок|магазин|гостиниц|храм|церк|собор|площад|улиц|проспект|переул|бульвар|набережн)\p{L}{0,4}(?: (?:доктора|братьев|семьи|имени))? $/iu;

/** Who trades or practises under a name of their own: a person by law, and a firm to whoever writes to them. */
const sole =
  /(?<!\p{L})(?:ИП|ЧП|И\.П\.|индивидуальн\p{L}{2,3} предпринимател\p{L}{1,3}|(?:глава )?К\(?Ф\)?Х|крестьянск\p{L}{2,3} хозяйств\p{L}{1,2}|нотариус\p{L}{0,2}|адвокат\p{L}{0,2}|самозанят\p{L}{2,3})(?!\p{L})/iu;

/** Whether a name found in a label is a part of the title of a firm, an institution or a place, and nobody's own. */
export function isTitle(
  label: string,
  { start, end }: Pick<Span, "start" | "end">,
  dictionary: NameDictionary,
): boolean {
  const name = label.slice(start, end);
  if (ofAPerson.test(name)) return false;
  const inQuotes = [...label.matchAll(quoted)].some(
    (match) =>
      match.index <= start &&
      end <= match.index + match[0].length &&
      !ofAPerson.test(match[0]) &&
      isKind(label.slice(0, match.index)),
  );
  return inQuotes || (house.test(label.slice(0, start)) && isGenitive(name, dictionary));
}

/** Whether what stands before quotation marks says what is called so; a name that is the whole label, or that follows an office, is a person's. */
function isKind(before: string): boolean {
  const word = wordBefore.exec(before)?.[1]?.toLowerCase();
  return word !== undefined && !isPersonWord(word) && !unit.test(word);
}

/** «Марии Ивановой», «Орлова»; «Магазин Кузнецова Анна» puts whoever sells there beside the shop. */
function isGenitive(name: string, dictionary: NameDictionary): boolean {
  const words = name.match(/\p{L}+/gu) ?? [];
  if (words.length < 2) return /[аяоеы]$|ых$|ой$/u.test(name);
  return words.every((word) => (dictionary.read(word.toLowerCase()).cases & CASE.genitive) !== 0);
}

/** Whether a label is the firm of one person: their name is masked like any other, but the column that holds it is one of firms. */
export function isSoleTrader(label: string): boolean {
  return sole.test(label);
}
