import { expect, test } from "vitest";
import type { PublicAppeal } from "../../../src/model/appeal.ts";
import { createAllowList } from "../../../src/privacy/allowList.ts";
import { createDetectionContext } from "../../../src/privacy/detect.ts";
import { lastLook } from "../../../src/privacy/lastLook.ts";
import { ReadTexts } from "../../../src/privacy/readTexts.ts";
import { structuralLook } from "../../../src/privacy/structuralLook.ts";
import { personalInTexts } from "../../../src/publish/verify/personalInTexts.ts";

const context = createDetectionContext({ allowList: createAllowList({ phones: ["8 912 123-45-67"] }) });
const look = structuralLook(context);
const appeal = (id: string, text: string | null, reply: string | null = null) => ({ id, text, reply }) as PublicAppeal;

test.each([
  ["phone", "Мой номер 8 912 345-67-89, звоните"],
  ["email", "Пишите на a.petrov@mail.example"],
  ["snils", "СНИЛС 112-233-445 95"],
  ["card", "Карта 4111 1111 1111 1111"],
  ["passport", "паспорт 4509 123456 выдан в городе"],
  ["profile", "Страница vk.com/id123456789"],
])("%s in a text that is known as read is found all the same, by appeal and field", async (kind, text) => {
  const read = new ReadTexts();
  read.add(text);
  expect(lastLook(context, [], read)(text, false), "the look at the files knows it").toEqual([]);
  expect(
    await personalInTexts(
      [[appeal("aaaa", "Яма во дворе"), appeal("bbbb", null, text)], [appeal("cccc", text, "Яма")]],
      look,
    ),
  ).toEqual([
    { appeal: "bbbb", fields: ["reply"], classes: [kind] },
    { appeal: "cccc", fields: ["text"], classes: [kind] },
  ]);
});

test("nothing that the gate leaves stops it: masks, hotlines, what the allow-list names, dates and times, long numbers, buses", async () => {
  const clean = [
    "Мой номер [телефон], пишите на [эл. почта]",
    "Горячая линия 8-800-555-35-35",
    "Приёмная: 8 912 123-45-67",
    "15.04.2026 в 10:30 по адресу ул. Мира, 5-12",
    "Обращение 123456789012345678",
    "Автобус А123ВС77 не пришёл",
  ];
  expect(await personalInTexts([clean.map((text, at) => appeal(`id${at}00`, text, text))], look)).toEqual([]);
});
