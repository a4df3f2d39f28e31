import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { noEditionMemory, rememberedEditions, type OpenEditionMemory } from "../../src/flow/rememberedEditions.ts";
import { readExports } from "../../src/intake/readExports.ts";
import type { Appeal } from "../../src/model/appeal.ts";
import { readSettings } from "../../src/settings/readSettings.ts";
import { AppealStore } from "../../src/store/appealStore.ts";
import { portalFolder } from "./portal.ts";

const key = "0123456789abcdef0123456789abcdef";
const secretText = "Течёт крыша у Незабудкиной";

const register = `title: Реестр
files: ["register*"]
channel: letter
columns: { id: №, received: Поступило, closed: Закрыто, topicGroup: Раздел, topic: Тема, place: Район, agency: Кому, text: Текст, reply: Ответ }
`;
const hotline = `title: Горячая линия
files: ["line*"]
kind: delta
channel: phone
columns: { received: Дата, topic: О чём, text: Суть }
`;
const header = "№;Поступило;Закрыто;Раздел;Тема;Район;Кому;Текст;Ответ";
const exports = {
  "2026-01-31/register.csv": `${header}
001;03.01.2026;;ЖКХ;Крыши;Центр;Жилинспекция;"${secretText},\nвторой этаж";
2;04.01.2026 10:15;;;Крыши;Центр;Мэрия;Не горит свет;
3;05.01.2026;40.01.2026;ЖКХ;Свет;Север;Мэрия;Яма;
4;06.01.2026;20.01.2026;ЖКХ;Свет;Север;Мэрия;Снег;Убрано
`,
  "2026-01-31/line.csv": "Дата;О чём;Суть\n07.01.2026;Дороги;Яма на дороге\n07.01.2026;Дороги;Яма на дороге\n",
  "2026-02-28/register.csv": `${header}
1;03.01.2026;10.02.2026;ЖКХ;Крыши;Центр;Жилинспекция;"${secretText},\nвторой этаж";Починили
2;04.01.2026 10:15;11.02.2026 09:00;;Крыши;Центр;Мэрия;Не горит свет;Горит
3;05.01.2026;;ЖКХ;Свет;Север;Мэрия;Яма;
`,
  "2026-02-28/line.csv": "Дата;О чём;Суть\n07.02.2026;Мосты;Мост закрыт\n",
  "2026-03-31/register.csv": `${header}
1;03.01.2026;10.02.2026;ЖКХ;Крыши;Центр;Жилинспекция;"${secretText},\nвторой этаж";Починили
3;05.01.2026;;ЖКХ;Свет;Юг;Мэрия;Яма;
5;05.03.2026;;Дороги;Ямы;Юг;Мэрия;Снова яма;
`,
};
const only = (...editions: string[]) =>
  Object.fromEntries(Object.entries(exports).filter(([path]) => editions.includes(path.slice(0, 10))));

/** What there is to know of the exports of a portal once they are read, and which editions were read for it. */
async function readPortal(folder: string, workDir: string, open: OpenEditionMemory) {
  const store = await AppealStore.open(workDir);
  const memory = open(store, workDir);
  const read: string[] = [];
  const watched = memory && {
    ...memory,
    keep: async (...[mark, edition, learnt]: Parameters<typeof memory.keep>) => {
      read.push(edition);
      await memory.keep(mark, edition, learnt);
    },
  };
  const intake = await readExports({ ...(await readSettings(folder)), memory: watched }, (appeals) =>
    store.append(appeals),
  );
  const merged = await store.merge(intake.regroupedTopics, [], intake.deltas);
  const appeals: Appeal[] = [];
  for await (const some of store.appeals()) appeals.push(...some);
  const versions = await Promise.all(appeals.map(({ source, id }) => store.versionsOf(source, id)));
  const past = await store.pastEditions([]);
  const marks = await past.marks();
  store.close();
  await rm(workDir, { recursive: true });
  return { told: { intake, merged, appeals, versions, marks }, read };
}

/** A portal with a cache beside it. */
async function portal(files: Record<string, string>) {
  const folder = await portalFolder(register, files, { "sources/line.yaml": hotline });
  const beside = await mkdtemp(join(tmpdir(), "otklik-read-"));
  onTestFinished(() => rm(beside, { recursive: true, force: true }));
  const cache = join(beside, "read-editions");
  return {
    cache,
    write: async (files: Record<string, string>) => {
      for (const [path, content] of Object.entries(files)) {
        await mkdir(dirname(join(folder, path)), { recursive: true });
        await writeFile(join(folder, path), content);
      }
    },
    remove: (path: string) => rm(join(folder, path), { recursive: true }),
    read: ({ code = "code", secret = key }: { code?: string; secret?: string | null } = {}) =>
      readPortal(folder, join(beside, "work"), rememberedEditions(cache, code, secret)),
    /** Without any memory. */
    readAll: async () => (await readPortal(folder, join(beside, "work"), noEditionMemory)).told,
  };
}

const inExports = (files: Record<string, string>) =>
  Object.fromEntries(Object.entries(files).map(([path, content]) => [`exports/${path}`, content]));
const editions = ["2026-01-31", "2026-02-28", "2026-03-31"];

test("an export that comes later is read alone, and all is told as if every export had been read", async () => {
  const { read, readAll, write } = await portal(only("2026-01-31"));
  expect((await read()).read).toEqual(["2026-01-31"]);
  for (const edition of ["2026-02-28", "2026-03-31"]) {
    await write(inExports(only(edition)));
    const grown = await read();
    expect(grown.read).toEqual([edition]);
    expect(grown.told).toEqual(await readAll());
  }
  const again = await read();
  expect(again.read).toEqual([]);
  expect(again.told).toEqual(await readAll());
  expect(again.told.intake.findings.length).toBeGreaterThan(3);
});

test("an export that was delivered anew is read, and those before it are not", async () => {
  const { read, readAll, write } = await portal(exports);
  await read();
  await write(inExports({ "2026-03-31/register.csv": `${header}\n6;06.03.2026;;Дороги;Ямы;Юг;Мэрия;Яма;\n` }));
  const mended = await read();
  expect(mended.read).toEqual(["2026-03-31"]);
  expect(mended.told).toEqual(await readAll());
  // What follows an export depends on it: numbers keep the spelling that came first.
  await write(inExports({ "2026-01-31/line.csv": "Дата;О чём;Суть\n08.01.2026;Дороги;Яма\n" }));
  const anew = await read();
  expect(anew.read).toEqual(editions);
  expect(anew.told).toEqual(await readAll());
});

test("another mapping, another list, other code and another key void what is remembered", async () => {
  const { read, readAll, write } = await portal(exports);
  await read();
  await write({ "sources/register.yaml": register.replace("reply: Ответ", "") });
  const mapped = await read();
  expect(mapped.read).toEqual(editions);
  expect(mapped.told).toEqual(await readAll());
  await write({ "vocabulary/agencies.csv": "code,name,short,kind,aliases\nmeria,Мэрия города,Мэрия,other,Мэрия\n" });
  expect((await read()).read).toEqual(editions);
  expect((await read({ code: "other" })).read).toEqual(editions);
  expect((await read({ code: "other", secret: "f".repeat(32) })).read).toEqual(editions);
  expect((await read({ code: "other", secret: "f".repeat(32) })).read).toEqual([]);
  expect((await read({ secret: null })).read).toEqual([]);
});

test("a file of the cache that was changed, cut short or exchanged is not believed", async () => {
  const { read, readAll, cache } = await portal(exports);
  const first = await readAll();
  await read();
  const damages: [string, (content: Buffer) => Buffer][] = [
    [".rows", (content) => Buffer.from(content.map((byte, at) => (at === content.length >> 1 ? byte ^ 1 : byte)))],
    [".learnt", (content) => Buffer.from(content.map((byte, at) => (at === content.length >> 1 ? byte ^ 1 : byte)))],
    [".rows", (content) => content.subarray(0, 20)],
  ];
  for (const [kind, damage] of damages) {
    const names = (await readdir(cache)).filter((name) => name.endsWith(kind));
    for (const name of names) await writeFile(join(cache, name), damage(await readFile(join(cache, name))));
    const mended = await read();
    expect(mended.read).toEqual(editions);
    expect(mended.told).toEqual(first);
  }
  const [one, other] = (await readdir(cache)).filter((name) => name.endsWith(".rows"));
  await copyFile(join(cache, one!), join(cache, other!));
  const mended = await read();
  expect(mended.read.length).toBeGreaterThan(0);
  expect(mended.told).toEqual(first);
});

test("whoever finds the cache reads nothing in it, and what left the exports leaves it with the next build", async () => {
  const { read, readAll, remove, cache } = await portal(exports);
  await read();
  const contents = async () =>
    Promise.all((await readdir(cache)).map(async (name) => name + (await readFile(join(cache, name), "latin1"))));
  const words = [secretText, "Незабудкин", "register.csv", "2026-01-31", "PAR1", "agencies", "Жилинспекция"];
  for (const content of await contents())
    for (const word of words) expect(content).not.toContain(Buffer.from(word).toString("latin1"));
  // Rows of three editions, and of two what had been learnt.
  expect(await contents()).toHaveLength(5);
  await remove("exports/2026-03-31");
  expect((await read()).told).toEqual(await readAll());
  expect(await contents()).toHaveLength(3);
});
