import { describe, expect, test } from "vitest";
import { withRepeats } from "../../src/model/singleChannel.ts";
import type { Facts } from "../../src/model/facts.ts";
import { everyChannel } from "../../src/site/channelRows.ts";
import { keyFigures } from "../../src/site/keyFigures.ts";
import { overdueLead, overdueNote } from "../../src/site/overdueLead.ts";
import { subjectCharts } from "../../src/charts/subjectCharts.ts";
import type { ListedAppeal } from "../../src/edition/listedAppeal.ts";
import { factsOf, settings } from "./portal.ts";
import { createTelling } from "../../src/words/telling.ts";

/** Sources that record one half of what becomes of an appeal: what is said of the other half is that nobody tells it. */
const portal = settings
  .replace("figures-only", "full")
  .replace(
    "norms:\n",
    'norms:\n  - { channel: letter, event: first-reply, amount: 10, unit: days, basis: "порядок" }\n',
  );
const mapping = (columns: string): string =>
  `title: Письма\nfiles: ["*.csv"]\nchannel: letter\ncolumns: { id: id, received: received, agency: agency, ${columns} }\noutcomes: { Меры приняты: acted }\n`;
const csv = (rows: readonly string[]): string =>
  ["id,received,at,outcome,agency", ...rows.map((row, n) => `${n + 1},${row},Управа`)].join("\n");
/** Of forty appeals every fourth has come to nothing yet. */
const dated = Array.from(
  { length: 40 },
  (_, n) => `2026-0${1 + (n % 8)}-1${n % 10},${n % 4 === 0 ? "" : `2026-0${1 + (n % 8)}-2${n % 9}`},`,
);

const plain = (text: string | null | undefined): string => (text ?? "").replaceAll("\u00a0", " ");
async function told(columns: string, rows: readonly string[]): Promise<Facts> {
  return withRepeats(
    await factsOf(
      mapping(columns),
      { "2026-10-31/a.csv": csv(rows) },
      { "portal.yaml": portal, "id.key": "00112233445566778899aabbccddeeff\n" },
    ),
  );
}
const waiting = {
  id: "a",
  received: "2026-01-01",
  channel: "letter",
  agency: null,
  topic: null,
  place: null,
  outcome: "acted",
  firstReply: null,
  closed: null,
  reopened: null,
  firstReplyDays: null,
  closingDays: null,
  followedUntil: "2026-10-31",
  firstReplyState: "undated",
  closingState: "undated",
  firstReplyNorm: 10,
  closingNorm: 30,
} as unknown as ListedAppeal;

describe("where only one event is recorded, the other is no deadline", () => {
  test("replies without closings", async () => {
    const facts = await told("firstReply: at", dated);
    expect(plain(overdueNote(createTelling(facts, "ru")))).toBe(
      "По времени сверх срока первого ответа: о закрытии выгрузки не говорят.",
    );
    const [row] = everyChannel(createTelling(facts, "ru"), facts.subjects[0]!.periods.year);
    expect([plain(row!.norm), row!.closedInNorm.state]).toEqual(["срок: 10 дней", "missing"]);
  });

  test("closings without replies", async () => {
    const facts = await told("closed: at", dated);
    expect(plain(overdueNote(createTelling(facts, "ru")))).toBe(
      "По времени сверх срока закрытия: когда пришёл первый ответ, выгрузки не говорят.",
    );
    const [row] = everyChannel(createTelling(facts, "ru"), facts.subjects[0]!.periods.year);
    expect([plain(row!.norm), row!.inNorm.state]).toEqual(["срок: 30 дней", "missing"]);
    // Closed is all that is known: whether on the substance, no column says.
    expect(plain(subjectCharts(createTelling(facts, "ru"), facts.subjects[0]!).curve!.subtitle)).toMatch(
      /^Доля обращений в письмах, закрытых, по дням/,
    );
  });
});

test("of a register of closed appeals nobody can say that none is overdue, or that open ones are counted", async () => {
  const facts = await told(
    "closed: at, outcome: outcome",
    Array.from({ length: 120 }, (_, n) => `2026-10-${10 + (n % 20)},,Меры приняты`),
  );
  expect(plain(overdueLead(createTelling(facts, "ru"), [waiting]))).toBe(
    "Выгружены только закрытые обращения, тех, что ещё ждут, среди них нет: просроченные назвать нельзя.",
  );
  const acted = keyFigures(createTelling(facts, "ru"), facts.subjects[0]!.periods.year).find(
    ({ id }) => id === "resolvedStrict",
  );
  expect(plain(acted!.note)).toMatch(/^среди выгруженных, а выгружены только закрытые/);
});

test("where one channel tells of closed appeals alone, that none is overdue is said of the others", async () => {
  const facts = await told("closed: at", dated);
  const { all } = facts.subjects[0]!.periods;
  const closedOnly = { ...all.byChannel.letter!, open: { state: "missing", reason: "closed-only" } as const };
  const mixed: Facts = {
    ...facts,
    subjects: [
      {
        ...facts.subjects[0]!,
        periods: {
          ...facts.subjects[0]!.periods,
          all: { ...all, byChannel: { ...all.byChannel, portal: closedOnly } },
        },
      },
    ],
  };
  expect(plain(overdueLead(createTelling(mixed, "ru"), [waiting]))).toMatch(
    /^Среди выгруженных обращений просроченных на 31 октября 2026 года нет, но часть/,
  );
  expect(plain(overdueLead(createTelling(facts, "ru"), [waiting]))).toBe(
    "Просроченных обращений на 31 октября 2026 года нет.",
  );
});
