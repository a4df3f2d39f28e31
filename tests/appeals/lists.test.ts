import fc from "fast-check";
import { expect, test } from "vitest";
import { listedAppeal } from "../../src/edition/listedAppeal.ts";
import { monthAddress, monthPages } from "../../src/appeals/monthPages.ts";
import { similarAppeals } from "../../src/appeals/similarAppeals.ts";
import { createStamp, slot, slots } from "../../src/appeals/stamp.ts";
import { appeal } from "../search/write/sampleAppeals.ts";

const topics = ["holes", "lamps", null];
const places = ["zarechye", "kitezh", null];
const appeals = fc
  .array(
    fc.record({
      day: fc.integer({ min: 0, max: 200 }),
      topic: fc.constantFrom(...topics),
      place: fc.constantFrom(...places),
    }),
    { maxLength: 60 },
  )
  .map((rows) =>
    rows
      .toSorted((a, b) => b.day - a.day)
      .map(({ day, topic, place }, at) =>
        appeal({
          id: `a${at}`,
          topic,
          place,
          received: new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10),
        }),
      ),
  );

test("similar appeals are others of the same topic, at most five, never the appeal itself, none twice", () => {
  fc.assert(
    fc.property(appeals, (all) => {
      const similar = similarAppeals(all);
      for (const each of all) {
        const found = similar(each);
        expect(found.length).toBeLessThanOrEqual(5);
        expect(new Set(found).size).toBe(found.length);
        expect(found).not.toContain(each);
        expect(found.every(({ topic }) => topic === each.topic && topic !== null)).toBe(true);
        const beside = all.filter(
          (other) =>
            other !== each &&
            other.topic === each.topic &&
            other.place === each.place &&
            each.place !== null &&
            each.topic !== null,
        );
        if (beside.length > 0) expect(found.every(({ place }) => place === each.place)).toBe(true);
        if (beside.length > 0) expect(found.length).toBe(Math.min(5, beside.length));
      }
    }),
  );
});

test("the lists by month hold every appeal once, newest first", () => {
  fc.assert(
    fc.property(appeals, (all) => {
      const pages = monthPages(all.map(listedAppeal));
      expect(pages.flatMap((page) => page.appeals)).toEqual(all.map(listedAppeal));
      for (const { month, appeals: listed, total, page, pages: count } of pages) {
        expect(listed.every(({ received }) => received.startsWith(month))).toBe(true);
        expect(total).toBe(all.filter(({ received }) => received.startsWith(month)).length);
        expect(page).toBeLessThanOrEqual(count);
      }
      expect(new Set(pages.map(({ month, page }) => monthAddress(month, page))).size).toBe(pages.length);
    }),
  );
});

test("every month leads to those before and after it that have appeals, past months without any", () => {
  const days = ["2026-09-30", "2026-09-02", "2026-07-15", "2026-03-01"];
  const pages = monthPages(days.map((received, at) => listedAppeal(appeal({ id: `a${at}`, received }))));
  expect(pages.map(({ earlier, month, later }) => [earlier, month, later])).toEqual([
    ["2026-07", "2026-09", null],
    ["2026-03", "2026-07", "2026-09"],
    [null, "2026-03", "2026-07"],
  ]);
});

test("a stamp fills every place of the frame, whatever it is filled with", () => {
  const stamp = createStamp(slots.map((name) => `<${slot(name)}>`).join(""), slots);
  const fill = Object.fromEntries(slots.map((name) => [name, `{{body}} $& $1 ${name}`])) as Record<
    (typeof slots)[number],
    string
  >;
  expect(Buffer.from(stamp(fill)).toString()).toBe(slots.map((name) => `<{{body}} $& $1 ${name}>`).join(""));
  expect(() => createStamp("<main></main>", slots)).toThrow("title, description");
});
