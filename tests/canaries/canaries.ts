import { PERSONAL_DATA_CLASSES, type PersonalDataClass } from "../../src/privacy/classes.ts";

/** An invented piece of personal data and the words it stands in. */
export interface Canary {
  readonly class: PersonalDataClass;
  /** What must never be seen again, as it stands in the words. */
  readonly value: string;
  readonly words: string;
}

const surnames = [
  "Тайнописцев",
  "Звонарёвский",
  "Белоглинский",
  "Кречетников",
  "Долгополов",
  "Верхоянцев",
  "Подберёзкин",
  "Староверов",
  "Заозёрский",
  "Краснощёков",
  "Лисовский",
  "Медведовский",
  "Нижегородцев",
  "Остроухов",
  "Перепёлкин",
  "Рукавишников",
  "Скоморохов",
  "Толстопятов",
  "Утевский",
  "Хлебородов",
];

const weighted = (body: string, weights: readonly number[]): number =>
  weights.reduce((sum, weight, index) => sum + weight * Number(body[index]), 0);

function snils(number: number): string {
  const body = String(211_330_540 + number * 17);
  const check = String((weighted(body, [9, 8, 7, 6, 5, 4, 3, 2, 1]) % 101) % 100).padStart(2, "0");
  return `${body.slice(0, 3)}-${body.slice(3, 6)}-${body.slice(6)} ${check}`;
}

function inn(number: number): string {
  const body = String(5_001_007_322 + number * 13);
  const first = body + String((weighted(body, [7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11) % 10);
  return first + String((weighted(first, [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11) % 10);
}

function luhn(body: string): string {
  const sum = [...body].reverse().reduce((total, digit, index) => {
    const value = index % 2 === 0 ? Number(digit) * 2 : Number(digit);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return body + String((10 - (sum % 10)) % 10);
}

const two = (number: number): string => String(10 + number);

const makers: Record<PersonalDataClass, (number: number) => { value: string; words: string }> = {
  email: (n) => ({
    value: `kanareyka.${two(n)}@ptitsa.example`,
    words: `Пишите на kanareyka.${two(n)}@ptitsa.example`,
  }),
  post: (n) => ({
    value: `wall-5550${two(n)}_7741${two(n)}`,
    words: `Подробно: https://vk.com/wall-5550${two(n)}_7741${two(n)}`,
  }),
  file: (n) => ({ value: `AbCdEf123${two(n)}`, words: `Фото по ссылке https://disk.yandex.ru/d/AbCdEf123${two(n)}` }),
  profile: (n) => ({ value: `id7755331${two(n)}`, words: `Моя страница https://vk.com/id7755331${two(n)}` }),
  cadastral: (n) => ({ value: `62:29:00800${two(n)}:345`, words: `Участок 62:29:00800${two(n)}:345 затоплен` }),
  vin: (n) => ({ value: `XTA2109${two(n)}Y1234567`, words: `VIN XTA2109${two(n)}Y1234567` }),
  account: (n) => ({ value: `40817810500000012${two(n)}4`, words: `Переведите на счёт 40817810500000012${two(n)}4` }),
  snils: (n) => ({ value: snils(n), words: `СНИЛС ${snils(n)}` }),
  inn: (n) => ({ value: inn(n), words: `ИНН ${inn(n)}` }),
  oms: (n) => ({ value: luhn(`7755444433332${two(n)}`), words: `Полис ОМС ${luhn(`7755444433332${two(n)}`)}` }),
  passport: (n) => ({ value: `6104 7890${two(n)}`, words: `Паспорт 6104 7890${two(n)}` }),
  licence: (n) => ({ value: `9914 4567${two(n)}`, words: `Водительское удостоверение 9914 4567${two(n)}` }),
  document: (n) => ({ value: `9101234567${two(n)}`, words: `Больничный лист № 9101234567${two(n)}` }),
  card: (n) => ({ value: luhn(`2202200345678${two(n)}`), words: `Карта ${luhn(`2202200345678${two(n)}`)}` }),
  phone: (n) => ({ value: `8 912 345-67-${two(n)}`, words: `Звоните 8 912 345-67-${two(n)}` }),
  plate: (n) => ({ value: `А7${two(n)}ВС62`, words: `Машина А7${two(n)}ВС62 стоит на газоне` }),
  birthDate: (n) => ({ value: `17.03.19${two(n + 30)}`, words: `Отец, 17.03.19${two(n + 30)} года рождения, инвалид` }),
  house: (n) => ({ value: `д. ${two(n)}7Б`, words: `Живу: ул. Полевая, д. ${two(n)}7Б, кв. 3${two(n)}` }),
  flat: (n) => ({ value: `кв. 9${two(n)}`, words: `ул. Садовая, д. 5, кв. 9${two(n)}, топит сверху` }),
  health: (n) => ({ value: "шизофрени", words: `${surnames[n]} Пётр Ильич болен шизофренией` }),
  name: (n) => ({ value: surnames[n]!, words: `Меня зовут ${surnames[n]} Аристарх Венедиктович` }),
};

/** One canary of every class, no two alike for different numbers (0…19) but for health, whose value is a word. */
export function canaries(number: number): Canary[] {
  return PERSONAL_DATA_CLASSES.map((rule) => ({ class: rule.id, ...makers[rule.id](number) }));
}
