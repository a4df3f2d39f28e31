import { faker } from "@faker-js/faker/locale/ru";
import type { PersonalDataClass } from "../../src/privacy/classes.ts";

const digits = (count: number): string => faker.string.numeric(count);
const mobile = (): string => `9${digits(9)}`;
const grouped = (value: string, separator: string): string =>
  `${value.slice(0, 3)}${separator}${value.slice(3, 6)}${separator}${value.slice(6, 8)}${separator}${value.slice(8)}`;
const login = (): string =>
  `${faker.helpers.arrayElement(["ivanov", "petrova.m", "sidorov_1980", "anna-s", "k.v.orlov", "user", "mama3"])}${digits(2)}`;
const host = (): string =>
  faker.helpers.arrayElement(["mail.ru", "yandex.ru", "gmail.com", "list.ru", "bk.ru", "company.example", "почта.рф"]);
const letters = (count: number): string =>
  Array.from({ length: count }, () => faker.helpers.arrayElement([..."АВЕКМНОРСТУХ"])).join("");

function snilsDigits(): string {
  const body = `${faker.number.int({ min: 2, max: 9 })}${digits(8)}`;
  const sum = [...body].reduce((total, digit, index) => total + Number(digit) * (9 - index), 0);
  return body + String((sum % 101) % 100).padStart(2, "0");
}

function innDigits(): string {
  const body = `${faker.number.int({ min: 10, max: 89 })}${digits(8)}`;
  const check = (value: string, weights: readonly number[]): number =>
    (weights.reduce((sum, weight, index) => sum + weight * Number(value[index]), 0) % 11) % 10;
  const first = body + String(check(body, [7, 2, 4, 10, 3, 5, 9, 4, 6, 8]));
  return first + String(check(first, [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]));
}

function cardDigits(): string {
  const body = faker.helpers.arrayElement(["2200", "2202", "2204", "4276", "5469", "5536", "6212"]) + digits(11);
  const sum = [...body].reduce(
    (total, digit, index) =>
      total + (index % 2 === 0 ? (Number(digit) > 4 ? Number(digit) * 2 - 9 : Number(digit) * 2) : Number(digit)),
    0,
  );
  return body + String((10 - (sum % 10)) % 10);
}

const fours = (value: string, separator: string): string => value.match(/.{4}/gu)?.join(separator) ?? value;

/** Every way of writing that the gate promises to find without exception. */
export const IDENTIFIER_FORMS: readonly {
  readonly class: PersonalDataClass;
  readonly name: string;
  readonly make: () => string;
  readonly prefix?: string;
}[] = [
  {
    class: "phone",
    name: "+7 900 123-45-67",
    make: () => {
      const m = mobile();
      return `+7 ${m.slice(0, 3)} ${m.slice(3, 6)}-${m.slice(6, 8)}-${m.slice(8)}`;
    },
  },
  {
    class: "phone",
    name: "+7 (900) 123-45-67",
    make: () => {
      const m = mobile();
      return `+7 (${m.slice(0, 3)}) ${m.slice(3, 6)}-${m.slice(6, 8)}-${m.slice(8)}`;
    },
  },
  {
    class: "phone",
    name: "8(900)1234567",
    make: () => {
      const m = mobile();
      return `8(${m.slice(0, 3)})${m.slice(3)}`;
    },
  },
  { class: "phone", name: "8-900-123-45-67", make: () => `8-${grouped(mobile(), "-")}` },
  { class: "phone", name: "8 900 123 45 67", make: () => `8 ${grouped(mobile(), " ")}` },
  { class: "phone", name: "8.900.123.45.67", make: () => `8.${grouped(mobile(), ".")}` },
  { class: "phone", name: "89001234567", make: () => `8${mobile()}` },
  { class: "phone", name: "79001234567", make: () => `7${mobile()}` },
  { class: "phone", name: "+79001234567", make: () => `+7${mobile()}` },
  { class: "phone", name: "9001234567", make: mobile },
  { class: "phone", name: "900 123 45 67", make: () => grouped(mobile(), " ") },
  { class: "phone", name: "900-123-45-67", make: () => grouped(mobile(), "-") },
  {
    class: "phone",
    name: "8 900 1234567",
    make: () => {
      const m = mobile();
      return `8 ${m.slice(0, 3)} ${m.slice(3)}`;
    },
  },
  { class: "phone", name: "8 (4912) 12-34-56", make: () => `8 (4912) ${digits(2)}-${digits(2)}-${digits(2)}` },
  { class: "phone", name: "(4912) 12-34-56", make: () => `(4912) ${digits(2)}-${digits(2)}-${digits(2)}` },
  { class: "phone", name: "8 (495) 123-45-67", make: () => `8 (495) ${digits(3)}-${digits(2)}-${digits(2)}` },
  {
    class: "phone",
    name: "12-34-56 after «тел.»",
    prefix: "тел. ",
    make: () => `${faker.number.int({ min: 20, max: 99 })}-${digits(2)}-${digits(2)}`,
  },
  {
    class: "phone",
    name: "123456 after «телефон:»",
    prefix: "телефон: ",
    make: () => `${faker.number.int({ min: 2, max: 9 })}${digits(5)}`,
  },
  { class: "email", name: "login@host", make: () => `${login()}@${host()}` },
  { class: "email", name: "LOGIN@HOST", make: () => `${login()}@${host()}`.toUpperCase() },
  {
    class: "email",
    name: "login (at) host",
    make: () => `${login()} (at) ${faker.helpers.arrayElement(["mail.ru", "gmail.com"])}`,
  },
  {
    class: "email",
    name: "login собака host",
    make: () => `${login()} собака ${faker.helpers.arrayElement(["mail.ru", "yandex.ru"])}`,
  },
  {
    class: "profile",
    name: "vk.com/id",
    make: () => `${faker.helpers.arrayElement(["https://vk.com/", "vk.com/", "http://m.vk.com/"])}id${digits(8)}`,
  },
  { class: "profile", name: "vk.com/name", make: () => `https://vk.com/ivan_${digits(4)}` },
  { class: "profile", name: "ok.ru/profile", make: () => `https://ok.ru/profile/5${digits(11)}` },
  { class: "profile", name: "t.me/name", make: () => `t.me/user_${digits(4)}` },
  { class: "profile", name: "wa.me/number", make: () => `https://wa.me/7${mobile()}` },
  { class: "profile", name: "@handle", make: () => `@user_${digits(4)}` },
  {
    class: "snils",
    name: "112-233-445 95",
    make: () => {
      const s = snilsDigits();
      return `${s.slice(0, 3)}-${s.slice(3, 6)}-${s.slice(6, 9)} ${s.slice(9)}`;
    },
  },
  { class: "snils", name: "11223344595 after «СНИЛС»", prefix: "СНИЛС ", make: snilsDigits },
  { class: "snils", name: "a typo after «СНИЛС»", prefix: "СНИЛС: ", make: () => `1${digits(10)}` },
  { class: "inn", name: "500100732259", make: innDigits },
  { class: "inn", name: "a typo after «ИНН»", prefix: "ИНН ", make: () => `5${digits(11)}` },
  {
    class: "passport",
    name: "6104 123456 after «паспорт»",
    prefix: "паспорт ",
    make: () => `${digits(4)} ${digits(6)}`,
  },
  {
    class: "passport",
    name: "61 04 № 123456 after «паспорт серия»",
    prefix: "паспорт серия ",
    make: () => `${digits(2)} ${digits(2)} № ${digits(6)}`,
  },
  { class: "passport", name: "6104123456 after «паспорт РФ:»", prefix: "паспорт РФ: ", make: () => digits(10) },
  { class: "card", name: "2200 0000 0000 0004", make: () => fours(cardDigits(), " ") },
  { class: "card", name: "2200000000000004", make: cardDigits },
  { class: "card", name: "2200-0000-0000-0004", make: () => fours(cardDigits(), "-") },
  {
    class: "plate",
    name: "А123ВС77",
    make: () => `${letters(1)}${digits(3)}${letters(2)}${faker.helpers.arrayElement(["62", "77", "197", "799"])}`,
  },
  { class: "plate", name: "а123вс77", make: () => `${letters(1)}${digits(3)}${letters(2)}77`.toLowerCase() },
  { class: "plate", name: "А 123 ВС 77", make: () => `${letters(1)} ${digits(3)} ${letters(2)} 62` },
  { class: "vin", name: "VIN", prefix: "VIN ", make: () => `XTA${digits(6)}Y${digits(7)}` },
  {
    class: "cadastral",
    name: "62:29:0080012:345",
    make: () => `62:${digits(2)}:${digits(7)}:${faker.number.int({ min: 1, max: 9999 })}`,
  },
  { class: "flat", name: "кв. 12", make: () => `кв. ${faker.number.int({ min: 1, max: 400 })}` },
];

const FRAMES = [
  "Прошу ответить: *.",
  "Во дворе темно, фонари не горят. *",
  "* это мои данные, жду решения",
  "Пишите на (*), спасибо!",
  "Данные: *, прошу помочь с ремонтом.",
  "Уже месяц жду ответа\n*\nПомогите",
];

export interface IdentifiedAppeal {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Appeals with one invented identifier each. The same seed gives the same appeals. */
export function syntheticIdentifiers(
  form: (typeof IDENTIFIER_FORMS)[number],
  count: number,
  seed: number,
): IdentifiedAppeal[] {
  faker.seed(seed);
  return Array.from({ length: count }, () => {
    const value = form.make();
    const frame = faker.helpers.arrayElement(FRAMES).replace("*", `${form.prefix ?? ""}*`);
    const start = frame.indexOf("*");
    return { text: frame.replace("*", value), start, end: start + value.length };
  });
}
