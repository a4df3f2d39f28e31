import { expect, test } from "vitest";
import { createDetectionContext } from "../../src/privacy/detect.ts";
import { namesPerson } from "../../src/privacy/fileNames.ts";

const context = createDetectionContext();

test.each([
  "Обращения Лопухова Зинаида Павловна.csv",
  "Обращения_Лопухова_Зинаида_Павловна.xlsx",
  "архив.zip/Лопухова_З.П.csv",
  "обращения-лопуховой-зинаиды-павловны.csv",
  "Лопухова Зинаида/ответы.csv",
  "ЛопуховаЗинаидаПавловна.csv",
])("the name of an export that says who somebody is: %s", (path) => {
  expect(namesPerson(path, context)).toBe(true);
});

test.each([
  "social.csv",
  "Реестр обращений граждан за октябрь 2026.xlsx",
  "register_20261031_1030.csv",
  "export-8912345678901234.ndjson.gz",
  "Письма_и_приём.xlsx/Лист1",
  "Новгородская-область.csv",
  "обращения_59-ФЗ.csv",
  "a83875914940.json",
])("one that does not: %s", (path) => {
  expect(namesPerson(path, context)).toBe(false);
});
