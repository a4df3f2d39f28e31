import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Papa from "papaparse";
import { describe, expect, onTestFinished, test } from "vitest";
import { prepareEdition } from "../../src/flow/prepareEdition.ts";
import { requireNothingLost } from "../../src/flow/requireNothingLost.ts";
import type { StoredFacts } from "../../src/model/facts.ts";
import type { Finding } from "../../src/model/finding.ts";
import { idsMark, keyedIds } from "../../src/privacy/publicId.ts";
import { type Meant, nothingMeant, readSettings } from "../../src/settings/readSettings.ts";
import { portalFolder, settings } from "./portal.ts";

const source = (files: string) => `title: Письма
files: ['${files}']
channel: letter
columns: { id: id, received: received, topic: topic, text: text, reply: reply }
`;
const first = "0123456789abcdef0123456789abcdef";
const second = "fedcba9876543210fedcba9876543210";
const long =
  "Во дворе нашего дома второй месяц не горит ни один фонарь, дети возвращаются из школы в полной темноте, просим принять меры";
type Row = [id: string, received: string, text: string, reply?: string, topic?: string];
const table = (...rows: Row[]) =>
  Papa.unparse([
    ["id", "received", "text", "reply", "topic"],
    ...rows.map(([id, received, text, reply = "", topic = "Дворы"]) => [id, received, text, reply, topic]),
  ]);
const others: Row[] = [
  ["2", "2026-10-02", "На перекрёстке у школы стёрлась разметка пешеходного перехода, водители не видят её"],
  ["3", "2026-10-03", "Спасибо"],
];

interface Built {
  facts: StoredFacts;
  findings: Finding[];
  published: string[];
}

/** The folder of a portal with one takedown, and what a build makes of it. */
async function portal(rows: readonly Row[], down: string, key = first) {
  const folder = await portalFolder(
    source("*.csv"),
    { "2026-10-31/letters.csv": table(...rows) },
    {
      "portal.yaml": settings.replace("appeals: figures-only", "appeals: full"),
      "id.key": `${key}\n`,
      "takedowns.csv": `id,reason,date\n${down},author-request,2026-11-02\n`,
    },
  );
  const put = (path: string, content: string) => writeFile(join(folder, path), content);
  const build = async (meant: Partial<Meant> = {}): Promise<Built> => {
    const findings: Finding[] = [];
    const out = await mkdtemp(join(tmpdir(), "otklik-takedown-"));
    onTestFinished(() => rm(out, { recursive: true, force: true }));
    const { facts } = await prepareEdition({
      settings: await readSettings(folder, { ...nothingMeant, ...meant }),
      workDir: join(out, "work"),
      editionDir: join(out, "edition"),
      progress: { stage: (_, run) => run(() => undefined) },
      onReport: (report) => void findings.push(...report.findings),
    });
    const lines = await readFile(join(out, "edition", "appeals.ndjson"), "utf8");
    return {
      facts,
      findings,
      published: lines
        .trim()
        .split("\n")
        .map((line) => (JSON.parse(line) as { text: string | null }).text ?? ""),
    };
  };
  return { folder, put, build };
}

const idOf = (id: string, name = "register", key = first) => keyedIds(key, 13)(name, id);
const codes = ({ findings }: Built) => findings.map(({ code }) => code).filter((code) => code.startsWith("TAKEDOWN"));

describe("an appeal that was taken down does not come back", () => {
  test("with another id.key: the build stops, and under a key that is meant it stays down", async () => {
    const { folder, put, build } = await portal([["1", "2026-10-01", long], ...others], idOf("1"));
    const before = await build();
    expect(before.published).not.toContain(long);
    expect(codes(before)).toEqual(["TAKEDOWN_REMEMBERED"]);
    expect((await build()).findings.map(({ code }) => code)).not.toContain("TAKEDOWN_REMEMBERED");
    await put("id.key", second);
    await expect(build()).rejects.toMatchObject({ code: "ID_KEY_REPLACED" });
    const after = await build({ newIds: true });
    expect(after.published).toHaveLength(2);
    expect(after.published).not.toContain(long);
    expect(after.facts.edition.takedowns.map(({ id }) => id).sort()).toEqual(
      [idOf("1"), idOf("1", "register", second)].sort(),
    );
    expect((await build()).published).toHaveLength(2);
    await put("id.key", first);
    await expect(build()).rejects.toMatchObject({ code: "ID_KEY_REPLACED" });
    await put("portal.yaml", (await readFile(join(folder, "portal.yaml"), "utf8")) + "ids: registry\n");
    await expect(build()).rejects.toMatchObject({ code: "ID_KEY_REPLACED" });
  });

  test("with another id.key, where nothing was remembered: no export holds any of the takedowns", async () => {
    const { build } = await portal([["1", "2026-10-01", long], ...others], idOf("1"), second);
    await expect(build()).rejects.toMatchObject({
      code: "TAKEDOWNS_UNKNOWN",
      places: [{ file: "takedowns.csv", line: 2 }],
    });
    expect(codes(await build({ newIds: true }))).toEqual(["TAKEDOWN_UNKNOWN", "TAKEDOWN_REMEMBERED"]);
    expect(codes(await build())).toEqual([]);
  });

  test("under a number that the source changed, also where the old export is gone", async () => {
    const { put, build } = await portal([["1", "2026-10-01", long], ...others], idOf("1"));
    await build();
    await put("exports/2026-10-31/letters.csv", table(["К-1", "2026-10-01", long], ...others));
    const after = await build();
    expect(after.published).not.toContain(long);
    expect(after.findings).toContainEqual({
      code: "TAKEDOWN_ALIKE",
      file: "2026-10-31/letters.csv",
      line: 2,
      count: 1,
      lines: [2],
    });
    expect(after.facts.edition.takedowns.map(({ id }) => id)).toContain(idOf("К-1"));
  });

  test("in another source, where the number and the day stay and the text does not", async () => {
    const { put, build, folder } = await portal([["1", "2026-10-01", long], ...others], idOf("1"));
    await build();
    await rm(join(folder, "sources", "register.yaml"));
    await put("sources/letters.yaml", source("*.csv"));
    await put(
      "exports/2026-10-31/letters.csv",
      table(["1", "2026-10-01", "Текст изменён источником до неузнаваемости"], ...others),
    );
    const after = await build();
    expect(after.published).toHaveLength(2);
    expect(codes(after)).toEqual(["TAKEDOWN_ALIKE"]);
  });

  const again: [what: string, text: string, stays: boolean][] = [
    ["word for word", long, false],
    ["in other markup, capitals and spaces", `<p>${long.toUpperCase().replaceAll(" ", "&nbsp; ")}</p>`, false],
    ["with another ending", long.replace("просим принять меры", "просим срочно принять меры и ответить"), false],
    [
      "with a line before and after it",
      `Добрый день! ${long}. Жду ответа по адресу, который указан в обращении`,
      false,
    ],
    [
      "about the same in other words",
      "Второй месяц во дворе темно: фонари перегорели, детям страшно идти из школы, когда их наконец починят рабочие?",
      true,
    ],
  ];
  test.each(again)("sent again %s", async (_, text, stays) => {
    const { put, build } = await portal([["1", "2026-10-01", long], ...others], idOf("1"));
    await build();
    await put(
      "exports/2026-10-31/letters.csv",
      table(["1", "2026-10-01", long], ["77", "2026-10-20", text], ...others),
    );
    const after = await build();
    expect(after.published).toHaveLength(stays ? 3 : 2);
    expect(codes(after)).toEqual(stays ? [] : ["TAKEDOWN_ALIKE"]);
  });

  test("but who said the same in a few words stays, and it is told", async () => {
    const thanks = "Спасибо вам за ответ";
    const { put, build } = await portal(
      [["1", "2026-10-01", thanks], ["8", "2026-10-08", "Спасибо"], ...others],
      idOf("1"),
    );
    const few = (...days: number[]): Row[] => days.map((day) => [`9${day}`, `2026-10-${day}`, thanks]);
    expect(codes(await build())).toEqual(["TAKEDOWN_REMEMBERED"]);
    await put("exports/2026-10-31/letters.csv", table(["1", "2026-10-01", thanks], ...few(11, 12, 13), ...others));
    const many = await build();
    expect(many.published).toHaveLength(5);
    expect(codes(many)).toEqual(["TAKEDOWN_SHORT"]);
    await put("exports/2026-10-31/letters.csv", table(["1", "2026-10-01", thanks], ...few(11), ...others));
    const rare = await build();
    expect(rare.published).toHaveLength(2);
    expect(codes(rare)).toEqual(["TAKEDOWN_ALIKE"]);
  });

  test("but copies stay where a person says so, and figures count every one of them", async () => {
    const copies: Row[] = [["1", "2026-10-01", long], ["7", "2026-10-07", long], ...others];
    const { put, build } = await portal(copies, idOf("1"));
    const withheld = await build();
    expect(withheld.published).toHaveLength(2);
    expect(withheld.facts.edition).toMatchObject({ published: 4, privacy: { takenDown: 1, alikeTakenDown: 1 } });
    await put("takedowns.csv", `id,reason,date,copies\n${idOf("1")},author-request,2026-11-02,stay\n`);
    const kept = await build();
    expect(kept.published.filter((text) => text === long)).toHaveLength(1);
    expect(kept.facts.edition).toMatchObject({ published: 4, privacy: { takenDown: 1 } });
  });

  test("nor do copies that stay bring it back itself, when its source gets another name", async () => {
    const copies: Row[] = [["1", "2026-10-01", long], ["7", "2026-10-07", long], ...others];
    const { put, build, folder } = await portal(copies, idOf("1"));
    await put("takedowns.csv", `id,reason,date,copies\n${idOf("1")},author-request,2026-11-02,stay\n`);
    await build();
    await rm(join(folder, "sources", "register.yaml"));
    await put("sources/letters.yaml", source("*.csv"));
    const after = await build();
    expect(after.published.filter((text) => text === long)).toHaveLength(1);
    expect(after.facts.edition.takedowns.map(({ id }) => id)).toContain(idOf("1", "letters"));
    expect(after.facts.edition.takedowns.map(({ id }) => id)).not.toContain(idOf("7", "letters"));
  });

  test("where texts are missing, by a reply to the same on the same day", async () => {
    const reply = "Работы по восстановлению уличного освещения включены в план мероприятий текущего года";
    const { put, build } = await portal(
      [
        ["1", "2026-10-01", "", reply],
        ["4", "2026-10-04", "", reply],
        ["5", "2026-10-01", "", reply, "Парки"],
      ],
      idOf("1"),
    );
    await build();
    await put(
      "exports/2026-10-31/letters.csv",
      table(["31", "2026-10-01", "", reply], ["4", "2026-10-04", "", reply], ["5", "2026-10-01", "", reply, "Парки"]),
    );
    expect((await build()).facts.edition.privacy).toMatchObject({ takenDown: 0, alikeTakenDown: 1 });
  });
});

describe("words of an appeal that was taken down", () => {
  const own = "Здравствуйте. Пишу по тому же двору";
  const quoted = long.split(" ").slice(3, 17).join(" ");
  const longer = Array.from(
    { length: 120 },
    (_, at) => `слово${String.fromCharCode(1072 + (at % 30), 1072 + Math.floor(at / 30))}`,
  ).join(" ");
  const withheld = async (
    { folder, build }: Pick<Awaited<ReturnType<typeof portal>>, "folder" | "build">,
    rows: Row[],
  ) => {
    await build();
    await writeFile(
      join(folder, "exports", "2026-10-31", "letters.csv"),
      table(["1", "2026-10-01", long], ...rows, ...others),
    );
    return build();
  };

  test.each<[what: string, row: Row]>([
    [
      "in another's text",
      ["50", "2026-10-20", `${own} ${longer}: «${quoted.toUpperCase()}». ${longer}`, "Спасибо, приняли"],
    ],
    [
      "in a reply",
      ["50", "2026-10-20", `${own} ${longer}`, `Ранее сообщалось: ${quoted.replaceAll(" ", "  ")}. ${longer}`],
    ],
  ])("are read nowhere: %s", async (_, row) => {
    const after = await withheld(await portal([["1", "2026-10-01", long], ...others], idOf("1")), [row]);
    expect(after.published.join(" ")).not.toContain(own);
    expect(after.published).toHaveLength(3);
    expect(after.findings).toContainEqual({
      code: "TAKEDOWN_QUOTED",
      file: "2026-10-31/letters.csv",
      line: 3,
      count: 1,
      lines: [3],
    });
    expect(after.facts.edition).toMatchObject({ withheldTexts: 1, published: 4 });
  });

  test("are read nowhere, nor are those of its reply: in what a resident writes, but not in other replies", async () => {
    const reply =
      "По Вашему вопросу сообщаем, что фонари у подъезда, в котором Вы живёте с двумя детьми, включат после ремонта щитовой";
    const [first]: Row[] = [["1", "2026-10-01", long, reply]];
    const { put, build } = await portal([first!, ...others], idOf("1"));
    await build();
    const told = `${own} ${longer}. Мне ответили: «${reply.split(" ").slice(2, 16).join(" ")}». ${longer}`;
    await put(
      "exports/2026-10-31/letters.csv",
      table(first!, ["50", "2026-10-20", told], ["51", "2026-10-21", `Другой двор ${longer}`, reply], ...others),
    );
    const after = await build();
    expect(after.published.join(" ")).not.toContain(own);
    expect(after.published.join(" ")).toContain("Другой двор");
    expect(after.findings).toContainEqual(expect.objectContaining({ code: "TAKEDOWN_QUOTED", count: 1, lines: [3] }));
  });

  test("stay where many say them, or a person lets them, or they are too few", async () => {
    const rows = (count: number, words: string): Row[] =>
      Array.from({ length: count }, (_, at) => [`5${at}`, "2026-10-20", `${own} ${at} ${longer}: ${words}. ${longer}`]);
    const few = await withheld(
      await portal([["1", "2026-10-01", long], ...others], idOf("1")),
      rows(2, long.split(" ").slice(3, 10).join(" ")),
    );
    expect(codes(few)).toEqual([]);
    const many = await withheld(await portal([["1", "2026-10-01", long], ...others], idOf("1")), rows(11, quoted));
    expect(codes(many)).toEqual(["TAKEDOWN_SHORT"]);
    const let_ = await portal([["1", "2026-10-01", long], ...others], idOf("1"));
    await let_.put("takedowns.csv", `id,reason,date,copies\n${idOf("1")},author-request,2026-11-02,stay\n`);
    expect(codes(await withheld(let_, rows(1, quoted)))).toEqual([]);
  });

  test("are known by what was remembered when no export holds them any more", async () => {
    const { put, build } = await portal([["1", "2026-10-01", long], ...others], idOf("1"));
    await build();
    await put(
      "exports/2026-10-31/letters.csv",
      table(["50", "2026-10-20", `${own} ${longer}: ${long}. ${longer}`], ...others),
    );
    const after = await build();
    expect(after.published.join(" ")).not.toContain(own);
    expect(codes(after)).toEqual(["TAKEDOWN_QUOTED"]);
  });
});

test("an appeal without any text under a new number stays, and it is told", async () => {
  const { put, build } = await portal([["1", "2026-10-01", ""], ...others], idOf("1"));
  await build();
  await put(
    "exports/2026-10-31/letters.csv",
    table(["88", "2026-10-01", ""], ["89", "2026-10-01", "", "", "Парки"], ["90", "2026-10-02", ""], ...others),
  );
  const after = await build();
  expect(after.published).toHaveLength(5);
  expect(after.findings).toContainEqual({
    code: "TAKEDOWN_POSSIBLE",
    file: "2026-10-31/letters.csv",
    line: 2,
    count: 1,
    lines: [2],
  });
});

describe("what is remembered of takedowns", () => {
  test("is not lost unseen, and is begun anew where a person says so", async () => {
    const { folder, put, build } = await portal([["1", "2026-10-01", long], ...others], idOf("1"));
    await put("takedowns.csv", `id,reason,date\n${idOf("1")},other,2026-11-02\n${idOf("2")},other,2026-11-02\n`);
    await build();
    await rm(join(folder, "takedowns-memory.csv"));
    await expect(build()).rejects.toMatchObject({ code: "TAKEDOWN_MEMORY_GONE" });
    expect(codes(await build({ newMemory: true }))).toEqual(["TAKEDOWN_REMEMBERED"]);
    expect(codes(await build())).toEqual([]);
    const memory = await readFile(join(folder, "takedowns-memory.csv"), "utf8");
    await put("takedowns-memory.csv", memory.replace(/[0-9a-f]{24}\n/u, `${"0".repeat(24)}\n`));
    await expect(build()).rejects.toMatchObject({ code: "TAKEDOWN_MEMORY_BROKEN" });
    expect(codes(await build({ newMemory: true }))).toEqual(["TAKEDOWN_REMEMBERED"]);
    await put("takedowns.csv", `id,reason,date\n${idOf("2")},other,2026-11-02\n`);
    expect(codes(await build())).toEqual(["TAKEDOWN_LIFTED"]);
    expect(codes(await build({ newMemory: true })), "a takedown that was lifted on purpose is forgotten").toEqual([]);
    expect(codes(await build())).toEqual([]);
    await put("takedowns.csv", "id,reason,date\n");
    await expect(build()).rejects.toMatchObject({ code: "TAKEDOWNS_GONE" });
    expect((await build({ newMemory: true })).published).toContain(long);
    expect((await build()).published).toContain(long);
  });

  test("holds no text, no number and no day, and two portals remember the same appeal otherwise", async () => {
    const one = await portal([["КОД-4711", "2026-10-01", long], ...others], idOf("КОД-4711"));
    const other = await portal([["КОД-4711", "2026-10-01", long], ...others], idOf("КОД-4711"));
    await one.build();
    await other.build();
    const memory = await readFile(join(one.folder, "takedowns-memory.csv"), "utf8");
    for (const word of [...long.split(/\P{L}+/u).filter((part) => part.length > 2), "КОД-4711", "2026-10-01"])
      expect(memory.toLowerCase()).not.toContain(word.toLowerCase());
    const values = (text: string) =>
      text
        .trim()
        .split("\n")
        .slice(1)
        .flatMap((line) => line.split(",").slice(1))
        .filter((value) => value.length > 9);
    const [mine, theirs] = [values(memory), values(await readFile(join(other.folder, "takedowns-memory.csv"), "utf8"))];
    expect(mine.length).toBeGreaterThan(0);
    expect(mine.filter((value) => theirs.includes(value))).toEqual([]);
  });

  test("has no row struck out of it unseen", async () => {
    const { folder, put, build } = await portal([["1", "2026-10-01", long], ...others], idOf("1"));
    await put("takedowns.csv", `id,reason,date\n${idOf("1")},other,2026-11-02\n${idOf("2")},other,2026-11-02\n`);
    await build();
    const [head, one, two] = (await readFile(join(folder, "takedowns-memory.csv"), "utf8")).trim().split("\n");
    expect(two).toBeDefined();
    for (const left of [one, two]) {
      await put("takedowns-memory.csv", `${head}\n${left}\n`);
      await expect(build()).rejects.toMatchObject({ code: "TAKEDOWN_MEMORY_BROKEN" });
    }
  });

  test("must be whole, and belong to its key and its takedowns", async () => {
    const { folder, put, build } = await portal([["1", "2026-10-01", long], ...others], idOf("1"));
    await build();
    const [memory, key] = await Promise.all(
      ["takedowns-memory.csv", "takedowns.key"].map((name) => readFile(join(folder, name), "utf8")),
    );
    await put("takedowns.key", "f".repeat(64));
    await expect(build()).rejects.toMatchObject({
      code: "TAKEDOWN_MEMORY_BROKEN",
      places: [{ file: "takedowns-memory.csv", line: 2 }],
    });
    await rm(join(folder, "takedowns.key"));
    await expect(build()).rejects.toMatchObject({ code: "TAKEDOWN_MEMORY_BROKEN" });
    await put("takedowns.key", key!);
    await put("takedowns-memory.csv", memory!.replace(`${idOf("1")},`, `${idOf("2")},`));
    await expect(build()).rejects.toMatchObject({ code: "TAKEDOWN_MEMORY_BROKEN" });
    await put("takedowns-memory.csv", memory!);
    await put("takedowns.csv", "id,reason,date\n");
    await expect(build()).rejects.toMatchObject({ code: "TAKEDOWNS_GONE" });
    await put("takedowns.csv", `id,reason,date\n${idOf("2")},other,2026-11-03\n`);
    const lifted = await build();
    expect(lifted.published).toContain(long);
    expect(lifted.findings).toContainEqual({
      code: "TAKEDOWN_LIFTED",
      file: "takedowns-memory.csv",
      line: 2,
      count: 1,
      lines: [2],
    });
  });

  test("knows what earlier exports said, of an appeal that was emptied before it was taken down", async () => {
    const { folder, put, build } = await portal([["1", "2026-10-01", long], ...others], idOf("1"));
    await put("takedowns.csv", "id,reason,date\n");
    await build();
    const later = join(folder, "exports", "2026-11-30");
    await mkdir(later);
    await writeFile(join(later, "letters.csv"), table(["1", "2026-10-01", ""], ["9", "2026-11-09", long], ...others));
    await put("takedowns.csv", `id,reason,date\n${idOf("1")},personal-data,2026-11-20\n`);
    expect((await build()).published).not.toContain(long);
  });
});

describe("the site that is replaced", () => {
  const site = async (files: Record<string, object>) => {
    const folder = await portalFolder(
      "",
      {},
      Object.fromEntries(Object.entries(files).map(([path, content]) => [path, JSON.stringify(content)])),
    );
    return folder;
  };
  const settingsWith = async (key: string) => {
    const { folder } = await portal(others, "zz", key);
    return readSettings(folder);
  };

  test("must have its public ids from the same key, if it is this portal's", async () => {
    const editions = { address: "https://otklik.example/" };
    const same = await site({ "release.json": { ids: idsMark(first, 13) }, "data/editions/editions.json": editions });
    await expect(requireNothingLost(same, await settingsWith(first))).resolves.toBeUndefined();
    await expect(requireNothingLost(same, await settingsWith(second))).rejects.toMatchObject({
      code: "ID_KEY_REPLACED",
    });
    const foreign = await site({
      "release.json": { ids: idsMark(first, 13) },
      "data/editions/editions.json": { address: "https://other.example/" },
    });
    await expect(requireNothingLost(foreign, await settingsWith(second))).resolves.toBeUndefined();
    const old = await site({ "release.json": {}, "data/editions/editions.json": editions });
    await expect(requireNothingLost(old, await settingsWith(second))).resolves.toBeUndefined();
    await expect(requireNothingLost(null, await settingsWith(second))).resolves.toBeUndefined();
  });

  test("tells how many takedowns were remembered: both files lost, or older ones, stop the build", async () => {
    const { folder, build } = await portal([["1", "2026-10-01", long], ...others], idOf("1"));
    await build();
    const live = await site({
      "release.json": { ids: idsMark(first, 13), takedownsRemembered: 1 },
      "data/editions/editions.json": { address: "https://otklik.example/" },
    });
    await expect(requireNothingLost(live, await readSettings(folder))).resolves.toBeUndefined();
    for (const name of ["takedowns-memory.csv", "takedowns.key"]) await rm(join(folder, name));
    await expect(requireNothingLost(live, await readSettings(folder))).rejects.toMatchObject({
      code: "TAKEDOWN_MEMORY_GONE",
    });
    await expect(
      requireNothingLost(live, await readSettings(folder, { ...nothingMeant, newMemory: true })),
    ).resolves.toBeUndefined();
  });
});
