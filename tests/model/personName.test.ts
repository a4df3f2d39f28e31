import { expect, test } from "vitest";
import { looksLikePerson } from "../../src/model/personName.ts";

test.each([
  "Сидоров А. В.",
  "А. В. Сидоров",
  "Сидорова Мария Петровна",
  "Мария Петровна Сидорова",
  "Пётр Ильич",
  "Müller, Hans",
  "Mary Johnson",
  "John Q. Smith",
  "JOHN SMITH",
])("%s is a person", (label) => {
  expect(looksLikePerson(label)).toBe(true);
});

test.each([
  "Банк Москвич",
  "Банк Петрович",
  "Сбербанк",
  "Управа Заречья",
  "Department of Buildings",
  "James Street",
  "John Jay College",
  "Park Slope",
  "Jackson Heights",
  "Минстрой",
])("%s is none", (label) => {
  expect(looksLikePerson(label)).toBe(false);
});
