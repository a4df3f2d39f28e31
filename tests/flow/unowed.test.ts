import { rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { prepareEdition } from "../../src/flow/prepareEdition.ts";
import type { PublicAppeal } from "../../src/model/appeal.ts";
import type { StoredFacts } from "../../src/model/facts.ts";
import type { Finding } from "../../src/model/finding.ts";
import { appealHeader, appealRows } from "../../src/publish/downloads/appealTable.ts";
import { readAllAppeals } from "../../src/edition/readEdition.ts";
import { shardDetails } from "../../src/search/write/shardDetails.ts";
import { readSettings } from "../../src/settings/readSettings.ts";
import { appealLine } from "../../src/appeals/appealLine.ts";
import { listedAppeal } from "../../src/edition/listedAppeal.ts";
import { keyFigures } from "../../src/site/keyFigures.ts";
import { overdueAppeals } from "../../src/site/overdue.ts";
import { decodeMarks, waitStates } from "../../src/search/format/details.ts";
import { allTime, makePortal, settings } from "./portal.ts";
import { createTelling } from "../../src/words/telling.ts";
import { withRepeats } from "../../src/model/singleChannel.ts";

const source = `title: Письма
files: ["*.csv"]
channel: letter
columns: { id: id, received: received, firstReply: replied, closed: closed, outcome: status, kind: kind, topic: topic, text: text, rating: rating, handedFrom: handed }
kinds: { Спасибо большое: notOwed }
`;
const portal = settings
  .replace("figures-only", "full")
  .replace(
    "norms:\n",
    'ids: registry\nminimum: { shown: 5, compared: 5 }\nnorms:\n  - { channel: letter, event: first-reply, amount: 7, unit: days, basis: "59-ФЗ" }\n',
  );
const topics =
  "code,parent,name,sensitive,answer,aliases\nroads,,Дороги,,,\nkind-words,,Добрые слова,,notOwed,\ncleaners,kind-words,Спасибо дворникам,,,\n";
const kinds = "word,answer\nОтзыв,notOwed\n";

/** Twelve that ask for something, six that thank: by a usual word, by a word of the source, by one of the portal, by topic, by a topic below it. */
const thanks = [
  "Благодарность,Дороги",
  "благодарность,Дороги",
  "Спасибо большое,Дороги",
  "Отзыв,Дороги",
  ",Добрые слова",
  ",Спасибо дворникам",
];
const rows = [
  ...Array.from({ length: 6 }, () => "2026-09-01,2026-09-05,2026-09-10,Меры приняты,Жалоба,Дороги"),
  ...Array.from({ length: 5 }, () => "2026-09-01,,,В работе,Заявление,Дороги"),
  "2026-09-01,,,В работе,Нечто,Дороги",
  ...thanks.map((kind, n) =>
    n === 1 ? `2026-09-01,2026-09-02,2026-09-02,Дано разъяснение,${kind}` : `2026-09-01,,,В работе,${kind}`,
  ),
];
const csv = [
  "id,received,replied,closed,status,kind,topic,text,rating,handed",
  ...rows.map(
    (row, n) =>
      `${n + 1},${row},Текст обращения,${n < 6 ? "2," : row.includes("В работе") && n < 12 ? "," : "5,Администрация"}`,
  ),
].join("\n");

let folder = "";
let facts: StoredFacts;
let findings: Finding[] = [];
let appeals: PublicAppeal[] = [];
beforeAll(async () => {
  folder = await makePortal(
    source,
    { "2026-10-31/a.csv": csv },
    { "portal.yaml": portal, "vocabulary/topics.csv": topics, "vocabulary/kinds.csv": kinds },
  );
  ({ facts } = await prepareEdition({
    settings: await readSettings(folder),
    workDir: join(folder, "work"),
    editionDir: join(folder, "edition"),
    progress: { stage: (_, run) => run(() => undefined) },
    onReport: (report) => void (findings = report.findings),
  }));
  appeals = readAllAppeals(join(folder, "edition"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const thanked = () => appeals.filter(({ outcome }) => outcome === "unowed");

describe("an appeal that is owed no answer", () => {
  test("is known by its kind and by its topic, whatever became of it", () => {
    expect(thanked()).toHaveLength(thanks.length);
    expect(appeals).toHaveLength(rows.length);
  });

  test("counts as received, and in no other figure", () => {
    const {
      received,
      open,
      closed,
      answered,
      silent,
      answeredInNorm,
      firstReply,
      closing,
      resolvedStrict,
      resolvedGenerous,
      outcomes,
      openByAge,
      rating,
      rated,
      handedOver,
    } = allTime(facts);
    expect([received, open, closed, answered]).toEqual([18, 6, 6, 6].map((value) => ({ state: "exact", value })));
    for (const [share, part] of [
      [silent, 6],
      [answeredInNorm, 6],
      [resolvedStrict, 6],
    ] as const)
      expect(share).toMatchObject({ part, whole: 12 });
    expect(resolvedGenerous).toMatchObject({ part: 6, whole: 6 });
    expect(rating).toMatchObject({ value: 2, n: 6 });
    expect(rated).toMatchObject({ part: 6, whole: 6 });
    expect(handedOver).toMatchObject({ part: 0, whole: 12 });
    expect([firstReply.n, firstReply.waiting, closing.n, closing.waiting]).toEqual([12, 6, 12, 6]);
    expect(outcomes.map(({ outcome, count }) => [outcome, count.state === "exact" && count.value])).toEqual([
      ["acted", 6],
      ["open", 6],
      ["unowed", 6],
    ]);
    expect(openByAge.reduce((sum, { count }) => sum + (count.state === "exact" ? count.value : 0), 0)).toBe(6);
  });

  test("is never overdue, waits for nothing and says so on its card, in the search and in the table", () => {
    const listed = appeals.map((appeal) => listedAppeal(appeal));
    expect(overdueAppeals(listed, facts.edition.date)).toHaveLength(6);
    const { wait } = decodeMarks(shardDetails(thanked(), facts.edition.date).marks, thanks.length);
    expect([...wait].map((at) => waitStates[at])).toEqual(thanks.map(() => "unknown"));
    for (const appeal of thanked()) {
      const line = appealLine(listedAppeal(appeal), createTelling(withRepeats(facts), "ru")).html.replaceAll(
        "\u00a0",
        " ",
      );
      expect(line).toContain("Ответа не требует");
      expect(line).not.toMatch(/ответа ещё нет|рассматривается|ответ за/u);
      const cells = appealRows(facts)(appeal);
      for (const column of ["first_reply_state", "closing_state", "first_reply_days", "closing_days", "followed_days"])
        expect(cells[appealHeader.indexOf(column)]).toBeNull();
      expect(cells[appealHeader.indexOf("outcome")]).toBe("unowed");
    }
  });

  test("is told beside the open ones", () => {
    for (const [language, told] of [
      ["ru", "сейчас открыто: 6; ответа не требуют 6 обращений"],
      ["en", "open now: 6; 6 appeals are owed no answer"],
    ] as const) {
      const [received] = keyFigures(createTelling(withRepeats(facts), language), facts.subjects[0]!.periods.all);
      expect(received!.note!.replaceAll("\u00a0", " ")).toContain(told);
    }
  });
});

test("a kind that no list has is owed an answer, and named in a finding", () => {
  expect(findings).toContainEqual(expect.objectContaining({ code: "KIND_UNLISTED", line: 13, column: "kind" }));
  expect(findings.filter(({ code }) => code === "KIND_UNLISTED")).toHaveLength(1);
});
