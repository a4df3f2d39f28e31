import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

const header = "Номер;Дата;Закрыто;Ведомство;Тема;Место;Текст;Ответ;Отозвано";
const subjects = [
  "Яма на дороге у школы",
  "Холодные батареи в подъезде",
  "Вывоз мусора задержали",
  "Не горит фонарь во дворе",
  "Автобус ходит без расписания",
];
const agencies = ["Минтранс", "Минжкх", "Городской округ Заречный"];

/** Rows of a small invented register: appeal n, received on a day of October 2026. */
export function rows(from: number, to: number, withdrawn: readonly number[] = []): string[] {
  return Array.from({ length: to - from }, (_, at) => {
    const number = from + at;
    const day = String(1 + (number % 28)).padStart(2, "0");
    const closed = number % 3 === 0 ? "" : "30.10.2026";
    return [
      `Р-${number}`,
      `${day}.10.2026`,
      closed,
      agencies[number % 3],
      ["Дороги", "Отопление"][number % 2],
      ["Заречный", "Нагорный"][number % 2],
      `${subjects[number % 5]}, обращение ${number}`,
      closed ? "Работы выполнены" : "",
      withdrawn.includes(number) ? "да" : "",
    ].join(";");
  });
}

export const csv = (lines: readonly string[]): string => [header, ...lines].join("\n") + "\n";

const settings = (appeals: string) => `title: Отклик
region: { name: Край, in: в Крае, of: Края }
timeZone: Europe/Moscow
address: https://otklik.example/
publisher: { name: Пресс-служба, email: press@otklik.example }
appeals: ${appeals}
norms:
  - { channel: letter, event: closing, amount: 30, unit: days, basis: "59-ФЗ" }
`;

const source = `title: Письма
files: ["*.csv"]
channel: letter
dateOrder: day-first
columns: { id: Номер, received: Дата, closed: Закрыто, agency: Ведомство, topic: Тема, place: Место, text: Текст, reply: Ответ, withdrawn: Отозвано }
`;

/**
 * Makes the data folder of a small portal.
 *
 * @param exports files by their path below the folder of exports
 */
export async function makeSmallPortal(
  data: string,
  exports: Record<string, string>,
  appeals: "full" | "figures-only" = "full",
): Promise<void> {
  const files = {
    "portal.yaml": settings(appeals),
    "sources/register.yaml": source,
    "id.key": "00112233445566778899aabbccddeeff\n",
    ...Object.fromEntries(Object.entries(exports).map(([path, content]) => [`exports/${path}`, content])),
  };
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(data, path)), { recursive: true });
    await writeFile(join(data, path), content);
  }
}
