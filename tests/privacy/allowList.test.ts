import { describe, expect, test } from "vitest";
import type { CleaningRules } from "../../src/privacy/cleaningRules.ts";
import { textCleaner } from "../../src/privacy/cleanText.ts";
import { createAllowList } from "../../src/privacy/allowList.ts";
import { createDetectionContext, detect } from "../../src/privacy/detect.ts";
import { mask } from "../../src/privacy/mask.ts";

const allowList = createAllowList({
  officials: ["Иванова Мария Петровна"],
  phones: ["+7 (4912) 55-66-77"],
  mailboxes: ["info@region.example", "@ministry.example"],
  profiles: ["vk.com/region", "@region_bot"],
});
const context = createDetectionContext({ allowList });
const published = (text: string): string => mask(text, detect(text, context)).text;

describe("An official is allowed as an official, and not every namesake", () => {
  const rules: CleaningRules = {
    language: "ru",
    doubtful: "mask",
    names: "default",
    addresses: "house",
    replySignatures: "mask",
    allow: { officials: ["Иванов Иван Иванович"] },
    placeNames: [],
    key: "",
    decisions: {},
    turn: 0,
  };
  const clean = textCleaner(rules);

  test.each([
    "Глава района Иванов обещал приехать.",
    "Просим главу Иванова И. И. разобраться.",
    "Писали главе администрации района Иванову, ответа нет.",
    "Иванов, глава района, на звонки не отвечает.",
    "Уважаемый Иван Иванович! Во дворе темно.",
    "На приёме был Иванов Иван Иванович.",
    "Обратились к врио министра Ивану Ивановичу.",
    "И. И. Иванов обещал засыпать яму.",
    "Глава Иванов И. И. и сосед дома 5 знают об этом.",
    "Иванов И. И.\nГлава района\nВо дворе темно.",
  ])("a resident's text keeps: %s", (text) => {
    expect(clean({ text, field: "text" }).text).toBe(text);
  });

  test.each([
    "Сосед Иванов шумит по ночам.",
    "Мой сосед Иванов Иван шумит по ночам.",
    "Сосед Иванов Иван Иванович сверлит по выходным.",
    "Автомобиль Иванова стоит на газоне, сам Иванов грубит.",
    "Директор школы уволил Иванова.",
    "Заявитель Иванов И. И., дом без воды.",
    "Наша учительница и Иван Иванович, пенсионер, мёрзнут.",
    "Мой муж Иванов Иван упал на льду.",
    "Иванов И. И. из 12 квартиры залил подъезд.",
    "Глава района приехал. Иванов всё видел.",
    "Я, Иванов Иван Иванович, прошу вывезти мусор.",
    "Меня зовут Иванов Иван Иванович, в доме нет воды.",
    "Иванов Иван Иванович, проживаю на Луговой.",
    "Во дворе темно. С уважением, Иванов И. И.",
    "Во дворе темно, почините фонари.\nИванов И. И.",
    "Во дворе темно, почините фонари.\nИванов Иван Иванович, тел. 8 912 345-67-89",
    "Врач Иванов И. И. не пришёл на вызов.",
    "Во дворе темно. Иванов Иван Иванович",
    "Прошу выдать справку на имя Иванова И. И.",
  ])("a resident's text masks the namesake: %s", (text) => {
    const { text: cleaned } = clean({ text, field: "text" });
    expect(cleaned).toContain("[ФИО]");
    expect(cleaned).not.toMatch(/Иванов(?!ич)|Иван Иванович/u);
  });

  test.each([
    "Обращение рассмотрел глава района Иванов.",
    "Приём ведёт Иванов И. И. по вторникам.",
    "Ответственный: Иван Иванович.",
    "Вопрос передан директору Ивану Ивановичу.",
    "Иванов И. И., глава района, провёл приём.",
    "Обращение к главе Иванову рассмотрено.",
  ])("a reply keeps: %s", (text) => {
    expect(clean({ text, field: "reply" }).text).toBe(text);
  });

  test.each([
    "Уважаемый Иван Иванович! Ваше обращение рассмотрено.",
    "Уважаемый Иванов И. И.! Ответ направлен.",
    "Заявитель Иванов И. И. уведомлён.",
    "Гражданину Иванову отказано.",
    "Иван Иванович, добрый день! Яма заделана.",
    "Здравствуйте, Иван Иванович! Яма заделана.",
    "Ваше обращение, Иван Иванович, рассмотрено.",
    "Спасибо за сигнал, Иван Иванович",
    "Иван Иванович, глава района поручил заделать яму.",
    "По словам главы района, Иван Иванович, яма заделана.",
    "На обращение Иванова И. И. сообщаем: яма заделана.",
    "Специалистами по обращению Иванова И. И. проведён осмотр.",
    "По заявлению № 15 от 01.10.2026 Иванова Ивана Ивановича яма заделана.",
    "Иванову И. И.\nНа Ваше обращение сообщаем: яма заделана.",
    "Иванову Ивану Ивановичу. На Ваше обращение сообщаем: яма заделана.",
  ])("a reply masks whom it is written to or about: %s", (text) => {
    expect(clean({ text, field: "reply" }).text).toContain("[ФИО]");
  });
});

describe("The allow-list of a portal", () => {
  test.each([
    "Мария Петровна Иванова",
    "министру Ивановой Марии Петровне",
    "Иванова М. П.",
    "М.П. Иванова",
    "Марии Петровне",
    "Звоните 8 4912 55-66-77",
    "тел. (4912) 55-66-77",
    "info@region.example",
    "oleg@ministry.example",
    "https://vk.com/region",
    "@region_bot",
  ])("leaves «%s»", (text) => {
    expect(published(text)).toBe(text);
  });

  test.each([
    ["Иванова Мария Сергеевна", "[ФИО]"],
    ["Иванова Ольга Петровна", "[ФИО]"],
    ["Иванова К. П.", "[ФИО]"],
    ["8 4912 55-66-78", "[телефон]"],
    ["info2@region.example", "[эл. почта]"],
    ["a@notministry.example", "[эл. почта]"],
    ["vk.com/regional", "[профиль]"],
  ])("masks «%s», which is like an allowed one", (text, expected) => {
    expect(published(text)).toBe(expected);
  });
});
