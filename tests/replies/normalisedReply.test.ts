import "../propertyRuns.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalisedReply } from "../../src/replies/normalisedReply.ts";

const wordsOf = (reply: string): string => normalisedReply(reply).words.join(" ");

describe("a reply as it is compared", () => {
  it.each([
    ["Яму на ул. Большой Садовой, д. 5, кв. 7 засыпали 12 мая 2026 г.", "яму на ¤ засыпали ¤"],
    ["Яму на проспекте Мира, 5 засыпали в мае 2026 года", "яму на ¤ засыпали в ¤"],
    ["В городе Заречном И. И. Петров и Петров И.И. проверили дом № 12а/3", "в ¤ и ¤ проверили ¤"],
    ["Письмо от 12.05.2026 № 12/3-А, по 59-ФЗ, до 10:30", "письмо от ¤ по ¤ до ¤"],
    ["Пишите на pochta@example.org или https://example.org/вопрос?1", "пишите на ¤ или ¤"],
    ["[имя] позвонил по номеру [телефон], [адрес]", "¤ позвонил по номеру ¤"],
    ["Всё ещё ЁЛКА по‑прежнему по-прежнему", "все еще елка по прежнему по-прежнему"],
    ["<p>Выполнено&nbsp;<b>всё</b></p>", "выполнено все"],
    ["С Вами свяжутся, с администрацией согласовано", "с вами свяжутся с администрацией согласовано"],
    ["We have done everything, всё сделано", "we have done everything все сделано"],
    ["", ""],
    [" . — 🙂 ", ""],
  ])("%s", (reply, words) => expect(wordsOf(reply)).toBe(words));

  it.each([
    "Здравствуйте! Яму засыпали.",
    "Здравствуйте, Анна Петровна! Яму засыпали.",
    "Добрый день, [имя]! Яму засыпали.",
    "Уважаемая Анна Петровна! Яму засыпали.",
    "Уважаемый [имя], добрый день. Яму засыпали.",
    "[имя], здравствуйте! Яму засыпали.",
    "Доброго времени суток! Яму засыпали. С уважением, администрация округа.",
    "ЯМУ ЗАСЫПАЛИ\nИсп.: [имя], тел. [телефон]",
    "Good morning! Яму засыпали.\nKind regards, the town",
  ])("has no greeting and no signature: %s", (reply) => expect(wordsOf(reply)).toBe("яму засыпали"));

  it("keeps what an answer says behind a greeting without an end, and a long text behind «С уважением»", () => {
    expect(wordsOf("Здравствуйте, яму засыпали, спасибо")).toBe("яму засыпали спасибо");
    const long = `С уважением относимся к вопросу. ${"Работы идут по плану. ".repeat(20)}`;
    expect(wordsOf(long)).toContain("с уважением относимся");
  });

  it("keeps what is told with respect for the question", () =>
    expect(wordsOf("С уважением к Вашему обращению сообщаем: яму засыпали.")).toContain("яму засыпали"));

  it("has no word where it is a greeting and a signature only", () =>
    expect(wordsOf("Здравствуйте! С уважением, администрация")).toBe(""));

  it("knows where each of its words stands, in any text", () => {
    const letters = fc.constantFrom(..."аЯё д.5[]<>&@№-'’,!\n\u0301\u00adg🙂");
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 60 }), (characters) => {
        const reply = characters.join("");
        const { words, starts, ends } = normalisedReply(reply);
        let position = 0;
        for (const [index, word] of words.entries()) {
          expect(starts[index]).toBeGreaterThanOrEqual(position);
          position = ends[index]!;
          expect(position).toBeGreaterThan(starts[index]!);
          if (word === "¤") continue;
          const written = reply.slice(starts[index], position).toLowerCase().normalize("NFC");
          expect(written.replaceAll("\u00ad", "").replaceAll("ё", "е").replaceAll("’", "'")).toBe(word);
        }
        expect(position).toBeLessThanOrEqual(reply.length);
      }),
    );
  });
});
