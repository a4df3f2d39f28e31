import { expect, test } from "vitest";
import { createVoice } from "../../src/words/language.ts";
import { correctionHref } from "../../src/words/correctionLink.ts";

const voice = createVoice("ru");
const publisher = { name: "Пресс-служба", email: "press@otklik.example" };
const disputed = { what: "abcd2345ef", address: "https://otklik.example/appeals/abcd2345ef/", edition: "2026-10-31" };

test("a letter names the appeal, its page and the edition", () => {
  const letter = new URL(correctionHref(publisher, disputed, voice));
  expect([letter.protocol, letter.pathname]).toEqual(["mailto:", "press@otklik.example"]);
  expect(letter.searchParams.get("subject")).toBe("Ошибка на портале: abcd2345ef");
  expect(letter.searchParams.get("body")?.split("\r\n")).toEqual([
    "https://otklik.example/appeals/abcd2345ef/",
    "Выпуск: 2026-10-31",
    "",
    "Что неверно:",
  ]);
  expect(correctionHref(publisher, { ...disputed, edition: null }, voice)).not.toContain("2026-10-31");
});

test("another mailbox, or a form with its places filled, takes its place", () => {
  expect(correctionHref({ ...publisher, corrections: "fix@otklik.example" }, disputed, voice)).toMatch(
    /^mailto:fix@otklik\.example\?/,
  );
  expect(
    correctionHref(
      { ...publisher, corrections: "https://forms.example/?n={what}&e={edition}&p={address}" },
      { ...disputed, what: "темы & места" },
      voice,
    ),
  ).toBe(
    "https://forms.example/?n=%D1%82%D0%B5%D0%BC%D1%8B%20%26%20%D0%BC%D0%B5%D1%81%D1%82%D0%B0&e=2026-10-31&p=https%3A%2F%2Fotklik.example%2Fappeals%2Fabcd2345ef%2F",
  );
});
