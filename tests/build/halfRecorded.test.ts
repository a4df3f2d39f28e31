import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runCommand } from "./oneProcess.ts";

const two = (number: number): string => String(number).padStart(2, "0");
/** A register that dates replies, three of four appeals have one, and says nothing of closings. */
const register =
  [
    "Номер,Дата,Ведомство,Тема,Место,Текст,Ответили",
    ...Array.from(
      { length: 120 },
      (_, n) =>
        `Р-${n},2026-${two(1 + (n % 9))}-${two(1 + (n % 25))},${["Минтранс", "Минжкх", "Минздрав"][n % 3]},${["Дороги", "Отопление"][n % 2]},${["Заречный", "Нагорный"][n % 2]},"Не горит фонарь во дворе, пишу ${n}",${n % 4 === 0 ? "" : `2026-${two(1 + (n % 9))}-${two(3 + (n % 25))}`}`,
    ),
  ].join("\n") + "\n";

const files = {
  "portal.yaml": `title: Отклик
region: { name: Край, in: в Крае, of: Края }
timeZone: Europe/Moscow
address: https://otklik.example/
publisher: { name: Пресс-служба, email: press@otklik.example }
norms:
  - { channel: letter, event: first-reply, amount: 10, unit: days, basis: "порядок" }
`,
  "sources/register.yaml":
    'title: Письма\nfiles: ["*.csv"]\nchannel: letter\ncolumns: { id: Номер, received: Дата, agency: Ведомство, topic: Тема, place: Место, text: Текст, firstReply: Ответили }\n',
  "id.key": "00112233445566778899aabbccddeeff\n",
  "exports/2026-10-31/a.csv": register,
};

describe("a portal whose exports tell replies and no closings", () => {
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "otklik-half-"));
    for (const [path, content] of Object.entries(files)) {
      await mkdir(dirname(join(folder, "data", path)), { recursive: true });
      await writeFile(join(folder, "data", path), content);
    }
    // The check of the finished site finds every link that leads nowhere.
    const outcome = await runCommand("build", ["--data", join(folder, "data"), "--out", join(folder, "site")]);
    expect(outcome.code, outcome.stdout + outcome.stderr).toBe(0);
  }, 240_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test("names on the page of an agency those that wait too long for a reply, and calls none open", async () => {
    const page = (await readFile(join(folder, "site", "agencies", "mintrans", "index.html"), "utf8")).replaceAll(
      "\u00a0",
      " ",
    );
    const section = page.split('id="open"')[1]!.split("</section>")[0]!;
    expect(section).toContain("срок прошёл, а ответа нет: 10 обращений");
    for (const name of await readdir(join(folder, "site"), { recursive: true })) {
      // The codebook describes every column of the files, also those that stay empty.
      if (!name.endsWith(".html") || name.endsWith("data/codebook/index.html")) continue;
      const text = (await readFile(join(folder, "site", name), "utf8"))
        .replace(/<(script|style)\b[\s\S]*?<\/\1>/g, " ")
        .replace(/<[^>]+>/g, " ");
      expect(text, name).not.toMatch(
        /(?<!\p{L})(?:ещё открыто|сейчас открыто|не закрыто|дело не кончено|ни одно(?!\sобращение\sне\sснято))(?!\p{L})/iu,
      );
    }
  });
});
