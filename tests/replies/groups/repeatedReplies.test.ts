import "../../propertyRuns.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { appealsOf, editions } from "../../../demo/editions.ts";
import { oneTextAgency } from "../../../demo/manner.ts";
import { usualCount } from "../../../demo/plan.ts";
import { usualSeed } from "../../../demo/seed.ts";
import { stateOn } from "../../../demo/state.ts";
import { isoDateOfDay } from "../../../src/model/moment.ts";
import { repeatedRepliesSchema, type RepeatedReplies } from "../../../src/model/replyGroups.ts";
import { type EarlierGroup } from "../../../src/replies/groups/groupIds.ts";
import { type RepliedAppeal } from "../../../src/replies/groups/repliedAppeal.ts";
import { repeatedReplies } from "../../../src/replies/groups/repeatedReplies.ts";
import { generatedReplies } from "../generatedReplies.ts";
import { copies, longReply, replied } from "./repliedAppeals.ts";

function repeated(appeals: readonly RepliedAppeal[], earlier: readonly EarlierGroup[] = []): RepeatedReplies {
  return repeatedRepliesSchema.parse(repeatedReplies(appeals, { minimumShown: 5, earlier }));
}

describe("what is said of repeated replies", () => {
  it("counts copies among replies of twelve words and more, and short formulas among all", () => {
    const own = replied(
      "own",
      "Решётку на ливневом колодце у школы заменили, бригада проверила соседние колодцы и очистила два из них от листвы.",
    );
    const short = [replied("short-1", "Выполнено."), replied("short-2", "Здравствуйте! Меры приняты.")];
    const { region, agencies, groups } = repeated([...copies(7, 30), own, ...short, replied("none", null)]);
    expect(region).toMatchObject({ replies: 10, eventNotices: 0 });
    expect(region.short).toMatchObject({ part: 2, whole: 10 });
    expect(region.repeated).toMatchObject({ part: 7, whole: 8 });
    expect(agencies).toMatchObject([{ agency: "roads", repeated: { part: 7, whole: 8 }, oneText: null }]);
    expect(groups).toMatchObject([{ agency: "roads", sample: [longReply], elsewhere: 0, isEventNotice: false }]);
    expect(groups[0]!.receivers.n + groups[0]!.others.n).toBe(10);
  });

  it("says of an agency only what it sends often itself", () => {
    const { groups, agencies } = repeated([...copies(6, 30), ...copies(4, 30, { agency: "water" })]);
    expect(groups.map(({ agency, appeals, elsewhere }) => [agency, appeals.length, elsewhere])).toEqual([
      ["roads", 6, 4],
    ]);
    expect(agencies.find(({ agency }) => agency === "water")?.repeated).toEqual({ state: "hidden", reason: "too-few" });
  });

  it("has a gap where the copies differ", () => {
    const varied = copies(6, 30).map((appeal, index) => ({
      ...appeal,
      reply: `Здравствуйте, [имя]! Обращение № ${index} рассмотрено, по нему подготовлено заключение. ${longReply} Срок — ${index + 1} мая 2026 года, телефон [телефон].`,
    }));
    expect(repeated(varied).groups[0]!.sample).toEqual([
      "Обращение",
      null,
      `рассмотрено, по нему подготовлено заключение. ${longReply} Срок`,
      null,
      "телефон",
      null,
    ]);
  });

  it("is the same whatever order the appeals come in", () => {
    const appeals = generatedReplies(200, { templates: 8 }).map(({ appeal }) => appeal);
    const expected = repeated(appeals);
    fc.assert(
      fc.property(fc.shuffledSubarray(appeals, { minLength: appeals.length }), (shuffled) => {
        expect(repeated(shuffled)).toEqual(expected);
      }),
      { numRuns: 10 },
    );
  });
});

describe("an event notice", () => {
  it("is told from a habit in the generated corpus", () => {
    const corpus = generatedReplies(8_000);
    const isNotice = new Map(corpus.map(({ appeal, isNotice: is }) => [appeal.id, is]));
    const { groups } = repeated(corpus.map(({ appeal }) => appeal));
    const judged = groups.map((group) => [group.isEventNotice, isNotice.get(group.appeals[0]!)!] as const);
    expect(judged.filter(([said, is]) => said !== is)).toEqual([]);
    expect(judged.filter(([, is]) => is).length).toBeGreaterThan(30);
  });

  it("is left out of the share on both sides", () => {
    const notice = copies(20, 0).map((appeal, index) => ({ ...appeal, id: `notice-${index}` }));
    const own = generatedReplies(9, { templates: 1, seed: "own" }).map(({ appeal }) => ({
      ...appeal,
      agency: "roads",
    }));
    const { region } = repeated([...notice, ...own]);
    expect(region.eventNotices).toBe(20);
    expect(region.repeated).toMatchObject({ whole: 9 });
  });

  it.each([
    ["forty people in one place within days", copies(40, 0.2), true],
    [
      "a pipe that burst twice",
      [...copies(8, 1), ...copies(8, 1).map((one) => ({ ...one, id: `b${one.id}`, received: "2026-06-01" }))],
      true,
    ],
    [
      "one person in a hundred much later",
      [...copies(40, 0.2), replied("late", longReply, { received: "2026-06-01" })],
      true,
    ],
    ["one text a day for two months in one town", copies(60, 1), false],
    [
      "the same week, in eight places",
      copies(8, 0.5).map((one, index) => ({ ...one, place: `place-${index}` })),
      false,
    ],
    [
      "one week in one place, whatever was asked",
      copies(8, 0.5).map((one, index) => ({ ...one, topic: `topic-${index}` })),
      false,
    ],
    [
      "a backlog of a year that is answered in one day",
      copies(12, 30).map((one) => ({ ...one, closed: "2026-12-31" })),
      false,
    ],
  ])("%s: %#", (_, appeals, isEventNotice) => {
    expect(repeated(appeals).groups.map((group) => group.isEventNotice)).toEqual([isEventNotice]);
  });
});

describe("the id of a group", () => {
  const before = copies(8, 30);
  const { groups } = repeated(before);
  const id = groups[0]!.id;

  it("is made of content: the same again, and when later copies come", () => {
    expect(repeated(copies(12, 30)).groups[0]!.id).toBe(id);
    expect(repeated(copies(12, 30, { agency: "water" })).groups[0]!.id).not.toBe(id);
  });

  it("stays when its first reply is withdrawn or changed, with the edition before at hand", () => {
    const reworded = `Дополнительно сообщаем о подготовке заключения. ${longReply}`;
    const later = before.slice(3).map((appeal) => ({ ...appeal, reply: reworded }));
    expect(repeated(later).groups[0]!.id).not.toBe(id);
    expect(repeated(later, groups).groups[0]!.id).toBe(id);
  });

  it("does not go over to a group that got only a few of its appeals", () => {
    const other =
      "Ремонт кровли включён в план следующего года, подрядчика выберут на торгах весной, жителей известят письмом через совет дома.";
    const split = before.map((appeal, index) => ({ ...appeal, reply: index < 3 ? longReply : null }));
    const grown = copies(9, 30, { topic: "roofs" }).map((appeal, index) => ({
      ...appeal,
      id: `roof-${index}`,
      reply: other,
    }));
    const { groups: found } = repeated([...split, ...grown], groups);
    expect(found.map((group) => group.id)).not.toContain(id);
  });
});

describe("bad input", () => {
  it("gives no figure where no reply is published", () => {
    for (const appeals of [[], [replied("a", null), replied("b", null)]])
      expect(repeated(appeals)).toEqual({
        region: {
          replies: 0,
          eventNotices: 0,
          short: { state: "missing", reason: "none-eligible" },
          repeated: { state: "missing", reason: "none-eligible" },
        },
        agencies: [],
        groups: [],
      });
  });

  it("takes replies of one word and of none for short formulas", () => {
    const { region, groups } = repeated(
      ["Выполнено", ".", "", "[имя]", "🙂", "да"].map((text, index) => replied(`a${index}`, text)),
    );
    expect(region.short).toMatchObject({ part: 6, whole: 6 });
    expect(groups).toEqual([]);
  });

  it("keeps languages apart and sees through markup", () => {
    const english =
      "Your report was passed to the district office, which will look into it within its powers and act where needed.";
    const mixed = copies(12, 30).map((appeal, index) => ({
      ...appeal,
      reply:
        index % 2 === 0
          ? english
          : index % 4 === 1
            ? longReply
            : `<p>${longReply.replaceAll(", ", ",&nbsp;<br/>")}</p>`,
    }));
    expect(repeated(mixed).groups.map(({ appeals }) => appeals.length)).toEqual([6, 6]);
  });

  it("makes one group of a reply pasted to 50,000 appeals", () => {
    const { groups } = repeated(copies(50_000, 0.01));
    expect(groups.map(({ appeals }) => appeals.length)).toEqual([50_000]);
  });
});

describe("the demonstration", () => {
  it("has one agency that sends one text to everybody, and no other is said to", () => {
    const day = (minute: number | undefined): string | null =>
      minute === undefined ? null : isoDateOfDay(Math.floor(minute / 1440));
    const appeals = (["social", "letter", "portal"] as const).flatMap((channel) =>
      Array.from(appealsOf(channel, { seed: usualSeed, count: usualCount })).flatMap((appeal): RepliedAppeal[] => {
        const state = stateOn(appeal, editions.at(-1)!.day);
        if (state === undefined || state.retracted) return [];
        return [
          replied(`${channel}-${appeal.id}`, state.reply === "" ? null : state.reply, {
            agency: appeal.agency,
            topic: appeal.topic,
            place: appeal.place,
            received: day(state.received)!,
            closed: day(state.closed),
          }),
        ];
      }),
    );
    const { agencies, groups } = repeated(appeals);
    const named = agencies.filter(({ oneText }) => oneText !== null);
    expect(named.map(({ agency }) => agency)).toEqual([oneTextAgency]);
    expect(groups.find((group) => group.id === named[0]!.oneText)!.topics.length).toBeGreaterThan(10);
  });
});
