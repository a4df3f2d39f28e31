import { join } from "node:path";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { readAllAppeals, readReplies } from "../../src/edition/readEdition.ts";
import { prepareEdition, type Preparation } from "../../src/flow/prepareEdition.ts";
import type { PublicAppeal } from "../../src/model/appeal.ts";
import type { Replies } from "../../src/model/replies.ts";
import { readSettings } from "../../src/settings/readSettings.ts";
import { portalFolder, settings } from "./portal.ts";

const source = `title: Письма
files: ["*.csv"]
channel: letter
columns: { id: id, received: received, firstReply: first, closed: closed, agency: agency, topic: topic, text: text, reply: reply, outcome: outcome }
`;
interface Row {
  readonly received?: string;
  readonly closed?: string;
  /** Left out: the day of closing. */
  readonly first?: string;
  readonly topic?: string;
  readonly text?: string;
  readonly reply: string;
}
const day = (at: number): string => new Date(Date.parse("2026-01-05") + at * 86_400_000).toISOString().slice(0, 10);
const answered = (reply: string, at: number, more: Partial<Row> = {}): Row => ({
  received: day(at),
  closed: day(at + 5),
  reply,
  ...more,
});

/** Builds a portal of these appeals, numbered from 1. */
async function built(
  rows: readonly Row[],
  portal = "appeals: full\nids: registry\nprivacy: { stopAbove: 1 }",
  more: Record<string, string> = {},
  preparation: Partial<Preparation> = {},
): Promise<{ appeals: PublicAppeal[]; replies: Replies }> {
  const table = Papa.unparse([
    ["id", "received", "first", "closed", "agency", "topic", "text", "reply", "outcome"],
    ...rows.map(
      (
        { received = "2026-05-04", closed = "", first = closed, topic = "Дороги", text = "На дороге яма", reply },
        at,
      ) => [String(at + 1), received, first, closed, "Минтранс", topic, text, reply, closed === "" ? "" : "решено"],
    ),
  ]);
  const folder = await portalFolder(
    source,
    { "2026-10-31/letters.csv": table },
    { "portal.yaml": settings.replace("appeals: figures-only", portal), ...more },
  );
  const edition = join(folder, "edition");
  await prepareEdition({
    settings: await readSettings(folder),
    workDir: join(folder, "work"),
    editionDir: edition,
    progress: { stage: (_, run) => run(() => undefined) },
    ...preparation,
  });
  const isFull = portal.includes("full");
  return { appeals: isFull ? readAllAppeals(edition) : [], replies: readReplies(edition) };
}

/** The number in the export of an appeal, by its public id. */
const numberOf = (id: string): number => Number(id.replace(/\D/gu, ""));

const stock =
  "Изложенные сведения приняты к вниманию и направлены в отраслевой отдел, который рассмотрит их в пределах своих полномочий и при необходимости примет меры.";
const own = (at: number): string =>
  `Яму у дома засыпали щебнем, ${["катком", "вручную", "двумя машинами"][at % 3]!} уплотнили, ${["обочину", "бордюр", "съезд"][at % 3]!} поправили, к зиме уложим здесь новый асфальт.`;
const region = ({ replies }: { replies: Replies }) => replies.subjects[0]!.periods.all;

describe("the replies of an edition", () => {
  test("are grouped, marked and counted, and each appeal knows its group", async () => {
    const rows = Array.from({ length: 60 }, (_, at) =>
      answered(at < 10 ? stock : at < 20 ? "Выполнено." : own(at), at * 4),
    );
    const { appeals, replies } = await built(rows);
    expect(replies.reading).toBe("read");
    expect(replies.groups.find(({ appeals: members }) => members.length === 10)).toMatchObject({
      sample: [stock],
      isEventNotice: false,
    });
    const inGroup = appeals.filter(({ replyGroup }) => replyGroup === replies.groups.at(-1)!.id);
    expect(inGroup.map(({ id }) => id).sort()).toEqual(replies.groups.at(-1)!.appeals.toSorted());
    expect(region({ replies })).toMatchObject({ replies: 60, short: { part: 10, whole: 60 } });
    const deeds = appeals.filter(({ replyMarks = [] }) => replyMarks.includes("deed")).length;
    expect(deeds).toBe(40);
    expect(region({ replies }).marks[0]).toMatchObject({ mark: "deed", raw: { part: deeds, whole: 60 } });
    expect(replies.subjects.map(({ dimension, code }) => [dimension, code])).toEqual([
      ["region", ""],
      ["agency", appeals[0]!.agency],
      ["topic", appeals[0]!.topic],
    ]);
    // One agency has no others to be compared with; its group is a frequent text, which its rule judged once.
    expect(replies.subjects[1]!.periods.all.marks[0]).not.toHaveProperty("adjusted");
    expect(region({ replies }).marks[0]!.copies!.replies).toBe(
      replies.groups.reduce((sum, group) => sum + group.appeals.length, 0),
    );
  });

  test("have their marks read before masking, and the words found again in what is published", async () => {
    const { appeals } = await built([
      answered(
        "Здравствуйте, Анна! Яму засыпали 12 мая, вопросы по телефону 8 (495) 765-43-21 или ivanova@mail.ru.",
        1,
      ),
    ]);
    const [{ reply, replyMarks, replySpans } = {} as PublicAppeal] = appeals;
    expect(reply).not.toContain("765-43-21");
    expect(replyMarks).toContain("deed");
    expect(replySpans!.map(([mark, start, end]) => [mark, reply!.slice(start, end)])).toContainEqual([
      "deed",
      "засыпали",
    ]);
  });

  test("tell an answer in substance from a note that an appeal was taken in", async () => {
    const { appeals } = await built([
      answered("Здравствуйте! Принято в работу.", 1),
      answered("Яму засыпали.", 2),
      answered("Выполнено.", 3),
      answered("", 4),
      answered("Здравствуйте!", 5),
      { ...answered("", 6), closed: "" },
      // The text was sent with the closing; what came before it was another.
      answered("Яму засыпали.", 8, { first: day(9) }),
      answered("Принято в работу.", 9, { first: day(10), closed: "" }),
      answered("Яму засыпали.", 10, { first: day(12), closed: "" }),
      answered("The hole was filled on Monday, the crew will come back in May to mark the road.", 7),
    ]);
    const told = new Map(
      appeals.map(({ id, inSubstanceState, inSubstanceDays }) => [numberOf(id), [inSubstanceState, inSubstanceDays]]),
    );
    expect(told.get(1)).toEqual(["never", null]);
    expect(told.get(2)).toEqual(["done", 5]);
    expect(told.get(3)).toEqual(["done", 5]);
    expect(told.get(4)).toEqual(["untold", null]);
    expect(told.get(5)).toEqual(["never", null]);
    expect(told.get(6)).toEqual(["waiting", null]);
    expect(told.get(7)).toEqual(["done", 5]);
    expect(told.get(8)).toEqual(["waiting", null]);
    expect(told.get(9)).toEqual(["done", 2]);
    expect(told.get(10)).toEqual(["untold", null]);
  });

  test("are the same in whatever order the rows come", async () => {
    const rows = Array.from({ length: 30 }, (_, at) => answered(at % 2 === 0 ? stock : own(at), at * 5));
    const withTexts = rows.map((row, at) => ({ ...row, text: `Обращение о яме ${at}` }));
    const [one, other] = [await built(withTexts), await built(withTexts.toReversed())];
    const numbered = ({ replies }: { replies: Replies }, turned: boolean) =>
      replies.groups.map(({ appeals, id: _id, ...group }) => ({
        ...group,
        appeals: appeals.map((appeal) => (turned ? 31 - numberOf(appeal) : numberOf(appeal))).sort((a, b) => a - b),
      }));
    expect(numbered(other, true)).toEqual(numbered(one, false));
    expect(other.replies.groups.map(({ id }) => id)).toEqual(one.replies.groups.map(({ id }) => id));
    expect(other.replies.subjects).toEqual(one.replies.subjects);
  });
});

describe("something true is said", () => {
  test("where no reply has a text", async () => {
    const { replies } = await built([answered("", 1), answered("", 2)]);
    expect(replies).toMatchObject({ reading: "no-texts", subjects: [], groups: [], associations: [] });
    expect(replies.marks.find(({ mark }) => mark === "deed")).toMatchObject({ hidden: null });
  });

  test("where a portal publishes figures only", async () => {
    const { replies } = await built([answered(stock, 1)], "appeals: figures-only");
    expect(replies).toMatchObject({ reading: "figures-only", subjects: [], groups: [] });
  });

  test("of replies as HTML, of one word, in two languages", async () => {
    const english = "Your report was passed to the district office, which will look into it within its powers and act.";
    const rows = Array.from({ length: 18 }, (_, at) =>
      answered([`<p>${stock.replaceAll(", ", ",<br>")}</p>`, english, "Выполнено"][at % 3]!, at * 9),
    );
    const { replies, appeals } = await built(rows);
    expect(replies.groups.map(({ appeals: members }) => members.length)).toEqual([6, 6]);
    expect(region({ replies })).toMatchObject({ short: { part: 6 }, repeated: { part: 12, whole: 12 } });
    expect(replies.groups.flatMap(({ sample }) => sample).join(" ")).not.toContain("<");
    expect(appeals.filter(({ replyMarks }) => replyMarks === undefined)).toHaveLength(6);
  });

  test("of replies in a language that the rules are not made for: they are counted, and no share of marks is taken of them", async () => {
    const kazakh = (at: number): string =>
      `Құрметті тұрғын, өтінішіңіз қаралды, ${at} көшедегі шұңқыр жөнделді, назарыңызға рахмет айтамыз, сау болыңыз.`;
    const rows = Array.from({ length: 60 }, (_, at) =>
      answered(kazakh(at), at * 4, { text: `Көшеде шұңқыр бар ${at}` }),
    );
    const { replies, appeals } = await built(rows);
    expect(region({ replies })).toMatchObject({ replies: 60, unread: 60 });
    for (const { raw } of region({ replies }).marks) expect(raw.state).toBe("missing");
    expect(appeals.every(({ inSubstanceState }) => inSubstanceState === "untold")).toBe(true);
  });

  test("of thanks, which are owed no reply: what they were answered is in no group and in no share", async () => {
    const rows = Array.from({ length: 16 }, (_, at) =>
      answered(stock, at * 9, { topic: at < 8 ? "Спасибо" : "Дороги" }),
    );
    const { replies } = await built(rows, undefined, {
      "vocabulary/topics.csv":
        "code,parent,name,sensitive,aliases,answer\nthanks,,Спасибо,,,notOwed\nroads,,Дороги,,,\n",
    });
    expect(region({ replies })).toMatchObject({ replies: 8, repeated: { part: 8, whole: 8 } });
    expect(replies.subjects.map(({ code }) => code)).not.toContain("thanks");
  });

  test("of texts that are withheld or taken down: they are in no group and in no share", async () => {
    const rows = Array.from({ length: 14 }, (_, at) =>
      answered(stock, at * 9, {
        topic: at < 4 ? "Дети" : "Дороги",
        text: `Яма номер ${at} у нашей школы, вторая неделя без ремонта`,
      }),
    );
    const { replies, appeals } = await built(rows, undefined, {
      "vocabulary/topics.csv": "code,parent,name,sensitive,aliases\nchildren,,Дети,yes,\nroads,,Дороги,,\n",
      "takedowns.csv": "id,reason,date\nregister-14,author-request,2026-11-02\n",
    });
    expect(appeals.filter(({ withheld }) => withheld !== null).map(({ replyMarks }) => replyMarks)).toEqual(
      Array(4).fill(undefined),
    );
    expect(replies.groups.map(({ appeals: members }) => members.map(numberOf).sort((a, b) => a - b))).toEqual([
      [5, 6, 7, 8, 9, 10, 11, 12, 13],
    ]);
    expect(region({ replies }).replies).toBe(9);
    expect(replies.subjects.map(({ code }) => code)).not.toContain("children");
  });
});

describe("a portal's own rules", () => {
  test("are used alone, and stay hidden until somebody has measured them", async () => {
    const rule = "rules:\n  - say: [яму засыпали]\n";
    const rows = [answered("Яму засыпали.", 1), answered("Люк закрыт.", 2)];
    const hidden = await built(rows, undefined, { "vocabulary/replies/deed.yaml": rule });
    expect(hidden.appeals.map(({ replyMarks }) => replyMarks)).toEqual([[], []]);
    expect(hidden.replies.marks[0]).toMatchObject({ mark: "deed", hidden: "not-measured", trial: null });
    const measured = `${rule}measured: { having: 40, found: 39, lacking: 60, left: 59 }\n`;
    const shown = await built(rows, undefined, { "vocabulary/replies/deed.yaml": measured });
    expect(shown.appeals.map(({ id, replyMarks }) => [numberOf(id), replyMarks])).toEqual([
      [2, []],
      [1, ["deed"]],
    ]);
    expect(shown.replies.marks.map(({ hidden: why }) => why).slice(0, 2)).toEqual([null, "no-rule"]);
  });
});

describe("the id of a group", () => {
  test("stays what the site before called it, and one without a group any more is remembered", async () => {
    const rows = Array.from({ length: 12 }, (_, at) => answered(at < 6 ? stock : own(at), at * 9));
    const first = await built(rows);
    const { id, appeals } = first.replies.groups.find(({ sample }) => sample[0] === stock)!;
    const before = {
      groups: [
        { id: "aaaaaaaaaaaa", appeals },
        { id: "bbbbbbbbbbbb", appeals: ["1000"] },
      ],
      gone: ["cccccccccccc"],
    };
    const { replies } = await built(rows, undefined, {}, { repliesBefore: () => Promise.resolve(before) });
    expect(replies.groups.map((group) => group.id)).toContain("aaaaaaaaaaaa");
    expect(replies.groups.map((group) => group.id)).not.toContain(id);
    expect(replies.gone).toEqual(["bbbbbbbbbbbb", "cccccccccccc"]);
  });
});
