import { rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { prepareEdition } from "../../src/flow/prepareEdition.ts";
import type { PublicAppeal } from "../../src/model/appeal.ts";
import type { StoredFacts } from "../../src/model/facts.ts";
import { withRepeats } from "../../src/model/singleChannel.ts";
import type { Outcome } from "../../src/model/outcome.ts";
import { appealHeader, appealRows } from "../../src/publish/downloads/appealTable.ts";
import { readAllAppeals } from "../../src/edition/readEdition.ts";
import { foundAppeal } from "../../src/search/write/shardRecords.ts";
import { shardDetails } from "../../src/search/write/shardDetails.ts";
import { readSettings } from "../../src/settings/readSettings.ts";
import { appealLine } from "../../src/appeals/appealLine.ts";
import { appealPage } from "../../src/appeals/appealPage.ts";
import { lineWait } from "../../src/appeals/lineWait.ts";
import { listedAppeal } from "../../src/edition/listedAppeal.ts";
import { appealsFeed } from "../../src/site/feeds/appealsFeed.ts";
import { headlineText } from "../../src/words/headline.ts";
import { overdueAppeals } from "../../src/site/overdue.ts";
import { decodeMarks, waitStates, type WaitState } from "../../src/search/format/details.ts";
import { allTime, makePortal, settings } from "./portal.ts";
import { createTelling } from "../../src/words/telling.ts";

/** One appeal of each hard kind, and what every surface has to say of it. Norm of the first reply: 7 days. */
interface HardCase {
  row: string;
  /** The first reply in days, or what there is instead; untold: the export says something that nobody can read. */
  reply: number | "waiting" | "never" | "undated" | "untold";
  closing: number | "waiting" | "undated" | "untold";
  filter: WaitState;
  outcome: Outcome;
}
const cases: Record<string, HardCase> = {
  "closed with an answer, no date of reply": {
    row: "2026-10-01,,2026-10-14,,Меры приняты",
    reply: 13,
    closing: 13,
    filter: "over",
    outcome: "acted",
  },
  "closed by its date alone": {
    row: "2026-10-01,,2026-10-03,,",
    reply: 2,
    closing: 2,
    filter: "within",
    outcome: "unknown",
  },
  "left without an answer": {
    row: "2026-10-01,,2026-10-14,,Без ответа",
    reply: "never",
    closing: 13,
    filter: "never",
    outcome: "unanswered",
  },
  "withdrawn by its author": {
    row: "2026-10-01,,2026-10-04,,Отозвано",
    reply: "never",
    closing: 3,
    filter: "never",
    outcome: "withdrawn",
  },
  "withdrawn after a reply": {
    row: "2026-10-01,2026-10-02,2026-10-04,,Отозвано",
    reply: 1,
    closing: 3,
    filter: "within",
    outcome: "withdrawn",
  },
  "closed nobody knows when": {
    row: "2026-10-01,,,,Закрыто",
    reply: "undated",
    closing: "undated",
    filter: "unknown",
    outcome: "unknown",
  },
  "acted upon nobody knows when": {
    row: "2026-10-01,,,,Меры приняты",
    reply: "undated",
    closing: "undated",
    filter: "unknown",
    outcome: "acted",
  },
  "replied to, closed nobody knows when": {
    row: "2026-10-01,2026-10-20,,,Закрыто",
    reply: 19,
    closing: "undated",
    filter: "over",
    outcome: "unknown",
  },
  "open after a reply": {
    row: "2026-10-01,2026-10-02,,,В работе",
    reply: 1,
    closing: "waiting",
    filter: "within",
    outcome: "open",
  },
  "open without one": {
    row: "2026-10-01,,,,В работе",
    reply: "waiting",
    closing: "waiting",
    filter: "overdue",
    outcome: "open",
  },
  reopened: {
    row: "2026-10-01,2026-10-02,2026-10-03,2026-10-05,В работе",
    reply: 1,
    closing: "waiting",
    filter: "within",
    outcome: "open",
  },
  "perhaps closed: its date is the error of a formula": {
    row: "2026-10-01,,#N/A,,",
    reply: "untold",
    closing: "untold",
    filter: "unknown",
    outcome: "unknown",
  },
  "perhaps closed after a reply": {
    row: "2026-10-01,2026-10-03,#ССЫЛКА!,,",
    reply: 2,
    closing: "untold",
    filter: "within",
    outcome: "unknown",
  },
  "closed on a day that failed, as its status says": {
    row: "2026-10-01,,#REF!,,Закрыто",
    reply: "undated",
    closing: "undated",
    filter: "unknown",
    outcome: "unknown",
  },
  "open as its status says, with a closing that failed": {
    row: "2026-10-01,2026-10-02,#REF!,,В работе",
    reply: 1,
    closing: "waiting",
    filter: "within",
    outcome: "open",
  },
  "not closed, in words": {
    row: "2026-10-01,2026-10-02,не закрыто,,",
    reply: 1,
    closing: "untold",
    filter: "within",
    outcome: "unknown",
  },
  "at work, in the column of closings": {
    row: "2026-10-01,2026-10-02,В работе,,",
    reply: 1,
    closing: "waiting",
    filter: "within",
    outcome: "open",
  },
  "perhaps replied to": {
    row: "2026-10-01,#Н/Д,,,В работе",
    reply: "untold",
    closing: "waiting",
    filter: "unknown",
    outcome: "open",
  },
  "replied to on a day that failed, then acted upon": {
    row: "2026-10-01,#N/A,2026-10-14,,Меры приняты",
    reply: "untold",
    closing: 13,
    filter: "unknown",
    outcome: "acted",
  },
  "of an outcome that failed": {
    row: "2026-10-01,,,,#VALUE!",
    reply: "untold",
    closing: "untold",
    filter: "unknown",
    outcome: "unknown",
  },
};
/** Letters that tell the cases apart in their texts. */
const letters = "абвгдежзиклмнопрстуфхц";
const source = `title: Письма
files: ["*.csv"]
channel: letter
columns: { id: id, received: received, firstReply: replied, closed: closed, reopened: reopened, outcome: status, agency: agency, text: text }
outcomes: { Меры приняты: acted, Без ответа: unanswered, Отозвано: withdrawn, Закрыто: closed, В работе: open }
`;
const names = Object.keys(cases);
const csv = [
  "id,received,replied,closed,reopened,status,agency,text",
  ...names.map((name, n) => `${n + 1},${cases[name]!.row},Управа,Обращение номер ${letters[n]}`),
].join("\n");
const portal = settings
  .replace("figures-only", "full")
  .replace(
    "norms:\n",
    'minimum: { shown: 5, compared: 5 }\nnorms:\n  - { channel: letter, event: first-reply, amount: 7, unit: days, basis: "59-ФЗ" }\n',
  );

let folder = "";
let facts: StoredFacts;
const appeals = new Map<string, PublicAppeal>();
beforeAll(async () => {
  folder = await makePortal(
    source,
    { "2026-10-31/a.csv": csv },
    { "portal.yaml": portal, "id.key": "00112233445566778899aabbccddeeff\n" },
  );
  ({ facts } = await prepareEdition({
    settings: await readSettings(folder),
    workDir: join(folder, "work"),
    editionDir: join(folder, "edition"),
    progress: { stage: (_, run) => run(() => undefined) },
  }));
  for (const appeal of readAllAppeals(join(folder, "edition")))
    appeals.set(names[letters.indexOf(appeal.text!.at(-1)!)]!, appeal);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe.each(names)("an appeal that was %s", (name) => {
  const expected = cases[name]!;
  const telling = () => createTelling(withRepeats(facts));
  const words = (html: string) => html.replace(/<[^>]+>/g, " ").replace(/[\s\u00a0]+/g, " ");
  const told = (): string | null =>
    typeof expected.reply === "number"
      ? `ответ за ${expected.reply} д`
      : expected.reply === "never"
        ? "ответа не было"
        : expected.reply === "waiting"
          ? "ответа ещё нет"
          : null;

  test("says the same everywhere", () => {
    const appeal = appeals.get(name)!;
    const state = (event: number | string) =>
      typeof event === "number" ? "done" : event === "untold" ? undefined : event;
    const days = (event: number | string) => (typeof event === "number" ? event : null);
    // The record itself.
    expect({ firstReplyState: undefined, closingState: undefined, ...appeal }).toMatchObject({
      outcome: expected.outcome,
      firstReplyState: state(expected.reply),
      closingState: state(expected.closing),
      firstReplyDays: days(expected.reply),
      closingDays: days(expected.closing),
    });
    // The table for download.
    const cells = appealRows(facts)(appeal);
    const cell = (column: string) => cells[appealHeader.indexOf(column)];
    const timed = (event: number | string) => (event === "undated" ? null : (state(event) ?? null));
    expect([cell("first_reply_state"), cell("first_reply_days"), cell("closing_state"), cell("closing_days")]).toEqual([
      timed(expected.reply),
      days(expected.reply),
      timed(expected.closing),
      days(expected.closing),
    ]);
    // The filter of the search, and a hit of it.
    const { wait } = decodeMarks(shardDetails([appeal], facts.edition.date).marks, 1);
    expect(waitStates[wait[0]!]).toBe(expected.filter);
    expect(foundAppeal(appeal).outcome).toBe(expected.outcome);
    // The card, the page, the feed, the list of those that are overdue.
    const listed = listedAppeal(appeal);
    const line = words(appealLine(listed, telling()).html);
    if (told() === null) expect(line).not.toMatch(/ответ/i);
    else expect(line).toContain(told());
    expect(lineWait(foundAppeal(appeal))?.text ?? null).toBe(
      expected.reply === "undated" || expected.reply === "untold"
        ? null
        : { done: "search.wait.first-reply", never: "search.wait.never", waiting: "search.wait.none" }[
            state(expected.reply) as "done"
          ],
    );
    const page = words(
      appealPage(appeal, [], {
        ...telling(),
        histories: new Map(),
        line: (one) => appealLine(one, telling()),
        usualCount: () => 0,
        outlook: () => null,
      }).body.html,
    );
    if (expected.reply === "untold") expect(page).not.toContain("До первого ответа");
    else
      expect(page).toContain(
        {
          done: "До первого ответа ",
          never: "До первого ответа ответа не было",
          waiting: "Без ответа 30",
          undated: "До первого ответа дата неизвестна",
        }[state(expected.reply) as "done"],
      );
    expect(page.includes("Ответа ещё нет")).toBe(expected.reply === "waiting");
    const [entry] = appealsFeed(telling(), { of: { facet: "agency", code: "a" }, appeals: [listed] }, "ru").entries;
    expect(entry!.categories.map(({ code }) => code)).toContain(expected.outcome);
    expect(overdueAppeals([listed], facts.edition.date).some(({ event }) => event === "first-reply")).toBe(
      expected.filter === "overdue",
    );
  });
});

test("the figures count what the appeals say", () => {
  const all = Object.values(cases);
  const { answered, closed, open, answeredInNorm, silent, leftByLaw, withdrawnUnanswered, firstReply, closing } =
    allTime(facts);
  const number = (is: (one: HardCase) => boolean) => all.filter(is).length;
  expect(answered).toEqual({
    state: "exact",
    value: number(
      ({ reply, outcome }) =>
        typeof reply === "number" || reply === "undated" || (reply === "untold" && outcome === "acted"),
    ),
  });
  expect(closed).toEqual({
    state: "exact",
    value: number(({ closing: one }) => one !== "waiting" && one !== "untold"),
  });
  expect(open).toEqual({ state: "exact", value: number(({ closing: one }) => one === "waiting") });
  // Withdrawn before the norm had run out without a reply: neither in time nor late.
  expect(answeredInNorm).toMatchObject({
    part: number(({ filter }) => filter === "within"),
    whole: number(
      ({ reply, outcome }) =>
        reply !== "undated" && reply !== "untold" && !(reply === "never" && outcome === "withdrawn"),
    ),
  });
  // Whoever is not to be answered any more is neither silence nor its absence.
  expect(silent).toMatchObject({
    part: number(({ reply }) => reply === "waiting"),
    whole: number(({ reply }) => reply !== "never" && reply !== "untold"),
  });
  expect([leftByLaw, withdrawnUnanswered]).toEqual(
    (["unanswered", "withdrawn"] as const).map((why) => ({
      state: "exact",
      value: number(({ reply, outcome }) => reply === "never" && outcome === why),
    })),
  );
  expect([firstReply.waiting, firstReply.never]).toEqual([
    number(({ reply }) => reply === "waiting" || reply === "never"),
    number(({ reply }) => reply === "never"),
  ]);
  const whole = withRepeats(facts);
  const { evidence } = headlineText(createTelling(whole, "ru"), whole.subjects[0]!);
  expect(evidence.replaceAll("\u00a0", " ")).toContain(
    "из них без ответа пока 1, и это учтено; ещё 2 закрыто без ответа: по закону — 1, отозвано авторами — 1",
  );
  expect(closing.n).toBe(number(({ closing: one }) => one !== "undated" && one !== "untold"));
});
