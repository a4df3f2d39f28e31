import { describe, expect, test } from "vitest";
import type { Facts } from "../../src/model/facts.ts";
import { channelRows } from "../../src/site/channelRows.ts";
import { headlineText } from "../../src/words/headline.ts";
import { createVoice } from "../../src/words/language.ts";
import { createNames } from "../../src/words/names.ts";
import { statementOf } from "../../src/site/statement.ts";
import { findSubject, periodOf, regionOf } from "../../src/model/subjectsOfFacts.ts";
import { exampleFacts } from "../words/exampleFacts.ts";
import { createTelling } from "../../src/words/telling.ts";

const facts = exampleFacts();
const voice = createVoice("ru");
const plain = (text: string | null): string => (text ?? "").replace(/[\u00a0\u202f]/gu, " ");
const headlineOf = (code: string, from: Facts = facts) =>
  headlineText(createTelling(from), findSubject(from, "agency", code)!);

describe("the statement that opens the portal", () => {
  const statement = statementOf(createTelling(facts))!;

  test("speaks of twelve months only where the exports reach that far back", () => {
    expect(plain(statement.lead)).toBe(`За двенадцать месяцев жители ${facts.portal.region.of} оставили`);
    const young = structuredClone(facts);
    young.periods.year.from = "2026-10-01";
    expect(plain(statementOf(createTelling(young))!.lead)).toBe(
      `С 1 октября 2026 года жители ${facts.portal.region.of} оставили`,
    );
  });

  test("names no channel where the exports tell none apart", () => {
    const plainer = structuredClone(facts);
    const region = regionOf(plainer);
    region.periods.all.measures.channels = ["other"];
    region.periods.year.byChannel = { other: region.periods.year.byChannel.social! };
    expect(plain(statementOf(createTelling(plainer))!.received)).toBe("больше 7,5 тыс. сообщений");
    expect(channelRows(createTelling(plainer), region.periods.year)).toEqual([]);
    expect(createNames(facts, voice).inChannel("other")).toBe("другими путями");
  });

  test("tells how many messages, rounded so that «больше» is true", () => {
    expect(plain(statement.received)).toBe("больше 7,5 тыс. сообщений в социальных сетях");
  });

  test("tells the usual time by the days between which the median falls", () => {
    expect(plain(statement.usual)).toBe("До закрытия такого сообщения обычно проходит один-два дня.");
  });

  test("of letters says that they were sent, and does not call usual what hardly ever happened", () => {
    const letters = structuredClone(facts);
    const { year } = regionOf(letters).periods;
    const sent = year.byChannel.social!;
    year.byChannel = { letter: sent };
    const told = () => statementOf(createTelling(letters))!;
    expect(plain(`${told().lead} ${told().received}`)).toBe(
      `За двенадцать месяцев жители ${facts.portal.region.of} прислали больше 7,5 тыс. писем`,
    );
    expect(plain(told().evidence)).toContain("медиана по 7 562 письмам");
    sent.closing.median = { state: "not-reached", beyond: 230.4, low: null };
    expect(plain(told().usual)).toBe("За 230 дней закрывают меньше половины.");
    sent.closed = { state: "exact", value: 0 };
    expect(plain(told().usual)).toBe("Пока не закрыто ни одно.");
  });

  test("names the channel whose topics it tells, and how long the others take", () => {
    expect(plain(statement.topicsTitle)).toBe("О чём пишут в социальных сетях");
    expect(plain(statement.others)).toBe(
      "У других путей сроки свои. До закрытия половины обращений проходит: в письмах — 20 дней.",
    );
  });

  test("gives all topic shares, which add up to 100, the rest last", () => {
    expect(statement.topics.map(({ code, percent }) => [code, percent])).toEqual([
      ["utilities", 45],
      ["waste", 15],
      ["roads", 13],
      ["ecology", 10],
      ["other", 17],
    ]);
  });

  test("says n, period and definition", () => {
    expect(plain(statement.evidence)).toBe(
      "7 562 сообщения в социальных сетях; с 15 ноября 2025 года по 14 ноября 2026 года; до закрытия половины проходит не больше чем 1 день 23 часа — медиана по 7 562 сообщениям, открытые учтены.",
    );
  });

  test.each([
    [2, "За двенадцать месяцев жители", "один-два дня"],
    [10, "За двенадцать месяцев в выгрузках есть только", ""],
  ])("says so at once where exports broke off: %i months short of most of their appeals", (short, lead, usual) => {
    const broken = structuredClone(facts);
    const [year] = broken.periods.year.to.split("-");
    const months = Array.from({ length: short }, (_, index) => `${year}-${String(index + 1).padStart(2, "0")}`);
    const source = {
      source: "social",
      title: "Соцсети",
      exported: broken.edition.date,
      channels: ["social" as const],
      rows: 1,
      closed: 0,
      closedOnly: false,
      tellsClosings: true,
      tellsReplies: true,
      from: "2020-01-01",
      to: broken.edition.date,
      misdated: 0,
      vanished: 0,
      emptiedFields: [],
      massClosings: [],
      replies: 0,
      placeholderReplies: 0,
      shortReplies: 0,
    };
    broken.edition.sources = [{ ...source, collapsedMonths: ["2021-05", ...months] }];
    const told = statementOf(createTelling(broken))!;
    expect(plain(told.lead)).toContain(lead);
    expect(plain(told.usual)).toContain(usual);
    expect(told.usual === null).toBe(usual === "");
    const count = short === 2 ? "2 месяца" : "10 месяцев";
    expect(plain(told.broken)).toContain(`Выгрузки неполны: за ${count} из этого срока`);
    expect(plain(headlineOf("fast", broken).evidence)).toContain(`выгрузки неполны: за ${count}`);
    broken.edition.sources[0]!.channels = ["letter"];
    expect(statementOf(createTelling(broken))!.broken).toBeNull();
    expect(statement.broken).toBeNull();
  });

  test("joins the small topics where there are many", () => {
    const many = structuredClone(facts);
    const topics = regionOf(many).periods.year.topicsByChannel.social!;
    const [first] = topics;
    topics.splice(
      0,
      topics.length,
      ...Array.from({ length: 20 }, (_, index) => ({ ...first!, code: `topic-${index}`, percent: 5 })),
    );
    const stated = statementOf(createTelling(many))!.topics;
    expect(stated).toHaveLength(8);
    expect(stated.at(-1)).toMatchObject({ code: null, percent: 65 });
    // Each printed share is the one that its topic has elsewhere.
    expect(stated[0]!.share).toBe(voice.percent(first!.share.state === "exact" ? first!.share.value : NaN));
  });
});

describe("the headline of an agency", () => {
  test("does not promise the day where only the week is known", () => {
    const dated = structuredClone(facts);
    const { firstReply } = findSubject(dated, "agency", "fast")!.periods.year.byChannel.social!;
    Object.assign(firstReply, { precision: "week", median: { state: "exact", days: 0, low: 0, high: 7 } });
    const { sentence, evidence } = headlineOf("fast", dated);
    expect(plain(sentence)).toContain("первый ответ приходит на той неделе, на которой они поступили");
    expect(plain(evidence)).toContain("с учётом случайности половина — меньше недели – 7 дней");
  });

  test("leaves out an interval inside one day, which says no more than the median", () => {
    const dated = structuredClone(facts);
    const { firstReply } = findSubject(dated, "agency", "fast")!.periods.year.byChannel.social!;
    Object.assign(firstReply, { precision: "day", median: { state: "exact", days: 0, low: 0, high: 0 } });
    const evidence = plain(headlineOf("fast", dated).evidence);
    expect(evidence).not.toContain("с учётом случайности половина");
    firstReply.median = { state: "exact", days: 1, low: 1, high: null };
    expect(plain(headlineOf("fast", dated).evidence)).toContain("с учётом случайности половина — 1 день и больше;");
    firstReply.median = { state: "exact", days: 1, low: 0, high: 3 };
    expect(plain(headlineOf("fast", dated).evidence)).toMatch(/с учётом случайности половина — [^;]+ – 3 дня;/u);
  });

  test("speaks of one channel and names it, with those who got nothing in time", () => {
    expect(plain(headlineOf("fast").sentence)).toBe(
      "На половину обращений в социальных сетях первый ответ приходит за 1 день 5 часов; из тех, у которых срок ответа прошёл, вовремя не ответили на 19,4 %.",
    );
    expect(plain(headlineOf("fast").evidence)).toContain(
      "По 5 280 обращениям в социальных сетях; с 15 ноября 2025 года по 14 ноября 2026 года",
    );
    expect(plain(headlineOf("fast").evidence)).toContain("срок — 3 дня");
  });

  test("does not praise an agency that is fast on what it answers and silent on the rest", () => {
    expect(plain(headlineOf("silent").sentence)).toMatch(
      /^За 60 дней первый ответ получает меньше половины обращений в социальных сетях; из тех, у которых срок ответа прошёл, вовремя не ответили на \d+,\d %\.$/u,
    );
  });

  test("where nothing has happened to any appeal says so, rather than «fewer than half»", () => {
    const none = structuredClone(facts);
    const { social } = findSubject(none, "agency", "silent")!.periods.year.byChannel;
    social!.firstReply.waiting = social!.firstReply.n;
    expect(plain(headlineOf("silent", none).sentence)).toBe(
      "Ни на одно обращение в социальных сетях пока не ответили.",
    );
    Object.assign(social!, {
      closing: structuredClone(social!.firstReply),
      firstReply: { ...social!.firstReply, median: { state: "missing", reason: "not-recorded" } },
    });
    expect(plain(headlineOf("silent", none).sentence)).toBe("Пока не закрыто ни одно обращение в социальных сетях.");
    expect(plain(headlineOf("silent", none).evidence)).toMatch(
      /^По 2 \d+ обращениям в социальных сетях; с [^;]+; срок/u,
    );
  });

  test("tells how many of a few were late, not what share", () => {
    const few = structuredClone(facts);
    const { social } = findSubject(few, "agency", "fast")!.periods.year.byChannel;
    social!.answeredInNorm = { state: "exact", value: 6 / 7, part: 6, whole: 7, low: 0.5, high: 0.97 };
    expect(plain(headlineOf("fast", few).sentence)).toMatch(/; в срок не ответили на 1 из 7, у которых он прошёл\.$/u);
  });

  test("says nothing about times where there are too few appeals, and never counts zero of them", () => {
    expect(headlineOf("tiny").sentence).toBe(
      "Обращений слишком мало, чтобы судить о сроках.".replace("о сроках", "о\u00a0сроках"),
    );
    expect(headlineOf("tiny").evidence).not.toMatch(/По.0/u);
  });

  test("turns to all time where twelve months hold too little, and says so by its period", () => {
    const older = structuredClone(facts);
    const subject = findSubject(older, "agency", "fast")!;
    subject.periods.year = findSubject(older, "topic", "yards")!.periods.year;
    expect(periodOf(older, subject)).toBe("all");
    expect(plain(headlineText(createTelling(older), subject).evidence)).toContain(
      "с 1 сентября 2025 года по 14 ноября 2026 года",
    );
  });
});
