import { expect, test } from "vitest";
import type { Weeks } from "../../src/model/weeks.ts";
import { textLimits, weekBulletin } from "../../src/site/week/bulletin.ts";
import { createTelling } from "../../src/words/telling.ts";
import { exampleFacts } from "../words/exampleFacts.ts";
import { exampleWeeks } from "../words/exampleWeeks.ts";

const plain = (text: string): string => text.replaceAll("\u00a0", " ");

function noteOf(change: (weeks: Weeks) => void, language: "ru" | "en" = "ru") {
  const weeks = exampleWeeks();
  change(weeks);
  const { full, short } = weekBulletin(createTelling({ ...exampleFacts(), weeks }, language))!;
  return { full: plain(full), short: plain(short) };
}

/** The last two weeks of the region; a usual one brings 150 to 218. */
const weeksOf =
  (before: number, now: number) =>
  ({ region }: Weeks): void => {
    region.received.splice(-2, 2, before, now);
  };

test.each([
  [
    270,
    200,
    "эта неделя обычная, а неделей раньше пришло больше обычного.",
    "this week was within that range; the week before brought more",
  ],
  [
    120,
    200,
    "эта неделя обычная, а неделей раньше пришло меньше обычного.",
    "this week was within that range; the week before brought fewer",
  ],
  [218, 200, "эта неделя обычная.", "this week was within that range."],
  [219, 240, "в эту пришло больше обычного, как и неделей раньше.", "this one brought more, as did the week before."],
  [
    140,
    219,
    "больше обычного, а неделей раньше пришло меньше обычного.",
    "brought more; the week before brought fewer",
  ],
])("a week of %i before one of %i is told to have been unusual, where it was", (before, now, russian, english) => {
  expect(noteOf(weeksOf(before, now)).full).toContain(russian);
  expect(noteOf(weeksOf(before, now)).short).toContain(russian);
  expect(noteOf(weeksOf(before, now), "en").full).toContain(english);
});

test.each([
  [1.2, "Это 1,2 обращения на 1 000 жителей."],
  [0.24, "Это 2,4 обращения на 10 000 жителей."],
  [0.1, "Это 1,0 обращения на 10 000 жителей."],
  [0.03, "Это 3,0 обращения на 100 000 жителей."],
])("%f per thousand is told of so many residents that it is no part of an appeal", (value, sentence) => {
  const { full } = noteOf(({ region, places }) => {
    region.perThousand = { value, low: value, high: value };
    places[0]!.perThousand = { value: value * 2, low: value, high: value * 3 };
    places[1]!.perThousand = { value, low: value, high: value };
    places[1]!.received.splice(-1, 1, 29);
  });
  expect(full).toContain(sentence);
  // Places have the same number of residents, or a reason why they have none.
  expect(full).toMatch(new RegExp(`140 \\(\\d,\\d ${/на [\d ]+ жителей/u.exec(sentence)![0]}\\)`, "u"));
  expect(full).toContain("29 (меньше 30: на жителей не пересчитано)");
});

test("what is usual is told of as many weeks as what has risen, in the shortest text with the words that it tells no cause", () => {
  const { full, short } = noteOf(() => undefined);
  expect(full).toMatch(/; по неделям с \d+ [а-я]+ по \d+ [а-я]+ 2026 года за неделю можно было ждать от 6 до 20\./u);
  // The shortest text has named the weeks a sentence before.
  expect(short).toMatch(
    /судя по неделям с \d+ [^]*; по тем же прошлым неделям за неделю можно было ждать от 6 до 20\./u,
  );
  for (const text of [full, short]) expect(text).toContain("Почему так вышло, числа не говорят.");
  const long = noteOf(({ rises, topics }) => {
    rises.push({ ...rises[0]!, from: "2026-11-02" }, { ...rises[0]!, from: "2026-11-02" });
    for (const topic of topics) topic.received.splice(-54, 2, 1_000_000, 1_000_000);
  }).short;
  expect(long.length).toBeLessThanOrEqual(textLimits.short);
  expect(long).toContain("за две недели можно было ждать от 6 до 20.");
  expect(long).toContain("Почему так вышло, числа не говорят.");
});

test("a number of all channels is said to be one, where another number of one channel follows", () => {
  expect(noteOf(() => undefined).full).toContain(
    "За неделю ведомства Китежского края получили 221 обращение; это все пути вместе: социальные сети, письма.",
  );
  expect(noteOf(() => undefined).full).toContain(
    "поступивших в социальных сетях за четыре недели, с 14 сентября по 11 октября 2026 года, в срок ответили на ",
  );
});

test("an answer in time is said to be any reply, and all or none are told in words", () => {
  const shareOf = (part: number, whole = 40): string =>
    noteOf(({ mature }) => {
      mature!.answeredInNorm = { state: "exact", value: part / whole, part, whole, low: 0.1, high: 0.9 };
    }).full;
  expect(shareOf(30)).toContain(
    "в срок ответили на 75 %: на 30; если бы всё шло так же, из-за одной случайности могло бы выйти 10–90 %.",
  );
  expect(shareOf(40)).toMatch(/Из 40 обращений, поступивших [^.]*, в срок ответили на все\./u);
  expect(shareOf(0)).toMatch(/Из 40 обращений, поступивших [^.]*, в срок не ответили ни на одно\./u);
  for (const part of [0, 30, 40])
    expect(shareOf(part)).toContain("Ответом считается любой, в том числе «принято в работу».");
});

test("which week is not over is told by its first day, and none where the data end with the week", () => {
  const source = (date: string): string => {
    const facts = exampleFacts();
    const telling = createTelling({ ...facts, weeks: exampleWeeks(), edition: { ...facts.edition, date } });
    return plain(weekBulletin(telling)!.source.join(" "));
  };
  expect(source("2026-11-15")).toMatch(/на 15 ноября 2026 года\. /u);
  expect(source("2026-11-18")).toContain("неделя, которая началась 16 ноября 2026 года, в них неполная.");
  expect(source("2026-11-30")).toContain("более поздние недели в них неполны");
});
