import type { Random } from "./random.ts";

/** Names of people who do not exist: surname (man, woman), given names, patronymics. */
const surnames: readonly (readonly [string, string])[] = [
  ["Ладожников", "Ладожникова"],
  ["Колокольцев", "Колокольцева"],
  ["Травин", "Травина"],
  ["Гусляров", "Гуслярова"],
  ["Медоваров", "Медоварова"],
  ["Светлояров", "Светлоярова"],
  ["Березовеев", "Березовеева"],
  ["Корнеевских", "Корнеевских"],
  ["Плёсов", "Плёсова"],
  ["Звонарёв", "Звонарёва"],
  ["Лукоморский", "Лукоморская"],
  ["Опушкин", "Опушкина"],
  ["Рябинкин", "Рябинкина"],
  ["Малинин", "Малинина"],
  ["Дубравин", "Дубравина"],
  ["Озерков", "Озеркова"],
  ["Полянкин", "Полянкина"],
  ["Снегурский", "Снегурская"],
  ["Теремков", "Теремкова"],
  ["Пасечников", "Пасечникова"],
];
const men = ["Иван", "Сергей", "Алексей", "Николай", "Пётр", "Дмитрий", "Андрей", "Михаил", "Виктор", "Павел"];
const women = ["Мария", "Ольга", "Елена", "Татьяна", "Наталья", "Анна", "Светлана", "Ирина", "Людмила", "Галина"];
const fathers: readonly (readonly [string, string])[] = [
  ["Иванович", "Ивановна"],
  ["Сергеевич", "Сергеевна"],
  ["Петрович", "Петровна"],
  ["Николаевич", "Николаевна"],
  ["Алексеевич", "Алексеевна"],
  ["Павлович", "Павловна"],
  ["Михайлович", "Михайловна"],
  ["Андреевич", "Андреевна"],
  ["Викторович", "Викторовна"],
  ["Дмитриевич", "Дмитриевна"],
];

export interface Person {
  surname: string;
  given: string;
  patronymic: string;
}

/** An invented person. */
export function person(woman: boolean, random: Random): Person {
  const form = woman ? 1 : 0;
  return {
    surname: random.pick(surnames)[form],
    given: random.pick(woman ? women : men),
    patronymic: random.pick(fathers)[form],
  };
}

/** Травина О. С. */
export function withInitials({ surname, given, patronymic }: Person): string {
  return `${surname} ${given.charAt(0)}. ${patronymic.charAt(0)}.`;
}

/** Травина Ольга Сергеевна */
function fullName({ surname, given, patronymic }: Person): string {
  return `${surname} ${given} ${patronymic}`;
}

/** Уважаемая Ольга Сергеевна! */
export function salutation(woman: boolean, random: Random): string {
  const { given, patronymic } = person(woman, random);
  return `${woman ? "Уважаемая" : "Уважаемый"} ${given} ${patronymic}!`;
}

/** A number of the range set aside here for examples: +7 900 000-xx-xx. */
function telephone(random: Random): string {
  const last = `${random.whole(10, 99)}-${random.whole(10, 99)}`;
  return random.pick([`+7 900 000-${last}`, `8 (900) 000-${last}`, `8900000${last.replace("-", "")}`]);
}

const latin: Readonly<Record<string, string>> = {
  а: "a",
  б: "b",
  в: "v",
  г: "g",
  д: "d",
  е: "e",
  ё: "e",
  ж: "zh",
  з: "z",
  и: "i",
  й: "y",
  к: "k",
  л: "l",
  м: "m",
  н: "n",
  о: "o",
  п: "p",
  р: "r",
  с: "s",
  т: "t",
  у: "u",
  ф: "f",
  х: "h",
  ц: "c",
  ч: "ch",
  ш: "sh",
  щ: "sch",
  ъ: "",
  ы: "y",
  ь: "",
  э: "e",
  ю: "yu",
  я: "ya",
};

function transliterated(text: string): string {
  return [...text.toLowerCase()].map((letter) => latin[letter] ?? letter).join("");
}

/** A sentence with personal data of an invented person, for the privacy gate to find. */
export function personalSentence(woman: boolean, short: string, house: string, vk: boolean, random: Random): string {
  const who = person(woman, random);
  const mail = `${transliterated(who.given)}.${transliterated(who.surname)}@pochta.example`;
  const flat = random.whole(2, 140);
  const kinds = [
    `Меня зовут ${fullName(who)}, тел. ${telephone(random)}.`,
    `Мой телефон ${telephone(random)}, звоните в любое время.`,
    `Ответ пришлите на ${mail}, пожалуйста.`,
    `Мой адрес: ${short}, д. ${house}, кв. ${flat}.`,
    `${fullName(who)}, ${short}, ${house}-${flat}, ${telephone(random)}.`,
    `Контакты: ${withInitials(who)}, ${telephone(random)}, ${mail}.`,
    `Старшая по дому — ${fullName(person(true, random))}, кв. ${flat}, она всё подтвердит.`,
  ];
  if (vk)
    kinds.push(
      `[id${random.whole(100_000_000, 799_999_999)}|${who.given}] уже писал${woman ? "а" : ""} вам об этом.`,
      `[id${random.whole(100_000_000, 799_999_999)}|${who.given} ${who.surname}], подтвердите!`,
    );
  return random.pick(kinds);
}

/** Every surname, first name and patronymic that people of the demonstration may have: whatever else reads as a name there is none. */
export function demoNameWords(): string[] {
  return [...surnames.flat(), ...men, ...women, ...fathers.flat()];
}
