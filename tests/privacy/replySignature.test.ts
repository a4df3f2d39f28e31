import { describe, expect, test } from "vitest";
import { portalSchema } from "../../src/model/portal.ts";
import { cleaningRules } from "../../src/privacy/cleaningRules.ts";
import { textCleaner } from "../../src/privacy/cleanText.ts";
import { createDetectionContext } from "../../src/privacy/detect.ts";
import { lastLook } from "../../src/privacy/lastLook.ts";
import { NO_PLACE_NAMES } from "../../src/privacy/placeNames.ts";
import { ReadTexts } from "../../src/privacy/readTexts.ts";

const cleaner = (privacy: object) =>
  textCleaner(
    cleaningRules(
      portalSchema.parse({
        title: "Отклик",
        region: { name: "Край", in: "в Крае", of: "Края" },
        timeZone: "Europe/Moscow",
        address: "https://otklik.example/",
        publisher: { name: "Пресс-служба", email: "press@otklik.example" },
        privacy,
      }),
      NO_PLACE_NAMES,
      "key",
    ),
  );
const keeping = cleaner({ replySignatures: "keep" });
const reply = (text: string) => keeping({ text, field: "reply" });

const signatures = [
  "Яму засыпали.\nС уважением, Орлов Пётр Ильич",
  "Яму засыпали. С уважением, начальник управления П.И. Орлов",
  "Яму засыпали.\n\nС уважением,\nминистр транспорта Энского края\nОрлова Нина Павловна",
  "Яму засыпали.\nИсполнитель: Орлова Н.П.",
  "Яму засыпали.\nГлава администрации П. И. Орлов",
  "Яму засыпали.\nНачальник управления по работе с обращениями граждан Министерства транспорта Орлов П.И.",
  "Яму засыпали.\nЗаместитель министра – начальник отдела дорог\nОрлов Пётр Ильич\nИсп. Соколова А.В.",
  "Яму засыпали.<br>С уважением,<br>Орлов П.И., глава администрации г. Заречного",
];
const noSignatures = [
  ["another word behind the name", "Яму засыпали.\nНачальник управления Орлов П.И. уволен"],
  ["a sentence behind the name", "С уважением, Орлов П.И. Яму засыпала Соколова А.В. вчера"],
  ["an office in the middle of a sentence", "За работы отвечает начальник управления Орлов П.И."],
  ["respect felt for somebody", "Ко всем отнеслись с уважением, Орлов Пётр Ильич"],
  ["a letter to an official", "Направлено по подсудности.\nНачальнику управления Орлову П.И."],
  ["a resident", "Яму засыпали.\nС уважением, житель дома Орлов П.И."],
  ["a verb between office and name", "Яму засыпали.\nНачальник управления принял Орлова П.И."],
  ["a second person without an office", "Яму засыпали.\nС уважением, Орлов П.И., Соколова А.В."],
  ["the applicant behind an office", "Яму засыпали.\nНачальник отдела по заявлению гражданина Орлова П.И."],
  ["an address behind the name", "Яму засыпали.\nС уважением, Орлов П.И., ул. Новая, д. 5, кв. 7"],
  ["somebody an official did something for", "Яму засыпали.\nНачальник отдела для Орлова П.И."],
  ["somebody an official did something with", "Яму засыпали.\nРуководитель проекта вместе с Орловым П.И."],
  ["the head of a family", "Яму засыпали.\nГлава семьи Орлов Пётр Ильич"],
  ["a flat", "Яму засыпали.\nНачальник управления в квартире Орлова П.И."],
  ["a neighbour, who holds no office", "Яму засыпали.\nСосед Орлов П.И."],
] as const;

describe("with replySignatures: keep", () => {
  test.each(signatures)("the signer of a reply stays: %s", (text) => {
    const { text: cleaned, left, counts } = reply(text);
    expect(cleaned).toContain("Орлов");
    expect(cleaned).not.toContain("[ФИО]");
    expect({ left, counts }).toEqual({ left: [], counts: [] });
  });

  test.each(noSignatures)("a name is masked where it is no signature: %s", (_what, text) => {
    expect(reply(text).text).toContain("[ФИО]");
    expect(reply(text).text).not.toContain("Орлов");
  });

  test("phones and mailboxes of the signature are masked unless the portal lists them", () => {
    const text = "Яму засыпали.\nС уважением, министр Орлов П.И.\nтел. 8 912 345-67-89, orlov@mail.example";
    expect(reply(text).text).toBe("Яму засыпали.\nС уважением, министр Орлов П.И.\nтел. [телефон], [эл. почта]");
    const listed = cleaner({
      replySignatures: "keep",
      allow: { phones: ["8 912 345-67-89"], mailboxes: ["orlov@mail.example"] },
    });
    expect(listed({ text, field: "reply" }).text).toBe(text);
  });

  test("the same name elsewhere in the reply is masked, and the signature stays", () => {
    expect(
      reply("Уважаемая Соколова Анна Викторовна! Вас примет Орлов П.И. в среду.\nС уважением, министр Орлов П.И.").text,
    ).toBe("Уважаемая [ФИО]! Вас примет [ФИО] в среду.\nС уважением, министр Орлов П.И.");
  });

  test.each(signatures)("a resident's signature is masked as ever: %s", (text) => {
    expect(keeping({ text, field: "text" }).text).not.toContain("Орлов");
  });

  test("a doubtful name in a signature is not held for a person", () => {
    const text = "Яму засыпали.\nС уважением, Кречетников";
    const doubtful = (replySignatures: string) =>
      cleaner({ replySignatures, doubtful: "review" })({ text, field: "reply" });
    expect(doubtful("mask").doubtful.length + doubtful("mask").counts.length).toBe(1);
    expect(doubtful("keep")).toMatchObject({ text, doubtful: [], counts: [] });
  });

  test("the last look lets pass the signatures that passed the gate, and no others", () => {
    const read = new ReadTexts();
    for (const text of signatures) read.add(reply(text).text);
    const look = lastLook(createDetectionContext(), [], read);
    for (const text of signatures) {
      const cleaned = reply(text).text;
      expect(look(cleaned, false)).toEqual([]);
      expect(look(`<p>${cleaned.replaceAll("\n", "<br>")}`, true)).toEqual([]);
    }
    expect(look("Ответил министр Орлов Пётр Ильич", false)).toEqual(["name"]);
  });
});

test("without the setting signatures of replies are masked", () => {
  for (const text of signatures) expect(cleaner({})({ text, field: "reply" }).text).not.toContain("Орлов");
});
