import { beforeAll, describe, expect, test } from "vitest";
import { appealPage } from "../../src/appeals/appealPage.ts";
import type { AppealPageSetting } from "../../src/appeals/appealPageSetting.ts";
import { appealLine } from "../../src/appeals/appealLine.ts";
import { appealWaits } from "../../src/appeals/appealWait.ts";
import { listedAppeal } from "../../src/edition/listedAppeal.ts";
import { paragraphsOf } from "../../src/words/markup.ts";
import { rememberLines } from "../../src/appeals/rememberLines.ts";
import { rememberTexts } from "../../src/appeals/rememberTexts.ts";
import { appeal } from "../search/write/sampleAppeals.ts";
import { exampleFacts } from "../words/exampleFacts.ts";
import { hostileTexts } from "./hostileTexts.ts";
import { createTelling } from "../../src/words/telling.ts";

let setting: AppealPageSetting;
beforeAll(() => {
  const telling = createTelling(exampleFacts());
  setting = {
    ...telling,
    histories: new Map(),
    line: (listed) => appealLine(listed, telling),
    usualCount: () => 2,
    outlook: () => null,
  };
});

/** The words a reader sees, spaces made plain. */
function words(html: string): string {
  return html.replace(/<[^>]+>/g, " ").replace(/[\s\u00a0]+/g, " ");
}

describe("the page of an appeal", () => {
  const answered = appeal({
    id: "a1",
    agency: "fast",
    received: "2026-10-03T14:05+03:00",
    firstReply: "2026-10-03T20:05+03:00",
    closed: "2026-10-20T10:00+03:00",
    outcome: "acted",
    firstReplyDays: 0.25,
    closingDays: 16.83,
    firstReplyNorm: 0.375,
    closingNorm: 10,
    rating: 4,
    text: "Первая строка.\n\nВторая строка.",
    reply: "Сделано.",
  });

  test("tells dates, waits against the norm, outcome and rating", () => {
    const page = appealPage(answered, [], setting);
    const told = words(page.body.html);
    expect(told).toContain("До первого ответа 6 часов; срок — 9 часов, в срок");
    expect(told).toContain("До закрытия 17 дней; срок — 10 дней, позже срока");
    expect(told).toContain("Получено 3 октября 2026, 14:05");
    expect(told).toContain("Приняты меры");
    expect(told).toContain("4 из 5");
    expect(page.body.html.match(/<div class="appeal-text" dir="auto">.*?<\/div>/)?.[0]).toBe(
      '<div class="appeal-text" dir="auto"><p>Первая строка.</p><p>Вторая строка.</p></div>',
    );
    expect(page.title).toMatch(/3\sоктября\s2026$/);
  });

  test("tells when the author confirmed the result, after the closing", () => {
    const dates = (confirmed: string | null) => words(appealPage({ ...answered, confirmed }, [], setting).body.html);
    expect(dates("2026-10-25")).toMatch(/Закрыто 20 октября 2026, 10:00 +Автор подтвердил результат 25 октября 2026/);
    expect(dates(null)).not.toContain("подтвердил");
  });

  test("tells the norm as its rule has it, and by itself where it can be extended", () => {
    const closing = (norm: object) => {
      const facts = {
        ...setting.facts,
        norms: [{ event: "closing" as const, amount: 30, unit: "days" as const, basis: "59-ФЗ", ...norm }],
      };
      return words(appealPage({ ...answered, closingNorm: 41.4, closingRule: 0 }, [], { ...setting, facts }).body.html);
    };
    expect(closing({})).toContain("До закрытия 17 дней; срок — 30 дней, в срок");
    expect(closing({ start: "registered" })).toContain("срок — 30 дней со дня регистрации, в срок");
    expect(closing({ unit: "working-days", amount: 21 })).toContain("срок — 21 рабочий день, в срок");
    expect(closing({ extension: 30 })).toContain("срок — 41 день, в срок");
  });

  test("of an appeal that still waits counts the days to the export and draws no end", () => {
    const waiting = appeal({ id: "a2", received: "2026-10-01", firstReplyNorm: 0.375, closingNorm: 60 });
    const [first, closing] = appealWaits(waiting, "2026-10-31");
    expect(first).toMatchObject({ state: "waiting", days: 30, inNorm: false });
    expect(closing).toMatchObject({ state: "waiting", days: 30, inNorm: true });
    expect(appealPage(waiting, [], setting).body.html).toContain("waiting");
  });

  test("of an appeal closed on an unknown day, or without any reply, does not pretend to know", () => {
    expect(appealWaits(appeal({ id: "a3", outcome: "unanswered", closingNorm: 30 }), "2026-10-31")).toMatchObject([
      { state: "over", days: null, inNorm: null },
      { state: "undated", days: null, inNorm: null },
    ]);
    expect(appealWaits(appeal({ id: "a3", outcome: "acted", closingNorm: 30 }), "2026-10-31")).toMatchObject([
      { state: "undated", days: null, inNorm: null },
      { state: "undated", days: null, inNorm: null },
    ]);
  });

  test("says why a text is not published", () => {
    const told = words(appealPage(appeal({ id: "a4", withheld: "sensitive-topic" }), [], setting).body.html);
    expect(told).toContain("Текст не публикуется: тема касается личной жизни");
    expect(told).not.toContain("Что ответили");
  });

  test("lists the similar appeals with a link to all of them", () => {
    const page = appealPage(answered, [listedAppeal(appeal({ id: "b7", text: "Другая яма" }))], setting);
    expect(page.body.html).toContain('href="/otklik/appeals/b7/"');
    expect(page.body.html).toContain("/otklik/appeals/?topic=holes&amp;place=zarechye");
  });

  test("is the same whether texts are remembered or made anew", () => {
    const remembering = { ...setting, voice: rememberTexts(setting.voice), line: rememberLines(setting) };
    const similar = [listedAppeal(answered)];
    for (let time = 0; time < 2; time += 1)
      expect(appealPage(answered, similar, remembering)).toEqual(appealPage(answered, similar, setting));
  });

  test("stays as it is in later editions once nothing is waited for", () => {
    const later = {
      ...setting,
      facts: { ...setting.facts, edition: { ...setting.facts.edition, date: "2027-01-31" } },
    };
    expect(appealPage(answered, [], later)).toEqual(appealPage(answered, [], setting));
    const waiting = appeal({ id: "a2", received: "2026-10-01", firstReplyNorm: 0.375, closingNorm: 60 });
    expect(words(appealPage(waiting, [], later).body.html)).toContain("31 января 2027");
  });
});

test.each(hostileTexts)("a hostile text stays text: %#", (text) => {
  const page = appealPage(
    appeal({ id: "h1", text, reply: text, topic: "<b>&", place: '"><i>' }),
    [listedAppeal(appeal({ id: "h2", text }))],
    setting,
  );
  const allowed = new Set(
    "article header p h1 h2 h3 div section aside dl dt dd span b svg path rect ol li time a code".split(" "),
  );
  const tags = [...page.body.html.matchAll(/<\/?([a-zA-Z!][^\s>/]*)/g)].map(([, tag]) => tag ?? "");
  expect(tags.filter((tag) => !allowed.has(tag))).toEqual([]);
  expect(page.body.html).not.toMatch(/<[^>]*\son\w+=/);
  expect(page.body.html).not.toMatch(/[\u202A-\u202E\u2066-\u2069\u0000-\u0008]/);
});

test("paragraphs are lines that hold something", () => {
  expect(paragraphsOf(" раз \r\n\n два\u0000\rтри\n \t\n")).toEqual(["раз", "два", "три"]);
});

describe("an appeal in a bundle", () => {
  const bundled = (): AppealPageSetting => ({
    ...setting,
    facts: { ...setting.facts, portal: { ...setting.facts.portal, appealBundles: 31 } },
  });
  const waiting = appeal({
    id: "abcdefghjk",
    agency: "fast",
    received: "2026-10-03",
    outcome: "open",
    firstReplyNorm: 400,
    firstReplyState: "waiting",
    text: "Не горит фонарь.",
  });

  test("is an article below the title of the bundle, and none of its elements has a name that another appeal's has", () => {
    const { html } = appealPage(waiting, [listedAppeal(waiting)], bundled()).body;
    expect(html).toMatch(/^<article class="appeal" id="abcdefghjk">[^]*<\/article>$/);
    expect(html.match(/\sid="/g)).toHaveLength(1);
    expect(html.match(/<h\d/g)).toEqual(expect.arrayContaining(["<h2", "<h3", "<h4"]));
    expect(html).not.toMatch(/<h1|<aside|aria-labelledby|appeal-list/);
  });

  test("tells its texts and facts as a page of its own does, and where it is cited", () => {
    const told = words(appealPage(waiting, [], bundled()).body.html);
    for (const said of ["Не горит фонарь.", "Об обращении", "abcdefghjk", "Получено 3 октября 2026"])
      expect(told).toContain(said);
    expect(told).toMatch(/Постоянный адрес: https:\S+\/appeals\/abcdefghjk\//);
  });

  test("tells since when a wait goes on, and says the same in the next edition", () => {
    const { facts } = bundled();
    const later = { ...facts, edition: { ...facts.edition, date: "2026-12-01" } };
    const of = (edition: typeof facts, until: string) =>
      appealPage({ ...waiting, followedUntil: until }, [], { ...bundled(), facts: edition }).body.html;
    const now = of(facts, facts.edition.date);
    expect(words(now)).toContain("Без ответа с 3 октября 2026 года; срок — 400 дней, срок ещё идёт");
    expect(words(now)).toContain("По последним данным портала.");
    expect(of(later, "2026-12-01")).toBe(now);
  });
});
