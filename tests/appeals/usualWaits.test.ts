import fc from "fast-check";
import { expect, test } from "vitest";
import { againstUsual, type ToldWait } from "../../src/appeals/againstUsual.ts";
import { appealPage } from "../../src/appeals/appealPage.ts";
import type { AppealPageSetting } from "../../src/appeals/appealPageSetting.ts";
import { createUsualCount, usualWaits, type UsualWait } from "../../src/appeals/usualWaits.ts";
import { headlineText } from "../../src/words/headline.ts";
import { findSubject } from "../../src/model/subjectsOfFacts.ts";
import { appeal } from "../search/write/sampleAppeals.ts";
import { exampleFacts } from "../words/exampleFacts.ts";
import { createTelling } from "../../src/words/telling.ts";

const facts = exampleFacts();
const setting: AppealPageSetting = {
  ...createTelling(facts),
  histories: new Map(),
  line: () => ({ html: "" }),
  usualCount: createUsualCount(facts),
  outlook: () => null,
};
const usualOf = (code: string) => usualWaits(createTelling(facts), findSubject(facts, "agency", code)!);
const plain = (text: string) => text.replaceAll("\u00a0", " ");

test("an agency's usual waits are those of its page, channel by channel, with number and period", () => {
  const { channels } = usualOf("fast");
  expect(Object.keys(channels)).toEqual(["social", "letter"]);
  const { waits, note } = channels.social!;
  expect(waits.map(({ label }) => plain(label))).toEqual(["Половина получила ответ за", "Половина закрыта за"]);
  const { sentence, evidence } = headlineText(createTelling(facts), findSubject(facts, "agency", "fast")!);
  expect(sentence).toContain(waits[0]!.text);
  for (const part of note.slice(0, -1).split(", ")) expect(plain(evidence)).toContain(plain(part));
});

test("where fewer than half are over it says in how long a time, where too few are known nothing", () => {
  const { waits } = usualOf("silent").channels.social!;
  expect(plain(`${waits[0]!.label}: ${waits[0]!.text}`)).toBe("За 60 дней ответ получили: меньше половины");
  expect(waits[0]!.reached).toBe(false);
  expect(usualOf("tiny").channels).toEqual({});
});

const usual = (more: Partial<UsualWait> = {}): UsualWait => ({
  event: "closing",
  label: "",
  text: "12 дней",
  days: 12,
  precision: "day",
  reached: true,
  ...more,
});
const own = (days: number, more: Partial<ToldWait> = {}): ToldWait => ({
  event: "closing",
  text: `${days} дней`,
  days,
  precision: "day",
  waiting: false,
  ...more,
});

test("an appeal was quicker or slower than half only where that is sure", () => {
  expect(againstUsual(own(11), usual())).toBe("sooner");
  expect(againstUsual(own(13), usual())).toBe("later");
  expect(againstUsual(own(12), usual())).toBeNull();
  expect(againstUsual(own(12.2, { text: "12 дней" }), usual())).toBeNull();
  expect(againstUsual(own(13), usual({ precision: "minute" })), "a day that may have been hours").toBeNull();
  expect(againstUsual(own(14), usual({ precision: "minute" }))).toBe("later");
  expect(againstUsual(own(13, { waiting: true }), usual())).toBe("waiting");
  expect(againstUsual(own(3, { waiting: true }), usual()), "it may yet wait longer").toBeNull();
  expect(againstUsual(own(300), usual({ reached: false })), "half may wait longer still").toBeNull();
  expect(againstUsual(own(3), usual({ reached: false }))).toBe("sooner");
});

test("no verdict contradicts what both waits may have been to the minute", () => {
  const minutes = fc.integer({ min: 1, max: 200 * 1440 });
  const start = fc.integer({ min: 0, max: 1439 });
  fc.assert(
    fc.property(minutes, start, minutes, (waited, at, median) => {
      // The appeal's days by the calendar, the agency's median by the clock.
      const verdict = againstUsual(
        own(Math.floor((at + waited) / 1440)),
        usual({ days: median / 1440, precision: "minute", text: "иначе" }),
      );
      if (verdict === "sooner") expect(waited).toBeLessThan(median);
      if (verdict === "later") expect(waited).toBeGreaterThan(median);
    }),
  );
});

test("room is kept for as many usual waits as there are, and none where there are none", () => {
  const closed = appeal({
    id: "a1",
    agency: "fast",
    channel: "social",
    received: "2026-10-03",
    closed: "2026-10-20",
    closingDays: 17,
    outcome: "acted",
  });
  const roomOf = (agency: string, count?: number) =>
    /data-count="(\d)"/u.exec(
      appealPage({ ...closed, agency }, [], count === undefined ? setting : { ...setting, usualCount: () => count })
        .body.html,
    )?.[1];
  for (const code of ["fast", "silent", "tiny"])
    expect(roomOf(code), code).toBe(usualOf(code).channels.social?.waits.length.toString());
  expect(roomOf("fast", 1)).toBe("1");
  expect(roomOf("tiny")).toBeUndefined();
});

test("the page of an appeal leads to its agency, holds none of its figures, and says nothing of an agency without a page", () => {
  const closed = appeal({
    id: "a1",
    agency: "fast",
    channel: "social",
    received: "2026-10-03",
    closed: "2026-10-20",
    closingDays: 17,
    outcome: "acted",
  });
  const { html } = appealPage(closed, [], setting).body;
  expect(plain(html)).toContain('<a href="/otklik/agencies/fast/">страница ведомства</a>');
  expect(html).toContain('data-usual="/otklik/agencies/fast/usual.json" data-channel="social"');
  for (const { waits } of Object.values(usualOf("fast").channels))
    for (const { text } of waits) expect(html).not.toContain(text);
  expect(appealPage({ ...closed, agency: "nobody" }, [], setting).body.html).not.toContain("usual");
});
