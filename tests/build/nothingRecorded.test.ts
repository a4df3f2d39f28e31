import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runCommand } from "./oneProcess.ts";

const agencies = ["Минтранс", "Минжкх", "Городской округ Заречный", "Минздрав", "Минкульт", "Минспорт"];
const subjects = [
  "Яма на дороге у школы",
  "Холодные батареи в подъезде",
  "Вывоз мусора задержали",
  "Не горит фонарь во дворе",
  "Автобус ходит без расписания",
];
const two = (number: number): string => String(number).padStart(2, "0");

/** A register that tells who wrote when and of what, and nothing of what became of it. */
const register = (count: number): string =>
  [
    "Номер,Дата,Ведомство,Тема,Место,Текст",
    ...Array.from(
      { length: count },
      (_, n) =>
        `Р-${n},2026-${two(1 + (Math.floor(n / 60) % 10))}-${two(1 + (n % 28))},${agencies[n % 6]},${["Дороги", "Отопление"][n % 2]},${["Заречный", "Нагорный"][n % 2]},"${subjects[n % 5]}, пишу ${n}"`,
    ),
  ].join("\n") + "\n";

const files = {
  "portal.yaml": `title: Отклик
region: { name: Край, in: в Крае, of: Края }
language: ru
otherLanguages: [en]
timeZone: Europe/Moscow
address: https://otklik.example/
publisher: { name: Пресс-служба, email: press@otklik.example }
norms:
  - { channel: letter, event: first-reply, amount: 10, unit: days, basis: "порядок" }
`,
  "languages/en.yaml":
    "title: Otklik\nregion: { name: The Region, in: in the Region, of: of the Region }\npublisher: Press office\n",
  "sources/register.yaml":
    'title: Письма\nfiles: ["*.csv"]\nchannel: letter\ncolumns: { id: Номер, received: Дата, agency: Ведомство, topic: Тема, place: Место, text: Текст }\n',
  "id.key": "00112233445566778899aabbccddeeff\n",
  "exports/2026-09-30/a.csv": register(520),
  "exports/2026-10-31/a.csv": register(600),
};

/** What a reader sees and hears: texts, and the attributes that are read aloud or shown by search engines. */
function words(html: string): string {
  const seen = html.replace(/<(script|style)\b[\s\S]*?<\/\1>/g, " ");
  const said = [...seen.matchAll(/\b(?:aria-label|title|alt|content|placeholder)="([^"]*)"/g)].map(([, text]) => text);
  return `${seen.replace(/<[^>]+>/g, " ")} ${said.join(" ")}`.replace(/&nbsp;|\u00a0/g, " ");
}

/** The standard Open311 is a name. */
const endings = /(?<![\p{L}-])(?:open|closed|не закрыт[оаы]?|(?:от|за)крыт(?:о|а|ы|ых|ые|ое)?)(?!\p{L}|311)/giu;
const endingsIn = (text: string): string[] =>
  [...text.matchAll(endings)].map(({ index }) => text.slice(Math.max(0, index - 40), index + 40).replace(/\s+/g, " "));

/** It describes every column of the files, also those that stay empty: they stand there by these names. */
const isCodebook = (name: string): boolean => /(?:^|\/)data\/codebook\/index\.html$/.test(name);

describe("a portal whose exports tell neither closings nor outcomes", () => {
  let folder = "";
  const pages: { name: string; text: string }[] = [];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "otklik-bare-"));
    for (const [path, content] of Object.entries(files)) {
      await mkdir(dirname(join(folder, "data", path)), { recursive: true });
      await writeFile(join(folder, "data", path), content);
    }
    const outcome = await runCommand("build", ["--data", join(folder, "data"), "--out", join(folder, "site")]);
    expect(outcome.code, outcome.stdout + outcome.stderr).toBe(0);
    for (const name of await readdir(join(folder, "site"), { recursive: true })) {
      if (!name.endsWith(".html") || isCodebook(name)) continue;
      pages.push({ name, text: words(await readFile(join(folder, "site", name), "utf8")) });
    }
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test("speaks of open and closed appeals on none of its pages, in either language", () => {
    expect(pages.length).toBeGreaterThan(600);
    for (const name of [
      "index.html",
      "method/index.html",
      "en/method/index.html",
      "data/index.html",
      "agencies/mintrans/index.html",
      "compare/index.html",
    ])
      expect(pages.map((page) => page.name)).toContain(name);
    expect(pages.flatMap(({ name, text }) => endingsIn(text).map((found) => `${name}: ${found}`))).toEqual([]);
    // The words would be found where they stand.
    expect(
      endingsIn(words('<p title="Closed">Ещё открыто: 3</p><p>не закрыто</p><script>open()</script>')),
    ).toHaveLength(3);
  });

  test("does not say that none is overdue or rated, and offers no filter by what nobody knows", async () => {
    const textOf = (name: string): string => pages.find((page) => page.name === name)!.text;
    expect(textOf("overdue/index.html")).toContain(
      "Когда на обращения ответили и когда их закрыли, выгрузки не говорят",
    );
    expect(textOf("en/overdue/index.html")).toContain(
      "The exports record no dates of replies or of what came of appeals",
    );
    for (const { name, text } of pages) {
      expect(text, name).not.toMatch(/Просроченных обращений .* нет|Оценок нет/);
      // Nor promise of another page what that cannot tell.
      expect(text, name).not.toMatch(/Сроки и итоги|чем кончаются|Waits and outcomes|appeals end(?!ed)/u);
      expect(text, name).not.toMatch(/Чем кончается|чем кончилось|how it ended|Сроки ответа и решения/u);
      expect(text, name).not.toMatch(/только что просрочен|just (?:become )?overdue/iu);
      // Nor blame a deadline for a share that nothing is recorded for.
      expect(text, name).not.toMatch(/срок ответа, либо|either no deadline/u);
    }
    expect(textOf("data/table/index.html")).toContain("Сколько обращений");
    expect(textOf("places/zarechnyy/dorogi/index.html")).toContain("ведомства, которые их получили");
    expect(textOf("week/index.html")).toContain("Когда на обращения ответили, выгрузки не говорят");
    expect(textOf("agencies/mintrans/index.html")).toContain("Оценок выгрузки не содержат.");
    expect(await readFile(join(folder, "site", "appeals", "index.html"), "utf8")).not.toMatch(
      /data-search-facet="(?:wait|outcome|rating)"/,
    );
  });

  test("gives no outcome as a zero, in no table", async () => {
    for (const name of ["region", "agencies", "topics", "places", "channels"]) {
      const rows = JSON.parse(await readFile(join(folder, "site", "data", `${name}.json`), "utf8")) as Record<
        string,
        unknown
      >[];
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows.filter(({ received }) => Number(received) > 0)) {
        for (const [column, cell] of Object.entries(row)) {
          if (
            !/^(?:answered|closed|open|outcome_|resolved|acted|silent|first_reply|closing|rating|rated|reopened|confirmed|left_by_law|withdrawn_unanswered)/.test(
              column,
            )
          )
            continue;
          if (column.endsWith("_reason"))
            expect(["not-recorded", "too-few", "none-eligible"], `${name} ${column}`).toContain(cell);
          else expect(cell, `${name} ${column}`).toBeNull();
        }
      }
    }
    const facts = await readFile(join(folder, "site", "data", "facts.json"), "utf8");
    expect(facts).toContain('"outcomesAbsent":{"state":"missing","reason":"not-recorded"}');
  });
});
