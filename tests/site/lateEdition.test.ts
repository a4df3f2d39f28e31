import { afterEach, expect, test, vi } from "vitest";

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** What the script of every page does on a day with the sentence that the edition is late. */
async function isTold(today: string, promised: string): Promise<boolean> {
  const late = { dataset: { promised }, hidden: true };
  vi.useFakeTimers({ now: new Date(`${today}T12:00:00Z`) });
  vi.stubGlobal("document", { querySelectorAll: () => [late] });
  vi.resetModules();
  await import("../../src/site/browser/lateEdition.ts");
  return !late.hidden;
}

test("an edition says that it is late once the promised day is over everywhere, and not before", async () => {
  expect(await isTold("2026-11-01", "2026-11-30")).toBe(false);
  expect(await isTold("2026-11-30", "2026-11-30")).toBe(false);
  expect(await isTold("2026-12-01", "2026-11-30")).toBe(false);
  expect(await isTold("2026-12-02", "2026-11-30")).toBe(true);
  expect(await isTold("2027-06-01", "2026-11-30")).toBe(true);
});

test("a day that cannot be read tells nothing", async () => {
  expect(await isTold("2027-06-01", "")).toBe(false);
});
