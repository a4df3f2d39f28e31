import { expect, test } from "vitest";
import { createAllowList } from "../../src/privacy/allowList.ts";
import { broadAllowances } from "../../src/privacy/broadAllowances.ts";

test("entries of the allow-list that let anybody's data stay are told by list and number, others are not", () => {
  expect(
    createAllowList({ profiles: ["vk.com"] }).allows("vk.com/id123456789", "profile"),
    "why it has to be told",
  ).toBe(true);
  expect(
    createAllowList({ mailboxes: ["@Mail.ru"] }).allows("somebody@mail.ru", "email"),
    "why it has to be told",
  ).toBe(true);
  expect(
    broadAllowances({
      officials: ["Орлова", "Орлова Н. П.", "Орлова Нина", "Орлова Нина Павловна"],
      phones: ["112", "8-800-555-35-35"],
      mailboxes: ["@Mail.ru", "@yandex.ru", "@ru", "@region.example", "press@mail.ru"],
      profiles: ["vk.com", "https://t.me/", "vk.com/region", "@region"],
    }),
  ).toEqual([
    { list: "officials", count: 2 },
    { list: "phones", count: 1 },
    { list: "mailboxes", count: 3 },
    { list: "profiles", count: 2 },
  ]);
  expect(broadAllowances({})).toEqual([]);
});
