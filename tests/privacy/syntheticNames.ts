import { faker } from "@faker-js/faker/locale/ru";
import { incline } from "lvovich";

export const CASES = ["nominative", "genitive", "dative", "accusative", "instrumental", "prepositional"] as const;
export type GrammaticalCase = (typeof CASES)[number];

/** What stands around a name in an appeal, by the case that it asks for. Invented. */
const FRAMES: Record<GrammaticalCase, readonly string[]> = {
  nominative: [
    "Добрый день! Меня зовут *, живу в доме без горячей воды вторую неделю.",
    "Во дворе не убирают снег, дворник не выходит с понедельника. С уважением, *",
    "Заявитель: *. Прошу отремонтировать дорогу к школе.",
    "В приёмной нас встретила сотрудница, рядом сидел начальник участка, а * обещал разобраться до пятницы.",
  ],
  genitive: [
    "Поступило обращение от * о перебоях с водой.",
    "Прошу провести проверку в отношении *, так как мусор лежит месяц.",
    "Квартира принадлежит матери *, тепла в ней нет.",
    "После звонка * нам так и не перезвонили.",
  ],
  dative: [
    "Прошу передать * благодарность за ремонт лифта.",
    "Мы звонили * три раза, автобус так и не пустили.",
    "Выдайте * справку о льготах на проезд.",
  ],
  accusative: [
    "Жалоба на *: не отвечает на заявления жильцов.",
    "Прошу наказать * за грубость в регистратуре.",
    "Видели * у подъезда, когда отключили свет.",
  ],
  instrumental: ["Акт подписан * и мастером участка.", "Вопрос согласован с * ещё весной, а яма на месте."],
  prepositional: ["Речь идёт о *, который обещал вывезти мусор.", "В заявлении о * нет ни слова."],
};

interface Person {
  readonly first: string;
  readonly middle: string;
  readonly last: string;
}

/** How a name is written; each takes a person already put in the right case. */
export const NAME_FORMS = {
  "Фамилия Имя Отчество": (p: Person) => `${p.last} ${p.first} ${p.middle}`,
  "Имя Отчество Фамилия": (p: Person) => `${p.first} ${p.middle} ${p.last}`,
  "Имя Отчество": (p: Person) => `${p.first} ${p.middle}`,
  "Имя Фамилия": (p: Person) => `${p.first} ${p.last}`,
  "Фамилия Имя": (p: Person) => `${p.last} ${p.first}`,
  "Фамилия И. О.": (p: Person) => `${p.last} ${p.first[0] ?? ""}. ${p.middle[0] ?? ""}.`,
  "Фамилия И.О.": (p: Person) => `${p.last} ${p.first[0] ?? ""}.${p.middle[0] ?? ""}.`,
  "И. О. Фамилия": (p: Person) => `${p.first[0] ?? ""}. ${p.middle[0] ?? ""}. ${p.last}`,
  "И.О.Фамилия": (p: Person) => `${p.first[0] ?? ""}.${p.middle[0] ?? ""}.${p.last}`,
  "ФАМИЛИЯ ИМЯ ОТЧЕСТВО": (p: Person) => `${p.last} ${p.first} ${p.middle}`.toUpperCase(),
  "фамилия имя отчество": (p: Person) => `${p.last} ${p.first} ${p.middle}`.toLowerCase(),
  "имя отчество": (p: Person) => `${p.first} ${p.middle}`.toLowerCase(),
  "имя фамилия": (p: Person) => `${p.first} ${p.last}`.toLowerCase(),
  "фамилия и.о.": (p: Person) => `${p.last} ${p.first[0] ?? ""}.${p.middle[0] ?? ""}.`.toLowerCase(),
  Фамилия: (p: Person) => p.last,
} as const;
export type NameForm = keyof typeof NAME_FORMS;

export interface NamedAppeal {
  readonly text: string;
  /** Where the name stands. */
  readonly start: number;
  readonly end: number;
  readonly grammaticalCase: GrammaticalCase;
}

/** Appeals with one invented name each, declined by lvovich, the cases in turn. The same seed gives the same appeals. */
export function syntheticNames(form: NameForm, count: number, seed: number): NamedAppeal[] {
  faker.seed(seed);
  return Array.from({ length: count }, (_, index) => {
    const gender = index % 2 === 0 ? "male" : "female";
    const grammaticalCase = CASES[index % CASES.length] ?? "nominative";
    const person = {
      first: faker.person.firstName(gender),
      middle: faker.person.middleName(gender),
      last: faker.person.lastName(gender),
    };
    const declined = incline({ ...person, gender }, grammaticalCase);
    const name = NAME_FORMS[form]({
      first: declined.first ?? person.first,
      middle: declined.middle ?? person.middle,
      last: declined.last ?? person.last,
    });
    const frame = faker.helpers.arrayElement(FRAMES[grammaticalCase]);
    const start = frame.indexOf("*");
    return { text: frame.replace("*", name), start, end: start + name.length, grammaticalCase };
  });
}
