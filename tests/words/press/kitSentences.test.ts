import { expect, test } from "vitest";
import type { Facts, Subject } from "../../../src/model/facts.ts";
import type { Editions } from "../../../src/model/editions.ts";
import type { LongCase } from "../../../src/model/longCases.ts";
import { headlineOf } from "../../../src/model/headlineChoice.ts";
import { channelsOf, findSubject, inNormOf, periodOf, regionOf } from "../../../src/model/subjectsOfFacts.ts";
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
  const months =
    /С 1 сентября по 31 октября 2026 года поступило [\d ]+ обращени\p{L}+, в те же дни годом раньше — [\d ]+\.\sКак за год изменились ответы в срок: https:\/\/example\.org\/otklik\/shifts\//u;
  expect(textOf(compared, regionOf(facts))).toMatch(months);
  // An agency only where its own shares were looked at.
  expect(textOf(compared, ofAgency(facts, "fast"))).toMatch(months);
  expect(textOf(compared, ofAgency(facts, "silent"))).not.toContain("shifts");
  // A month that is not told leaves the days without a number.
  const unknown = structuredClone(regionOf(facts));
  unknown.months.find(({ month }) => month === "2025-10")!.complete = false;
  expect(textOf(compared, unknown)).toContain(
    "можно сравнить время с 1 сентября по 31 октября 2026 года: https://example.org/otklik/shifts/",
  );
  // Data that begin early enough lack some of those months.
  expect(textOf({ ...facts, edition: { ...facts.edition, from: "2020-01-01" } }, regionOf(facts))).toContain(
    "за них данных нет или они неполные",
  );
});

test("what was not reached is told once, and a channel of few appeals has one sentence", () => {
  const facts = exampleFacts();
  const silent = textOf(facts, ofAgency(facts, "silent"));
  expect(silent).toMatch(/За \d+ дн\p{L}+ первый ответ получает меньше половины обращений [^.]*\. Сосчитано по/u);
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
  expect(text).toContain(
    "три четверти — за 13 дней; до девяти десятых доля закрытых не дошла и за 359 дней: ни одно из незакрытых, поступивших за это время, не прослежено дольше.",
  );
  expect(text).toContain(
    "на три четверти — за 13 дней; до девяти десятых доля обращений с ответом не дошла и за 359 дней: ни одно из поступивших за это время и оставшихся без ответа не прослежено дольше.",
  );
  expect(textOf(facts, subject, "en")).toContain(
    "three quarters within 13 days; the share closed did not reach nine tenths even in 359 days: none of those received in this time and still open could be followed longer.",
  );
  for (const { measures } of channelsOf(subject.periods.year))
    measures.closing.upperQuartile = { state: "not-reached", beyond: 359, low: null };
  const further = textOf(facts, subject);
  expect(further).toContain(
    "; до трёх четвертей доля закрытых не дошла и за 359 дней: ни одно из незакрытых, поступивших за это время, не прослежено дольше.",
  );
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
    /Чаще всего пишут на темы: (.*?)\. Из поступивших/u.exec(text)?.[1]!.split(", ").length ?? 0;
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
  expect(text).toContain("Ответ по существу — первый, который говорит больше.");
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
  // The first share says of how many all of them are, and what is larger than the last of them is told as well.
  expect(text).toMatch(/Чаще всего пишут на темы: «[^»]+» — [\d,]+ % из [\d ]+ обращений, /u);
  expect(text).toMatch(/Ещё [\d,]+ % — тема «Другое»/u);
  // Where all topics stand in the list, it is no list of the most frequent.
  expect(text).toContain("\nПо темам, все пути вместе:");
  expect(textOf(facts, single)).toContain("\nПо темам:");
});

test("why appeals are closed before they are answered in substance is told once, with how many that are", () => {
  const facts = exampleFacts();
  const subject = structuredClone(regionOf(facts));
  const of = (closed: number, answered: number, never: number, language: "ru" | "en" = "ru"): string => {
    for (const { measures } of channelsOf(subject.periods.year)) {
      Object.assign(measures.closing, { median: { state: "exact", days: closed, low: closed, high: closed } });
      Object.assign(measures.inSubstance, {
        n: 300,
        never,
        median: { state: "exact", days: answered, low: answered, high: answered },
      });
    }
    return textOf(facts, subject, language);
  };
  const sooner = of(4, 6, 36);
  expect(sooner.match(/Закрытия половина дождалась раньше, чем ответа по существу, потому что/gu)).toHaveLength(1);
  expect(sooner).toMatch(/Таких обращений 36 из [\d ]+, у которых день закрытия известен точно\./u);
  expect(sooner).toContain("И здесь часть обращений закрыта без ответа по существу: 36 из ");
  expect(of(4, 6, 36, "en")).toContain("Such appeals: 36 of ");
  expect(of(6, 4, 36)).not.toContain("Закрытия половина дождалась раньше");
  // A minute sooner is not told: both times read the same.
  expect(of(4, 4 + 1 / 1440, 36)).not.toContain("Закрытия половина дождалась раньше");
  expect(of(4, 6, 0)).not.toContain("Закрытия половина дождалась раньше");
});

test("how many are open is told of those that came in then, and with all that came before", () => {
  const facts = exampleFacts();
  const subject = structuredClone(regionOf(facts));
  const of = (year: number, all: number, ...late: [number, number] | []): string => {
    const none = { state: "missing", reason: "no-norm" } as const;
    const count = (value: number | undefined) => (value === undefined ? none : ({ state: "exact", value } as const));
    const { periods } = subject;
    Object.assign(periods.year.measures, { open: count(year), openLate: count(late[0]) });
    Object.assign(periods.all.measures, { open: count(all), openLate: count(late[1]) });
    return textOf(facts, subject);
  };
  const earlier = "Вместе с поступившими раньше, начиная с 1 сентября 2025 года, не закрыто 20";
  expect(of(13, 20, 9, 15)).toContain("не закрыто 13; срок, чтобы закрыть обращение, прошёл у 9.");
  expect(of(13, 20, 9, 15)).toContain(`${earlier}, срок прошёл у 15.`);
  expect(of(13, 20, 13, 20)).toMatch(/прошёл у всех\.[^]*не закрыто 20, и у всех срок прошёл\./u);
  expect(of(13, 20, 0, 7)).toContain("не закрыто 13; таких, у которых прошёл срок, чтобы их закрыть, среди них нет.");
  // Where no deadline is set, none is said to have passed.
  expect(of(13, 20)).toContain("не закрыто 13.");
  expect(of(13, 20)).toContain(`${earlier}.`);
  expect(of(13, 13)).not.toContain("Вместе с поступившими раньше");
  expect(of(0, 0)).toMatch(/открытых нет\.[ \n]/u);
});

test("a long case says for what it waits and who is to answer, never a place alone", () => {
  const facts = exampleFacts();
  const telling = createTelling(facts);
  const long = (awaits: LongCase["awaits"], place: string | null = "north"): LongCase => ({
    id: "abc",
    channel: "letter",
    agency: "fast",
    topic: "heating",
    place,
    received: "2025-09-01T10:00+03:00",
    days: 425,
    awaits,
    reopened: awaits === "closing" ? "2025-11-11T09:00+03:00" : null,
  });
  const told = (subject: Subject, cases: LongCase[]): string =>
    kitAsText(pressKit(telling, subject, editions, cases), telling).replaceAll("\u00a0", " ");
  const agency = telling.names.agency("fast").replaceAll("\u00a0", " ");
  const text = told(regionOf(facts), [long("first-reply"), long("substance"), long("closing", null)]);
  expect(text).toContain(
    `Отопление, Северный округ (письма; отвечает ${agency}): поступило 1 сентября 2025 года, 425 дней без первого ответа.`,
  );
  expect(text).toContain("первый ответ получен, ответа по существу нет 425 дней");
  expect(text).toContain(
    `Отопление (письма; отвечает ${agency}): поступило 1 сентября 2025 года, ответ получен, не закрыто и через 425 дней. Его закрывали, а 11 ноября 2025 года открыли снова.`,
  );
  // They came on the first day of the data: nobody knows whether they are the oldest.
  expect(text).toContain("1 сентября 2025 года — первый день данных: могут быть и обращения старше.");
  expect(told(ofAgency(facts, "fast"), [long("closing")])).not.toContain("отвечает");
  // What its author wrote stays in the language of the portal.
  const english = createTelling(facts, "en");
  expect(kitAsText(pressKit(english, regionOf(facts), editions, [long("closing")]), english)).toContain(
    "The pages of single appeals are in Russian.",
  );
  expect(text).not.toContain("на английском");
  expect(told(regionOf(facts), [long("closing")])).toContain("Открытое обращение, которое ждёт дольше всех.");
});

test("notes below the texts are whole sentences, and a first reply is said to be any", () => {
  const facts = exampleFacts();
  for (const subject of [regionOf(facts), ofAgency(facts, "fast"), ofAgency(facts, "silent")])
    for (const language of ["ru", "en"] as const) {
      const kit = pressKit(createTelling(facts, language), subject, editions, []);
      expect(kit.evidence).not.toMatch(/;[^.]*;/u);
      expect(kit.evidence).toMatch(/^[А-ЯA-Z].*\.$/u);
      expect(kit.short).toContain(language === "ru" ? "Первым считается любой ответ" : "Any reply counts as the first");
    }
});

test("times told to the week read as Russian, and nobody is said to be left out for it; one topic is no list", () => {
  const facts = exampleFacts();
  const subject = structuredClone(regionOf(facts));
  for (const { measures } of channelsOf(subject.periods.year)) {
    const within = { state: "exact", days: 0, low: 0, high: 0 } as const;
    Object.assign(measures.firstReply, { precision: "week", median: within, upperQuartile: within, ninetieth: within });
    measures.received = { state: "exact", value: measures.firstReply.n + 3 };
  }
  const slice = subject.periods.year;
  slice.topics = [{ ...slice.topics[0]!, share: { state: "exact", value: 1, part: 9, whole: 9, low: 0.7, high: 1 } }];
  const text = textOf(facts, subject);
  expect(text).toContain("приходит на той неделе, на которой они поступили, на три четверти — за неполную неделю");
  expect(text).toMatch(/Не вошло 3: там (?:ответ не нужен либо )?даты не указаны\./u);
  expect(text).toContain("даты большинства известны с точностью до недели.");
  expect(text).toMatch(/Все обращения — на одну тему: «[^»]+»\./u);
});

test("where no times are told, none are said to count open appeals, and the note is still a sentence", () => {
  const facts = exampleFacts();
  const subject = structuredClone(regionOf(facts));
  expect(textOf(facts, subject)).toContain("Открытые обращения в этом счёте тоже есть");
  for (const { measures } of channelsOf(subject.periods.year))
    for (const times of [measures.firstReply, measures.closing])
      Object.assign(times, { n: 0, waiting: 0, never: undefined, median: { state: "hidden", reason: "too-few" } });
  const text = textOf(facts, subject);
  expect(text).not.toContain("Открытые обращения в этом счёте");
  expect(text).toContain("Посчитаны обращения, поступившие с 15 ноября 2025 года по 14 ноября 2026 года.");
});

test("where exports lack months, each text says so beside the number that came in", () => {
  const facts = structuredClone(exampleFacts());
  const region = regionOf(facts);
  const { channel } = headlineOf(facts, region.periods[periodOf(facts, region)])!;
  facts.edition.sources = [
    { channels: [channel], collapsedMonths: ["2026-03", "2026-04"] } as unknown as Facts["edition"]["sources"][number],
  ];
  const { short, medium, long } = pressKit(createTelling(facts, "ru"), region, editions, null);
  for (const text of [short, medium.join(" "), long[0]!.sentences.join(" ")])
    expect(text.replaceAll("\u00a0", " ")).toMatch(/поступило [^.]+\. Выгрузки неполны: за 2 месяца из этого времени/u);
});

/** 6095 → «6 095» */
const grouped = (count: number): string => count.toLocaleString("ru").replaceAll("\u00a0", " ");

test("the short text says how many were answered in time beside how many were not, and by which deadline", () => {
  const facts = exampleFacts();
  const region = regionOf(facts);
  const headline = headlineOf(facts, region.periods[periodOf(facts, region)])!;
  const share = headline.measures[inNormOf[headline.event]];
  if (share.state !== "exact") throw new Error("The example has no share in time");
  expect(share.part).toBeLessThan(share.whole);
  const { short } = pressKit(createTelling(facts, "ru"), region, editions, null);
  expect(short.replaceAll("\u00a0", " ")).toMatch(
    new RegExp(
      `; срок первого ответа — .+ Из ${grouped(share.whole)} обращени\\p{L}+ в социальных сетях, у которых срок прошёл и даты известны, вовремя ответили на [\\d,]+ %: на ${grouped(share.part)}\\. Вовремя не ответили на ${grouped(share.whole - share.part)}`,
      "u",
    ),
  );
  // Whoever quotes it alone quotes whose it is and of which day.
  expect(short.replaceAll("\u00a0", " ")).toMatch(/Данные портала «[^»]+» на \d+ \p{L}+ \d{4} года/u);
});
