import { expect, test } from "vitest";
import { type Facts, type Subject } from "../../../src/model/facts.ts";
import { type Editions } from "../../../src/model/editions.ts";
import { channelsOf, findSubject, regionOf } from "../../../src/model/subjectsOfFacts.ts";
import { kitAsText } from "../../../src/words/press/kitAsText.ts";
import { pressKit } from "../../../src/words/press/pressKit.ts";
import { createTelling } from "../../../src/words/telling.ts";
import { exampleFacts } from "../exampleFacts.ts";

const editions = { editions: [], gone: [] } as unknown as Editions;

function textOf(facts: Facts, subject: Subject, language: "ru" | "en" = "ru"): string {
  const telling = createTelling(facts, language);
  return kitAsText(pressKit(telling, subject, editions, []), telling).replaceAll("\u00a0", " ");
}
const ofAgency = (facts: Facts, code: string): Subject => findSubject(facts, "agency", code)!;

test("why years cannot be compared is told to the day, and which months can, wherever they were", () => {
  const facts = exampleFacts();
  for (const slice of Object.values(regionOf(facts).periods)) slice.measures.yearBefore = null;
  expect(textOf(facts, regionOf(facts))).toContain("нельзя: данные начинаются с 1 сентября 2025 года.");
  expect(textOf(facts, regionOf(facts), "en")).toContain("the data begin on 1 September 2025.");
  const shifts = {
    from: "2026-09-01",
    to: "2026-10-31",
    looked: [{ dimension: "agency", code: "fast" }],
  } as unknown as NonNullable<Facts["shifts"]>;
  const compared = { ...facts, shifts };
  const months = "можно сравнить время с 1 сентября по 31 октября 2026 года: https://example.org/otklik/shifts/";
  expect(textOf(compared, regionOf(facts))).toContain(months);
  // An agency only where its own shares were looked at.
  expect(textOf(compared, ofAgency(facts, "fast"))).toContain(months);
  expect(textOf(compared, ofAgency(facts, "silent"))).not.toContain("можно сравнить");
  // Data that begin early enough lack some of those months.
  expect(textOf({ ...facts, edition: { ...facts.edition, from: "2020-01-01" } }, regionOf(facts))).toContain(
    "за них данных нет или они неполные",
  );
});

test("what was not reached is told once, and a channel of few appeals has one sentence", () => {
  const facts = exampleFacts();
  const silent = textOf(facts, ofAgency(facts, "silent"));
  expect(silent).toMatch(/За \d+ дн\p{L}+ первый ответ получает меньше половины обращений [^.]*\. По данным/u);
  expect(silent).not.toContain("не дождались");
  expect(textOf(facts, regionOf(facts))).toMatch(
    /На половину обращений [^,]* первый ответ приходит за [^,]*, на три четверти — за [^,]*, на девять десятых — за/u,
  );
});

test("what a part had not reached is told of the share that did not get there, never of so many not answered", () => {
  const facts = exampleFacts();
  const subject = structuredClone(regionOf(facts));
  for (const { measures } of channelsOf(subject.periods.year))
    for (const times of [measures.firstReply, measures.closing])
      Object.assign(times, {
        median: { state: "exact", days: 6, low: 5, high: 7 },
        upperQuartile: { state: "exact", days: 13, low: 12, high: 14 },
        ninetieth: { state: "not-reached", beyond: 359, low: null },
      });
  const text = textOf(facts, subject);
  expect(text).toContain("три четверти — за 13 дней; до девяти десятых доля закрытых не дошла и за 359 дней.");
  expect(text).toContain(
    "на три четверти — за 13 дней; до девяти десятых доля обращений с ответом не дошла и за 359 дней.",
  );
  expect(textOf(facts, subject, "en")).toContain(
    "three quarters within 13 days; the share closed did not reach nine tenths even in 359 days.",
  );
  for (const { measures } of channelsOf(subject.periods.year))
    measures.closing.upperQuartile = { state: "not-reached", beyond: 359, low: null };
  const further = textOf(facts, subject);
  expect(further).toContain("; до трёх четвертей доля закрытых не дошла и за 359 дней.");
  // Heard, "nine tenths were not closed" says that a tenth was.
  expect(further).not.toMatch(/(?:девять десятых|три четверти) не /u);
});

test("no order of letters chooses between topics with as many appeals, and of few appeals no per cent is told", () => {
  const facts = exampleFacts();
  const subject = structuredClone(regionOf(facts));
  const { topics } = subject.periods.year;
  const of = (...counts: number[]): string => {
    subject.periods.year.topics = counts.map((value, at) => ({
      ...topics[0]!,
      code: `t${at}`,
      count: { state: "exact", value },
      share: { state: "exact", value: 0.1, part: 1, whole: 10, low: 0.05, high: 0.15 },
    }));
    return textOf(facts, subject);
  };
  const told = (text: string): number =>
    /Если взять все пути вместе, чаще всего пишут на темы: ([^\n]*)\./u.exec(text)?.[1]!.split(", ").length ?? 0;
  expect(told(of(9, 7, 5, 3, 1))).toBe(3);
  expect(told(of(9, 7, 5, 5, 1))).toBe(2);
  expect(of(9, 9, 9, 9, 9, 9)).toContain("Тем, на которые пишут заметно чаще других, нет.");
  subject.periods.year.measures.received = { state: "exact", value: 12 };
  expect(of(9, 3)).toContain("— 9 обращений, ");
});

test("what is quoted alone says of which channels it is, whose data it cites, and that they are invented where they are", () => {
  const facts = exampleFacts();
  const region = regionOf(facts);
  const text = textOf(facts, region);
  expect(text).toContain("Ответ по существу — первый, который говорит больше, чем «принято в работу».");
  const name = createTelling(facts).names.of("region", "").replaceAll("\u00a0", " ");
  const cited = (demo: boolean): string =>
    textOf({ ...facts, portal: { ...facts.portal, demo } }, region)
      .split("\n")
      .at(-1)!;
  expect(cited(false)).toContain(`: ${name}, данные на `);
  expect(cited(true)).toContain(`: ${name} (демонстрация, данные вымышлены), данные на `);
  const single = structuredClone(region);
  for (const slice of Object.values(single.periods))
    slice.byChannel = Object.fromEntries(Object.entries(slice.byChannel).slice(0, 1));
  expect(text).toContain("Если взять все пути вместе, чаще всего пишут на темы:");
  expect(textOf(facts, single)).toContain("\nЧаще всего пишут на темы:");
});
