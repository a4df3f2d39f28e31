import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { marksOf } from "../../../src/model/replyMarks.ts";
import { createMarkReader } from "../../../src/replies/marks/markReader.ts";
import { readMarks } from "../../../src/replies/marks/readMarks.ts";
import { readReplyRules } from "../../../src/settings/readReplyRules.ts";

const reader = createMarkReader(await readReplyRules(resolve(import.meta.dirname, "../../../data")));
const read = (reply: string) => marksOf(readMarks(reply, null, reader).marks);

/** Footers without «с уважением»: who wrote, and how to reach them. */
const footers = [
  'ООО "Ромашка", тел. 8 (000) 000-00-11',
  "ООО «УК “Уют”»",
  'ООО «УК "Уют"», г. Китеж, ул. Садовая, д. 5',
  "АО «Горводоканал». Сайт: www.vodokanal.example",
  'МКУ "Служба благоустройства", e-mail: info@sluzhba.example, факс: 0-00-01',
  "ГБУ «Жилищник района Северный»",
  "МУП Теплосеть, тел. [телефон]",
  "Исп. Иванова А.А., 0-34-56",
  "Исп.: А. А. Иванова, тел. [телефон]",
  "Исполнитель: Петров П. П.",
  "Исполнитель: главный специалист отдела ЖКХ Петров П. П., тел. 0-00-02",
  "Главный специалист отдела ЖКХ Петрова М. И.",
  "Заместитель директора МУП «Теплосеть» Кузнецов К. К.",
  "И. о. начальника управления А. А. Сидоров",
  "Начальник отдела [имя]",
  "Администрация г. Китежа, ул. Садовая, 5, тел. (00000) 0-10-10",
  "Пресс-служба администрации. Телефон: 0-34-57",
  "Центр управления регионом, t.me/centr_kitezh",
  "Команда «Наш город», vk.com/nash_gorod",
  "Подписывайтесь на нас: vk.com/nash_gorod",
  "Наш канал в Телеграме: t.me/nash_gorod",
  "тел./факс: 0-00-03, e-mail: priemnaya@kitezh.example",
];

/** What stands in the same place and is said to the resident. */
const answers = [
  "По этому вопросу звоните: 0-34-56",
  'Обратитесь в ООО "Ромашка", тел. 0-34-56',
  "Телефон диспетчерской: 0-34-56",
  "Телефон управляющей компании: 0-34-56",
  "Запись по тел. 0-34-56",
  "Справки по телефону 0-34-56",
  "Номер горячей линии: 0-800-000-00-00",
  "Заявку можно подать через сайт www.gorod.example",
  "Пришлите фото на info@gorod.example",
  "Приём ведёт начальник отдела Петров П. П., каб. 5",
];

describe("A reply that only acknowledges", () => {
  test.each(footers)("is one above the footer %s", (footer) => {
    for (const [words, mark] of [
      ["Ваше обращение принято в работу", "onlyAcknowledged"],
      ["Спасибо за обращение, информация принята к сведению", "onlyAcknowledged"],
      ["Выполнено", "bare"],
    ] as const)
      for (const reply of [`${words}. ${footer}`, `${words}.\n${footer}`, `${words}\n\n${footer}.`])
        expect(read(reply), reply).toEqual([mark]);
  });

  test.each(answers)("says more where the resident is told: %s", (answer) => {
    for (const reply of [`Ваше обращение принято в работу. ${answer}`, `Выполнено.\n${answer}.`]) {
      expect(read(reply), reply).toContain("nextStep");
      expect(read(reply), reply).not.toContain("onlyAcknowledged");
    }
  });
});

describe("A name and a telephone", () => {
  test("are the answer where they are all of it, or a colon introduces them", () => {
    for (const reply of [
      'ООО "Ромашка", тел. 0-34-56',
      'Ваше обращение рассмотрено. Контакты подрядчика:\nООО "Ромашка", тел. 0-34-56',
      "Обращение принято. Контакты подрядчика: ООО «Ромашка», тел. 0-34-56",
    ])
      expect(read(reply), reply).toContain("nextStep");
  });

  test("take nothing from a reply that tells of something", () => {
    expect(read("Яму засыпали. ООО «Ромашка», тел. 0-34-56")).toContain("deed");
    expect(read("Обращение принято. Администрация закупила лампы")).not.toContain("onlyAcknowledged");
    expect(read("Обращение принято. МУП «Дорсервис» засыплет яму до 5 мая")).toContain("promise");
  });

  test("are looked for in the end of a hostile reply alone", () => {
    for (const piece of ["ООО ", "«", "Главный ", "Исп. ", "администрация ", "0-", "Иванов ", "\n", "а.а@"])
      expect(read(`Обращение принято. ${piece.repeat(20_000)}`)).toBeInstanceOf(Array);
  });
});
