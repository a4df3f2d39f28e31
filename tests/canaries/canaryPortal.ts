import { cp, mkdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import Papa from "papaparse";
import { canaries, type Canary } from "./canaries.ts";

const settings = resolve(import.meta.dirname, "../cases/canaries");

/** Columns in which people get named, whether the portal reads them or not. */
const plantedColumns = [
  "Номер",
  "Дата",
  "Дата ответа",
  "Дата закрытия",
  "Группа тем",
  "Тема",
  "Муниципалитет",
  "Ведомство",
  "Прежнее ведомство",
  "Канал",
  "Итог",
  "Отозвано",
  "Оценка",
  "Текст",
  "Ответ",
  "Исполнитель",
  "Заявитель",
  "Координаты",
  "Нежданный столбец",
];

const usual: Record<string, string> = {
  Дата: "01.10.2026",
  "Дата ответа": "03.10.2026",
  "Дата закрытия": "05.10.2026",
  "Группа тем": "Дороги",
  Тема: "Ямы",
  Муниципалитет: "Заречный",
  Ведомство: "Минтранс",
  "Прежнее ведомство": "Минжкх",
  Канал: "Соцсети",
  Итог: "Решено",
  Оценка: "4",
  Текст: "Яма на дороге",
  Ответ: "Засыпали",
};

/**
 * Makes the data folder of a portal whose export has a canary of every class in every column, one a row; texts also with
 * all of them at once, in a sensitive topic, in markup and in capitals.
 *
 * @param columns those that get one a row; left out: all
 * @returns what must not be found in anything the build leaves behind or says
 */
export async function makeCanaryPortal(
  folder: string,
  changes: Record<string, string> = {},
  columns: readonly string[] = plantedColumns,
): Promise<Canary[]> {
  await cp(settings, folder, { recursive: true });
  for (const [name, content] of Object.entries(changes)) await writeFile(join(folder, name), content);
  const planted: Canary[] = [];
  const rows: Record<string, string>[] = [];
  columns.forEach((column, number) => {
    for (const canary of canaries(number)) {
      planted.push(canary);
      rows.push({ ...usual, Номер: `Р-${rows.length}`, [column]: canary.words });
    }
  });
  const [everything] = [canaries(19)];
  planted.push(...everything);
  const all = everything.map((canary) => canary.words).join(". ");
  const html = everything.map((canary) => `<p>${canary.words.replaceAll(" ", "&nbsp;")}</p>`).join("");
  rows.push({ ...usual, Номер: "Р-все", Текст: all, Ответ: `Уважаемая ${all}` });
  rows.push({ ...usual, Номер: "Р-разметка", Текст: html });
  rows.push({ ...usual, Номер: "Р-тайна", "Группа тем": "Здоровье", Тема: "Здоровье", Текст: all, Ответ: all });
  const exportFolder = join(folder, "exports", "2026-10-31");
  await mkdir(exportFolder, { recursive: true });
  await writeFile(
    join(exportFolder, "register.csv"),
    Papa.unparse(
      { fields: plantedColumns, data: rows.map((row) => plantedColumns.map((column) => row[column] ?? "")) },
      { delimiter: ";" },
    ),
  );
  return planted;
}
