import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { inspectFile } from "../../../src/intake/inspect/inspectFile.ts";
import type { Inspection } from "../../../src/intake/inspect/inspection.ts";
import { guessChannel, guessOutcome } from "../../../src/intake/inspect/guessWord.ts";
import { sourceAsYaml } from "../../../src/intake/inspect/sourceAsYaml.ts";
import { sourceSchema } from "../../../src/model/source.ts";
import { renderInspection } from "../../../src/flow/inspection/renderInspection.ts";
import { sourceComments } from "../../../src/flow/inspection/sourceComments.ts";
import { reportWords } from "../../../src/words/reportStrings.ts";
import { emptyVocabulary, exportsFolder, intake } from "../portal.ts";

const words = reportWords("ru");
const look = async (rows: readonly (readonly (string | number)[])[]): Promise<Inspection> => {
  const folder = await exportsFolder({
    "feed.csv": rows.map((row) => row.map((cell) => `"${cell}"`).join(";")).join("\n"),
  });
  const [found] = await inspectFile(join(folder, "feed.csv"), [], emptyVocabulary);
  if (!found || "fault" in found) throw new Error(found?.fault.code);
  return found;
};
const yamlOf = (found: Inspection): string => sourceAsYaml(found, sourceComments(words, true));
const mapped = ({ proposals }: Inspection): Record<string, string> =>
  Object.fromEntries(proposals.map(({ field, column }) => [field, column.header]));
const day = (index: number, later = 0): string =>
  `${String(((index + later) % 28) + 1).padStart(2, "0")}.${index + later >= 28 ? "10" : "09"}.2026`;
const many = <Row>(row: (index: number) => Row): Row[] => Array.from({ length: 28 }, (_, index) => row(index));

test.each([
  ["Awaiting response", "open"],
  ["Long overdue", "open"],
  ["Новая заявка", "open"],
  ["Назначен исполнитель", "open"],
  ["Ожидает уточнения", "open"],
  ["Вопрос решён", "acted"],
  ["Работы выполнены", "acted"],
  ["Не выполнено", null],
  ["Не закрыто", null],
  ["Not completed", null],
  ["Unresolved", null],
  ["Переадресовано в район", "redirected"],
  ["Отказано в рассмотрении", "refused"],
  ["Оставлено без ответа заявителю", "unanswered"],
  ["Решена", "acted"],
  ["Исполнено частично", null],
  ["Оставлено без удовлетворения", "refused"],
  ["Не поддержано комиссией", "refused"],
  ["Обращение закрыто", "closed"],
  ["Статус 7", null],
  ["Прочее", null],
])("a code is proposed for an outcome only where the word itself says it: %s", (word, code) => {
  expect(guessOutcome(word)).toBe(code);
});

test("so it is for channels", () => {
  expect(
    ["Сайт губернатора", "Звонок на горячую линию", "Паблик ВК", "Бумажное письмо", "Чат-бот", "Письмо с сайта"].map(
      guessChannel,
    ),
  ).toEqual(["portal", "phone", "social", "letter", null, null]);
});

test("a column of few short words is no reply, and who is responsible is none either", async () => {
  const found = await look([
    ["Номер", "Поступило", "Ответ", "Ответственное лицо", "Текст обращения"],
    ...many((index) => [
      900 + index,
      day(index),
      ["Дан ответ заявителю", "Ответ готовится к отправке"][index % 2]!,
      "Отдел по работе с обращениями",
      `Просим починить дорогу у дома номер ${index}`,
    ]),
  ]);
  expect(mapped(found)).not.toHaveProperty("reply");
});

test("a column that is another in every row is the number, whatever it is called; one that counts the rows is none", async () => {
  const code = await look([
    ["Карточка", "Поступило", "Тема"],
    ...many((index) => [`К-${5000 + index * 7}`, day(index), "Свет"]),
  ]);
  expect(mapped(code)).toMatchObject({ id: "Карточка" });
  const counter = await look([
    ["№ п/п", "Поступило", "Ведомство", "Тема"],
    ...many((index) => [index + 1, day(index), "А", "Свет"]),
  ]);
  expect(mapped(counter)).not.toHaveProperty("id");
  expect(renderInspection(counter, words)).toContain("Столбец 1 считает строки");
  const bare = await look([
    ["№", "Поступило", "Ведомство", "Тема"],
    ...many((index) => [index + 1, day(index), "А", "Свет"]),
  ]);
  expect(mapped(bare)).not.toHaveProperty("id");
  const coordinates = await look([
    ["x", "Поступило", "Тема"],
    ...many((index) => [`55.${7000 + index}1`, day(index), "Свет"]),
  ]);
  expect(mapped(coordinates)).not.toHaveProperty("id");
});

test("a second column of dates that may be the closing is proposed in a comment, with what speaks for it", async () => {
  const found = await look([
    ["Номер", "Поступило", "Отметка 2"],
    ...many((index) => [900 + index, day(index), index % 4 === 0 ? "" : day(index, 5)]),
  ]);
  expect(found.closing).toMatchObject({ filled: 0.75, after: 1 });
  const yaml = yamlOf(found);
  expect(yaml).toMatch(/75 %.*100 %[^]*#closed: "Отметка 2"/u);
  expect(sourceSchema.parse(parse(yaml)).columns).not.toHaveProperty("closed");
  const uncommented = { ...sourceSchema.parse(parse(yaml.replace(/^( *)#closed: /mu, "$1closed: "))), name: "feed" };
  expect(uncommented.columns.closed).toEqual(["Отметка 2"]);
  // Dates before receipt are no closings.
  const birthdays = await look([
    ["Номер", "Поступило", "Отметка 2"],
    ...many((index) => [900 + index, day(index), `01.02.19${60 + index}`]),
  ]);
  expect(birthdays.closing).toBeNull();
});

test("the columns of a file without a header row are named in one place", async () => {
  const rows = many((index) => [
    900 + index,
    day(index),
    ["Свет", "Ямы"][index % 2]!,
    `Просим починить дорогу у дома номер ${index} как можно скорее`,
  ]);
  const found = await look(rows);
  expect(renderInspection(found, words)).toMatch(/2: даты[^]*3: перечень[^]*4: (?:тексты|в каждой)/u);
  const yaml = yamlOf(found);
  expect(yaml).toMatch(/- received # 2: даты/u);
  const source = {
    ...sourceSchema.parse(parse(yaml.replace("- column 3", "- topic").replace("- column 4", "- text"))),
    name: "feed",
  };
  const { appeals } = await intake(
    { "2026-12-31/feed.csv": rows.map((row) => row.map((cell) => `"${cell}"`).join(";")).join("\n") },
    [source],
  );
  expect(appeals).toHaveLength(28);
  expect(appeals[0]).toMatchObject({ topic: "svet", text: "Просим починить дорогу у дома номер 0 как можно скорее" });
});

test("different values are counted to the last one, long texts too", async () => {
  const found = await look([
    ["Номер", "Поступило", "Текст"],
    ...many((index) => [900 + index, day(index), `${"Очень длинное письмо. ".repeat(20)}${index % 14}`]),
  ]);
  expect(found.columns[2]).toMatchObject({ distinct: 14 });
});

test("a column that is called a date and is none is told, with what to do", async () => {
  const found = await look([
    ["Номер", "Дата поступления", "Ведомство"],
    ...many((index) => [900 + index, `${index + 1} числа`, "А"]),
  ]);
  expect(found.unreadDates).toEqual([2]);
  expect(renderInspection(found, words)).toContain("Столбец 2 назван датой");
});

test("of dates whose order the description decides by another column it is not said that it is unknown", async () => {
  const found = await look([
    ["Номер", "Поступило", "Закрыто"],
    ...many((index) => [
      900 + index,
      `${(index % 12) + 1}/${(index % 28) + 1}/2026`,
      `${(index % 12) + 1}/${(index % 11) + 1}/2026`,
    ]),
  ]);
  expect(found.source.dateOrder).toBe("month-first");
  expect(renderInspection(found, words)).not.toContain("НЕИЗВЕСТЕН");
});

test("what the mapping lacks is said in one line, with what the portal will be silent about", async () => {
  const found = await look([["Поступило", "Ведомство"], ...many((index) => [day(index), "А"])]);
  expect(renderInspection(found, reportWords("en"))).toContain(
    "Not recorded: a number, the date of closing, the outcome, the reply and its date, the channel. The portal will be silent about",
  );
});

test("of columns that a usual layout leaves open, fields are proposed by their names and contents", async () => {
  const usual = await look([
    ["Номер", "Дата обращения", "Орган", "Суть", "Решение", "Дата решения"],
    ...many((index) => [
      900 + index,
      day(index),
      ["А", "Б"][index % 2]!,
      `Просим починить дорогу у дома номер ${index}`,
      ["Отказано", "Разъяснено"][index % 2]!,
      day(index, 3),
    ]),
  ]);
  expect(usual.recognised).toMatchObject({ name: "generic" });
  expect(mapped(usual)).toMatchObject({ closed: "Дата решения", outcome: "Решение", text: "Суть" });
  const letters = await look([
    ["Рег. №", "Дата регистрации", "Срок исполнения", "Факт. исполнение", "Ответственное ведомство"],
    ...many((index) => [900 + index, day(index), day(index, 20), day(index, 3), ["А", "Б"][index % 2]!]),
  ]);
  expect(mapped(letters)).toMatchObject({
    planned: "Срок исполнения",
    closed: "Факт. исполнение",
    agency: "Ответственное ведомство",
  });
});

test("a deadline is no closing, a date of change no receipt, and a department no topic", async () => {
  const tracker = await look([
    ["#", "Обновлено", "Срок завершения", "Создано", "Закрыта", "Подразделение", "Вид обращения"],
    ...many((index) => [
      900 + index * 3,
      day(index, 9),
      day(index, 20),
      day(index),
      index % 4 === 0 ? "" : day(index, 5),
      ["А", "Б"][index % 2]!,
      ["Свет", "Ямы"][index % 2]!,
    ]),
  ]);
  expect(mapped(tracker)).toMatchObject({
    received: "Создано",
    closed: "Закрыта",
    planned: "Срок завершения",
    agency: "Подразделение",
    topic: "Вид обращения",
  });
});

test("days that a workbook counts are dates where the header calls them so", async () => {
  const found = await look([
    ["Карточка", "Поступило", "Фактическая дата", "Индекс"],
    ...many((index) => [`К-${900 + index}`, day(index), 46_200 + index, 46_200 + index]),
  ]);
  expect(mapped(found)).toMatchObject({ closed: "Фактическая дата" });
});

test("a column that is another in most rows is no list of agencies, and sums under the table are no words", async () => {
  const found = await look([
    ["Ведомство / номер", "Поступило", "Итог", "Тема"],
    ...many((index) => [`Г${index}`, day(index), "Отказано", "Свет"]),
    ...many((index) => [`Д${index}`, day(index), "Отказано", "Свет"]),
    ["Итого", "", "56", ""],
  ]);
  expect(mapped(found)).not.toHaveProperty("agency");
  expect(found.labels.outcome?.map(({ label }) => label)).toEqual(["Отказано"]);
});

test("the hour is no number, and names come before the codes of other systems", async () => {
  const hours = await look([
    ["№", "Дата", "Время", "Кому", "О чём"],
    ...many((index) => [
      index + 1,
      day(index),
      `${String(index % 24).padStart(2, "0")}:${String(index + 10).padStart(2, "0")}`,
      ["А", "Б"][index % 2]!,
      `Просим починить дорогу у дома номер ${index}`,
    ]),
  ]);
  expect(mapped(hours)).toEqual({ received: "Дата", agency: "Кому", text: "О чём" });
  const joined = await look([
    ["id", "created_at", "department_id", "department_name", "status_code", "status_title"],
    ...many((index) => [
      900 + index,
      day(index),
      10 + (index % 2),
      ["Roads", "Parks"][index % 2]!,
      ["dn", "wk"][index % 2]!,
      ["Resolved", "In progress"][index % 2]!,
    ]),
  ]);
  expect(mapped(joined)).toMatchObject({ agency: "department_name", outcome: "status_title" });
  const codes = await look([
    ["id", "created_at", "department_id"],
    ...many((index) => [900 + index, day(index), 10 + (index % 2)]),
  ]);
  expect(mapped(codes)).not.toHaveProperty("agency");
});

test("the title is in the language of the data", async () => {
  expect(
    (await look([["id", "received", "agency"], ...many((index) => [900 + index, day(index), "Roads"])])).source.title,
  ).toBe("feed");
  expect(
    (await look([["id", "received", "agency"], ...many((index) => [900 + index, day(index), "Управа"])])).source.title,
  ).toBe("Обращения");
});

test("a column of officials is no column of agencies, and the next one is taken instead", async () => {
  const found = await look([
    ["Номер", "Поступило", "Исполнитель", "Учреждение"],
    ...many((index) => [
      900 + index,
      day(index),
      ["Сидорова А. В.", "Mary Johnson", "Котов П. С."][index % 3]!,
      ["Управа", "Минстрой"][index % 2]!,
    ]),
  ]);
  expect(mapped(found)).toMatchObject({ agency: "Учреждение" });
  expect(renderInspection(found, words)).toContain("В столбце 3 имена людей");
});

test("a column of kinds of appeals is proposed where its words are known to be owed an answer or not", async () => {
  const header = ["Номер", "Поступило", "Вид обращения", "Ведомство", "Вопрос"];
  const rows = (kinds: readonly string[]) =>
    many((index) => [
      900 + index,
      day(index),
      kinds[index % kinds.length]!,
      "Минстрой",
      ["Дороги", "Свет"][index % 2]!,
    ]);
  expect(mapped(await look([header, ...rows(["Жалоба", "Заявление", "Благодарность"])]))).toMatchObject({
    kind: "Вид обращения",
    topic: "Вопрос",
  });
  expect(mapped(await look([header, ...rows(["Письменное", "Устное"])]))).not.toHaveProperty("kind");
});

test("of two columns of dates that may be the closing, the one that is empty where an appeal may be open is proposed, and told by its number where there is no header", async () => {
  const rows = many((index) => [
    `К-${5000 + index * 7}`,
    day(index),
    day(index, 1),
    index % 5 === 0 ? "" : day(index, 2),
    "Свет не горит у дома",
    "Минстрой",
  ]);
  const found = await look(rows);
  expect(found.closing).toMatchObject({ column: { number: 4 } });
  expect(renderInspection(found, words)).toContain("назовите его в headers описания источника closed");
  expect(yamlOf(found)).toContain("столбец 4: заполнено");
});

test.each([
  [
    "Belarusian",
    ["Нумар звароту", "Дата падачы", "Дата закрыцця", "Раён", "Катэгорыя", "Выканаўца", "Вынік", "Тэкст звароту"],
  ],
  [
    "Kazakh",
    [
      "Өтініш нөмірі",
      "Келіп түскен күні",
      "Жабылған күні",
      "Аудан",
      "Санат",
      "Орындаушы мекеме",
      "Нәтижесі",
      "Өтініш мәтіні",
    ],
  ],
])("headers in %s are understood", async (_, header) => {
  const found = await look([
    header,
    ...many((index) => [
      `К-${5000 + index * 7}`,
      day(index),
      index % 5 === 0 ? "" : day(index, 2),
      ["Цэнтр", "Алмалы"][index % 2]!,
      ["Су", "Жылу"][index % 2]!,
      ["ЖЭС", "Гарсвятло"][index % 2]!,
      ["А", "Б"][index % 2]!,
      `Прашу адрамантаваць дах у доме ${index}`,
    ]),
  ]);
  expect(Object.keys(mapped(found))).toEqual([
    "id",
    "received",
    "closed",
    "topic",
    "place",
    "agency",
    "outcome",
    "text",
  ]);
});
