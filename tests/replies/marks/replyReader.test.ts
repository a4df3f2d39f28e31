import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { marksOf } from "../../../src/model/replyMarks.ts";
import type { ReplyRules } from "../../../src/model/replyRules.ts";
import { replyReader } from "../../../src/replies/marks/replyReader.ts";
import { readReplyRules } from "../../../src/settings/readReplyRules.ts";

const builtIn = await readReplyRules(resolve(import.meta.dirname, "../../../data"));
const trial = { having: 40, found: 40, lacking: 40, left: 40 };
/** The built-in rules as if all of them had been measured well. */
const rules: ReplyRules = {
  ...builtIn,
  trials: Object.fromEntries(Object.keys(builtIn.marks).map((mark) => [mark, trial])),
};
const read = replyReader(rules);
const plain = (reply: string, isSolved = false) => read({ text: null, reply }, { text: null, reply }, isSolved);

describe("A reply that is read", () => {
  test("says something about the matter, or no more than that an appeal was taken in", () => {
    for (const reply of ["Здравствуйте! Принято в работу.", "Здравствуйте!", ".", "С уважением, администрация"])
      expect(plain(reply).says, reply).toBe("acknowledges");
    for (const reply of ["Яму засыпали 12 мая.", "Выполнено.", "Оснований для перерасчёта нет."])
      expect(plain(reply).says, reply).toBe("substance");
  });

  test("tells nothing of an answer that was given by telephone, by letter or before", () => {
    for (const reply of [
      "Даны разъяснения по телефону.",
      "Ответ направлен на электронную почту заявителя.",
      "Разъяснения даны ранее.",
      "Вопрос изучен, подробные разъяснения отправлены Вам письмом.",
    ]) {
      expect(plain(reply).says, reply).toBeNull();
      expect(marksOf(plain(reply).shown!), reply).toEqual(["onlyAcknowledged"]);
    }
    for (const reply of ["Ответ будет направлен письмом.", "Обращение передано в водоканал."])
      expect(plain(reply).says, reply).toBe("acknowledges");
    expect(plain("Яму засыпали, разъяснения даны по телефону.").says).toBe("substance");
  });

  test("tells nothing in a script that the rules are not written in", () => {
    const english = "Your report was passed on to the district office.";
    expect(plain(english)).toMatchObject({ says: null, shown: null, spans: [] });
    const own = replyReader({
      lists: {},
      marks: { forwarded: { ...builtIn.marks.forwarded!, rules: [] } },
      trials: {},
    });
    expect(own({ text: null, reply: english }, { text: null, reply: english }, false).says).toBe("substance");
  });

  test.each([
    ["Kazakh", "Мәселе шешілді, жол жөнделді. Өтінішіңіз үшін рахмет."],
    ["Ukrainian", "Роботи виконано."],
    ["Ukrainian", "Ваше звернення прийнято, яму буде засипано до 1 травня."],
    ["Belarusian", "Яма засыпана, дзякуем за зварот у раённы выканаўчы камітэт."],
    ["Tatar", "Чокыр күмелде, мөрәҗәгать өчен рәхмәт."],
    ["two languages", "Өтініш қабылданды, жұмыс орындалды. Обращение принято, работа выполнена."],
  ])("tells nothing in a language that the rules are not made for: %s", (_, reply) => {
    expect(plain(reply)).toMatchObject({ says: null, shown: null, spans: [] });
  });

  test("tells nothing where a short reply answers a question in another language", () => {
    const asked = (text: string) => read({ text, reply: "Орындалды" }, { text, reply: "Орындалды" }, false);
    expect(asked("Көшеде шұңқыр бар, жөндеуді сұраймыз").shown).toBeNull();
    expect(asked("На улице яма, просим заделать").shown).not.toBeNull();
  });

  test("is read in Russian with words of another script in it", () => {
    expect(plain("Яму засыпали, фото в WhatsApp и Telegram.").says).toBe("substance");
    expect(marksOf(plain("Яму на ул. Гёте засыпали по заявке EDS-2026.").shown!)).toContain("deed");
  });

  test("has its marks from what was written, and their words from what is published", () => {
    const written = "Яму засыпали, звоните Ивановой Анне по телефону 8 495 765-43-21.";
    const published = "Яму засыпали, звоните [имя] по телефону [телефон].";
    const { shown, spans } = read({ text: null, reply: written }, { text: null, reply: published }, false);
    expect(marksOf(shown!)).toContain("deed");
    expect(spans.filter(([mark]) => mark === "deed").map(([, from, to]) => published.slice(from, to))).toEqual([
      "засыпали",
    ]);
    for (const [, , to] of spans) expect(to).toBeLessThanOrEqual(published.length);
  });

  test("may ask for a rating where the appeal was acted on", () => {
    const reply = "Вопрос рассмотрен. Оцените, пожалуйста, наш ответ.";
    expect(marksOf(plain(reply, false).shown!)).toContain("asksToRate");
    expect(marksOf(plain(reply, true).shown!)).not.toContain("asksToRate");
  });

  test("shows no mark that nobody has measured well", () => {
    const { shown } = replyReader(builtIn)(
      { text: null, reply: "Это делают сотрудники водоканала." },
      { text: null, reply: "Это делают сотрудники водоканала." },
      false,
    );
    expect(marksOf(shown!)).toEqual([]);
  });
});
