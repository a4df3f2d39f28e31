import "../../propertyRuns.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { burstReply } from "../../../demo/burst.ts";
import { appealsOf, editions } from "../../../demo/editions.ts";
import { oneTextAgency } from "../../../demo/manner.ts";
import { usualCount } from "../../../demo/plan.ts";
import { usualSeed } from "../../../demo/seed.ts";
import { stateOn } from "../../../demo/state.ts";
import { water } from "../../../demo/texts/water.ts";
import { isoDateOfDay } from "../../../src/model/moment.ts";
import { replyGroupSchema } from "../../../src/model/replyGroups.ts";
import type { EarlierGroup } from "../../../src/replies/groups/groupIds.ts";
import type { RepliedAppeal } from "../../../src/replies/groups/repliedAppeal.ts";
import { repeatedReplies, type RepeatedReplies } from "../../../src/replies/groups/repeatedReplies.ts";
import { generatedReplies } from "../generatedReplies.ts";
import { copies, longReply, replied } from "./repliedAppeals.ts";

function repeated(appeals: readonly RepliedAppeal[], earlier: readonly EarlierGroup[] = []): RepeatedReplies {
  const found = repeatedReplies(appeals, { minimumShown: 5, earlier });
  for (const group of found.groups) replyGroupSchema.parse(group);
  return found;
}

/** How many replies are of each kind. */
function counted({ kinds }: RepeatedReplies): Record<string, number> {
  return Object.fromEntries([...Map.groupBy(kinds, (kind) => kind)].map(([kind, { length }]) => [kind, length]));
}

describe("what is said of repeated replies", () => {
  it("counts copies among replies of twelve words and more, and short formulas among all", () => {
    const own = replied(
      "own",
      "Решётку на ливневом колодце у школы заменили, бригада проверила соседние колодцы и очистила два из них от листвы.",
    );
    const short = [replied("short-1", "Выполнено."), replied("short-2", "Здравствуйте! Меры приняты.")];
    const found = repeated([...copies(7, 30), own, ...short, replied("none", null)]);
    const { groups } = found;
    expect(counted(found)).toEqual({ repeated: 7, own: 1, short: 2 });
    expect(found.kinds.slice(7)).toEqual(["own", "short", "short"]);
    expect(found.oneTexts.size).toBe(0);
    expect(groups).toMatchObject([{ agency: "roads", sample: [longReply], elsewhere: 0, isEventNotice: false }]);
    expect(groups[0]!.receivers.n + groups[0]!.others.n).toBe(10);
  });

  it("says of an agency only what it sends often itself", () => {
    const found = repeated([
      ...copies(6, 30),
      ...copies(4, 30, { agency: "water" }),
      ...copies(1, 30, { agency: "light" }),
    ]);
    const { groups } = found;
    expect(
      groups.map(({ agency, appeals, elsewhere, elsewhereAgencies }) => [
        agency,
        appeals.length,
        elsewhere,
        elsewhereAgencies,
      ]),
    ).toEqual([["roads", 6, 5, 2]]);
    expect(counted(found)).toEqual({ repeated: 6, own: 5 });
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
    const indexOf = new Map(appeals.map(({ id }, index) => [id, index]));
    fc.assert(
      fc.property(fc.shuffledSubarray(appeals, { minLength: appeals.length }), (shuffled) => {
        const moved = <Value>(values: readonly Value[]) => shuffled.map(({ id }) => values[indexOf.get(id)!]);
        const [kinds, groupOf] = [moved(expected.kinds), moved(expected.groupOf)];
        expect(repeated(shuffled)).toEqual({ ...expected, kinds, groupOf });
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

  it("is a kind of its own", () => {
    const notice = copies(20, 0).map((appeal, index) => ({ ...appeal, id: `notice-${index}` }));
    const own = generatedReplies(9, { templates: 1, seed: "own" }).map(({ appeal }) => ({
      ...appeal,
      agency: "roads",
    }));
    const { event, ...others } = counted(repeated([...notice, ...own]));
    expect(event).toBe(20);
    expect(Object.values(others).reduce((sum, count) => sum + count, 0)).toBe(9);
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
      expect(repeated(appeals)).toEqual({ groups: [], oneTexts: new Map(), kinds: [], groupOf: [] });
  });

  it("takes replies of one word and of none for short formulas", () => {
    const found = repeated(
      ["Выполнено", ".", "", "[имя]", "🙂", "да"].map((text, index) => replied(`a${index}`, text)),
    );
    expect(counted(found)).toEqual({ short: 6 });
    expect(found.groups).toEqual([]);
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
    const { oneTexts, groups } = repeated(appeals);
    expect([...oneTexts.keys()]).toEqual([oneTextAgency]);
    expect(groups.find(({ id }) => id === oneTexts.get(oneTextAgency))!.topics.length).toBeGreaterThan(10);
    // The burst pipe is told from the habits, and so is the brown water of the last weeks, whose authors all read of one plan.
    const brownWater = water.cases.find(({ keys }) => keys.includes("плохая"))!.own[">"].map(({ text }) => text);
    const texts = [
      burstReply,
      ...brownWater.map((text) => text.replace("{вГороде}", "в Звонграде").replace("{вГоду}", "в году")),
    ];
    const notices = groups.filter(({ isEventNotice }) => isEventNotice);
    const told = notices.map(({ agency, sample }) => {
      const longest = sample.reduce<string>(
        (most, part) => (part && part.length > most.length ? part.trim() : most),
        "",
      );
      return [agency, texts.findIndex((text) => text.includes(longest))];
    });
    expect(told).toEqual([
      ["adm-kitezh", 0],
      ["adm-zvongrad", 1],
    ]);
    for (const notice of notices) expect(notice.appeals.length).toBeGreaterThanOrEqual(5);
  });
});
