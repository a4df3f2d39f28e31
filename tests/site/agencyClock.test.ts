import { describe, expect, test } from "vitest";
import { agencyClockText } from "../../src/site/agencyClock.ts";
import { findSubject } from "../../src/model/subjectsOfFacts.ts";
import { exampleFacts } from "../words/exampleFacts.ts";
import { createTelling } from "../../src/words/telling.ts";

const facts = exampleFacts();
const sliceOf = (code: string) => findSubject(facts, "agency", code)!.periods.year;
const plain = (text: string | null) => text?.replaceAll("\u00a0", " ") ?? null;

describe("the clock of the agency on its page", () => {
  test("is told for one channel, with how many appeals stand behind it", () => {
    expect(plain(agencyClockText(createTelling(facts), sliceOf("fast")))).toBe(
      "Если считать не с поступления, а с регистрации в самом ведомстве, в социальных сетях половина получает первый ответ за 23 часа (5 280 обращений с известной датой регистрации).",
    );
  });

  test("is not told where both clocks are told the same", () => {
    const slice = structuredClone(sliceOf("fast"));
    const { social } = slice.byChannel;
    if (social === undefined || "state" in social.agencyClock) throw new Error("The example has no clock of an agency");
    social.firstReply.median = social.agencyClock.firstReply.median;
    social.firstReply.precision = social.agencyClock.firstReply.precision;
    expect(plain(agencyClockText(createTelling(facts), slice)) ?? "").not.toContain("первый ответ");
  });

  test("is not told where exports tell no registration, or the median is not reached", () => {
    expect(agencyClockText(createTelling(facts), sliceOf("tiny"))).toBeNull();
    expect(agencyClockText(createTelling(facts), sliceOf("silent"))).toBeNull();
  });
});
