import { expect, test } from "vitest";
import { createDetectionContext } from "../../src/privacy/detect.ts";
import { isPerson, type LabelList, personalIn } from "../../src/privacy/labelNames.ts";

const detection = createDetectionContext();
const masked = (label: string, list: LabelList): string[] =>
  personalIn(label, list, detection).map(({ start, end }) => label.slice(start, end));

test("a person without a patronymic is found among agencies, topics and places alike", () => {
  for (const list of ["agencies", "topics", "places"] as const) {
    expect(masked("Ержан Сулейменов", list)).toEqual(["Ержан Сулейменов"]);
    expect(masked("Mary Johnson", list)).toEqual(["Mary Johnson"]);
    expect(masked("сидорова мария", list)).toEqual(["сидорова мария"]);
  }
});

test("a lone surname is a person among agencies, and a settlement among places", () => {
  expect(masked("Сидорова", "agencies")).toEqual(["Сидорова"]);
  expect(masked("Сидорова", "places")).toEqual([]);
});

test.each([
  "Ветрогонский",
  "Ветрогонский МР",
  "Администрация Ветрогонского района",
  "Банк Возрождение",
  "Школа им. Гагарина",
  "Управа Заречья",
  "Park Slope",
  "Киров",
  "Роза Хутор",
])("%s keeps its name", (label) => {
  for (const list of ["agencies", "topics", "places"] as const) expect(masked(label, list)).toEqual([]);
});

test.each([
  "Банк «Иван Калита»",
  'Магазин "Анна Каренина"',
  "Магазин «Анна Каренина»",
  "ул. Ленина",
  "ООО «Иванов и партнёры»",
  "Школа им. А. С. Пушкина",
  "Кинотеатр „Иван Грозный“",
  "ЖК «Александр Невский»",
  "Мастерская Орлова",
  "Стоматология Петрова",
  "Клиника доктора Иванова",
  "Школа Марии Ивановой",
  "Фонд Ивана Орлова",
])("%s is a title and keeps its name", (label) => {
  expect(masked(label, "agencies")).toEqual([]);
  expect(isPerson(label, detection)).toBe(false);
});

test.each([
  "ИП Иванов И. И.",
  "ИП Иванов Иван Иванович",
  "Индивидуальный предприниматель Иванова Мария Петровна",
  "Глава КФХ Иванов И. И.",
  "Нотариус Иванова А. А.",
])("%s is a firm under a person's name, which is masked", (label) => {
  expect(isPerson(label, detection)).toBe(false);
  expect(masked(label, "agencies").join()).toMatch(/^Иванов/);
});

test.each([
  "Специалист «Иванов И. И.»",
  "Отдел «Иванова Мария Петровна»",
  "Отдел писем Иванов Иван",
  "Кузнецова",
  "Управа, Сидоров А. В.",
  "«Иванова Мария»",
  '"Сидоров Иван"',
  "Приёмная «Иванова Мария»",
  "Глава «Сидоров Иван»",
  '"Водоканал" "Кузнецова Анна"',
  "Управляющая компания Кузнецова Анна",
  "Центр Кузнецова Анна",
])("%s is a person all the same", (label) => {
  expect(isPerson(label, detection)).toBe(true);
});

test("a person with a post is a person, an office that bears a name is none", () => {
  expect(
    ["Сидорова Мария", "Зам. Ли Анна", "Глава Заречья Сидоров И. И.", "John Smith"].map((label) =>
      isPerson(label, detection),
    ),
  ).toEqual([true, true, true, true]);
  expect(
    ["Управа Заречья", "Администрация Ветрогонского муниципального района"].map((label) => isPerson(label, detection)),
  ).toEqual([false, false]);
});
