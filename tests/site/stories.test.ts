import { describe, expect, test } from "vitest";
import { listedAppeal } from "../../src/edition/listedAppeal.ts";
import type { PublicAppeal } from "../../src/model/appeal.ts";
import { hardestSolved, longestOpen, storySentences } from "../../src/site/stories.ts";
import { createTelling } from "../../src/words/telling.ts";
import { appeal } from "../search/write/sampleAppeals.ts";
import { exampleFacts } from "../words/exampleFacts.ts";

const edition = "2026-10-31";
const norms = { firstReplyNorm: 3, closingNorm: 30 };
const listed = (...appeals: (Partial<PublicAppeal> & { id: string })[]) =>
  appeals.map((one) => listedAppeal(appeal({ ...norms, text: "Во дворе яма", ...one })));
const solvedIn = (
  id: string,
  closingDays: number,
  more: Partial<PublicAppeal> = {},
): Partial<PublicAppeal> & { id: string } => ({
  id,
  received: "2026-01-01",
  closed: "2026-09-01",
  closingDays,
  outcome: "acted",
  ...more,
});

describe("the longest open appeal", () => {
  test("is the one that has waited longest, of equal ones that with the lower id", () => {
    const appeals = listed(
      { id: "newer", received: "2026-05-01" },
      { id: "b", received: "2026-02-01" },
      { id: "a", received: "2026-02-01" },
      { id: "done", received: "2025-01-01", closed: "2026-01-01", closingDays: 365, outcome: "acted" },
    );
    expect(longestOpen(appeals, edition)?.appeal.id).toBe("a");
    expect(longestOpen([...appeals].reverse(), edition)?.appeal.id).toBe("a");
  });

  test("says how many have waited as long, and tells days and deadline as its own page does", () => {
    const chosen = longestOpen(
      listed(
        { id: "b", received: "2026-02-01" },
        { id: "a", received: "2026-02-01" },
        { id: "c", received: "2026-02-01" },
        { id: "later", received: "2026-05-01" },
      ),
      edition,
    )!;
    expect(chosen).toMatchObject({ appeal: { id: "a" }, ties: 2 });
    const told = storySentences(chosen, createTelling(exampleFacts())).join(" ").replaceAll("\u00a0", " ");
    expect(told).toContain("Столько же ждут ещё 2 обращения; из них выбрано то, у которого меньше номер.");
    expect(told).not.toMatch(/\d,\d дня/u);
  });

  test("is none that is told by its week, or has no text to read", () => {
    expect(
      longestOpen(
        listed(
          { id: "week", received: "2026-02-02", datesToWeek: true },
          { id: "mute", received: "2026-02-02", text: null },
        ),
        edition,
      ),
    ).toBeNull();
  });
});

describe("the hardest solved appeal", () => {
  test("met most obstacles, however long another took", () => {
    const appeals = listed(
      solvedIn("long", 243),
      solvedIn("returned", 60, { handedFrom: "housing", reopened: "2026-05-01" }),
      solvedIn("handed", 90, { handedFrom: "housing" }),
    );
    expect(hardestSolved(appeals, edition)?.appeal.id).toBe("returned");
  });

  test("of equal obstacles took longest, and was closed in the year before", () => {
    const appeals = listed(
      solvedIn("short", 90),
      solvedIn("long", 243),
      solvedIn("old", 400, { received: "2024-01-01", closed: "2025-10-01" }),
    );
    expect(hardestSolved(appeals, edition)?.appeal.id).toBe("long");
  });

  test("was acted upon, and is not at work again", () => {
    expect(
      hardestSolved(
        listed(solvedIn("explained", 90, { outcome: "explained" }), solvedIn("again", 90, { reopened: "2026-10-01" })),
        edition,
      ),
    ).toBeNull();
  });
});

test("a story is told in the order in which it happened", () => {
  const telling = createTelling(exampleFacts("ru"), "ru");
  const plain = (sentences: string[]) => sentences.map((sentence) => sentence.replaceAll("\u00a0", " "));
  const [open, solved] = [
    longestOpen(listed({ id: "a", received: "2026-02-01", firstReply: "2026-02-11", firstReplyDays: 10 }), edition)!,
    hardestSolved(listed(solvedIn("b", 243, { handedFrom: "fast", reopened: "2026-05-01" })), edition)!,
  ];
  expect(plain(storySentences(open, telling))).toEqual([
    "Получено 1 февраля 2026 года.",
    "Первый ответ — 11 февраля 2026 года.",
    expect.stringMatching(/^К \d+ \S+ 2026 года ждёт уже \d+ дн/u) as string,
    "Срок — 30 дней, он прошёл.",
  ]);
  expect(plain(storySentences(solved, telling))).toEqual([
    "Получено 1 января 2026 года.",
    "Передано из другого ведомства: Минжкх.",
    "Возвращено в работу 1 мая 2026 года.",
    "Решено 1 сентября 2026 года: от получения прошло 243 дня.",
    "Срок — 30 дней, он прошёл.",
  ]);
});
