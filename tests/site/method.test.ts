import { describe, expect, it } from "vitest";
import { definitions } from "../../src/measure/definitions.ts";
import type { Facts } from "../../src/model/facts.ts";
import { definitionExamples } from "../../src/site/definitionExamples.ts";
import type { PublicAppeal } from "../../src/model/appeal.ts";
import { exampleAgency } from "../../src/site/exampleAgency.ts";
import { explainedFigures } from "../../src/site/figureDefinitions.ts";
import { createFigureText } from "../../src/words/figureText.ts";
import { createVoice } from "../../src/words/language.ts";
import { methodExamples } from "../../src/site/method.ts";
import { regionOf } from "../../src/model/subjectsOfFacts.ts";
import { recomputation } from "../../src/site/recomputation.ts";
import { exampleFacts } from "../words/exampleFacts.ts";
import { createTelling } from "../../src/words/telling.ts";

const facts: Facts = { ...exampleFacts(), definitions: definitions() };

function appealsOf(agency: string, count: number, more: Partial<PublicAppeal> = {}): PublicAppeal[] {
  return Array.from(
    { length: count },
    (_, i) =>
      ({
        id: `${agency}-${i}`,
        source: "social",
        channel: "social" as const,
        agency,
        handedFrom: null,
        topic: null,
        place: null,
        received: `${facts.periods.year.from}T10:00+03:00`,
        firstReply: null,
        closed: null,
        reopened: null,
        outcome: "open" as const,
        rating: null,
        firstReplyDays: null,
        closingDays: null,
        firstReplyNorm: 3,
        closingNorm: null,
        text: null,
        reply: null,
        withheld: null,
        ...more,
      }) as PublicAppeal,
  );
}

const received = (code: string): number => {
  const { received } = facts.subjects.find((one) => one.dimension === "agency" && one.code === code)!.periods.year
    .byChannel.social!;
  return received.state === "exact" ? received.value : NaN;
};

describe("the agency of the examples", () => {
  it("is the largest whose appeals all stand in the table with their own dates", () => {
    expect(exampleAgency(facts, appealsOf("fast", received("fast")))).toMatchObject({
      subject: { code: "fast" },
      isWhole: true,
      rows: received("fast"),
    });
  });

  it("is the largest all the same where one appeal was taken down or has dates to the week, and then nothing is to be computed anew", () => {
    for (const appeals of [
      appealsOf("fast", received("fast") - 1),
      [...appealsOf("fast", received("fast") - 1), ...appealsOf("fast", 1, { datesToWeek: true })],
    ]) {
      const example = exampleAgency(facts, appeals);
      expect(example).toMatchObject({ subject: { code: "fast" }, isWhole: false });
      expect(recomputation(createTelling(facts), example)).toBeNull();
    }
  });

  it("is nobody where no agency has figures", () => {
    expect(
      exampleAgency({ ...facts, subjects: facts.subjects.filter(({ dimension }) => dimension !== "agency") }, []),
    ).toBeNull();
  });
});

describe.each([
  ["ru", "закры", "ответ"],
  ["en", "clos", "reply"],
] as const)("the worked examples in %s", (language, closing, reply) => {
  const told = (of: Facts) => {
    const { median, norm } = methodExamples(createTelling(of, language));
    return `${median} ${norm}`;
  };

  it("speak of first replies where these are recorded, and of closings where they are not", () => {
    expect(told(facts)).toContain(reply);
    const closingsOnly = structuredClone(facts);
    for (const measures of Object.values(regionOf(closingsOnly).periods.year.byChannel))
      measures.firstReply = { ...measures.firstReply, median: { state: "missing", reason: "not-recorded" } };
    expect(told(closingsOnly)).toContain(closing);
    expect(told(closingsOnly)).not.toContain(reply);
  });
});

describe.each(["ru", "en"] as const)("the method page in %s", (language) => {
  const voice = createVoice(language);
  const figureText = createFigureText(voice, 5);
  const example = exampleAgency(facts, appealsOf("fast", received("fast")));
  const figures = explainedFigures(
    createTelling(facts, language),
    definitionExamples(createTelling(facts, language), example),
  );

  it("explains every definition of the facts under an address of its own", () => {
    expect(figures.map(({ id }) => id)).toEqual(facts.definitions.map(({ id }) => id));
    expect(new Set(figures.map(({ anchor }) => anchor)).size).toBe(figures.length);
    for (const { name, text } of figures) expect(name.length * text.length).toBeGreaterThan(0);
  });

  it("gives examples with the numbers of the facts", () => {
    const { answeredInNorm, firstReply } = example!.headline.measures;
    if (answeredInNorm.state !== "exact") throw new Error("no share");
    const exampleOf = (id: string): string => figures.find((one) => one.id === id)!.example!.replaceAll("\u00a0", " ");
    expect(exampleOf("answeredInNorm")).toContain(
      `${voice.integer(answeredInNorm.part)} / ${voice.integer(answeredInNorm.whole)} = ${voice.percent(answeredInNorm.value, 1)}`.replaceAll(
        "\u00a0",
        " ",
      ),
    );
    expect(exampleOf("firstReply.median")).toContain(
      figureText.wait(firstReply.median, firstReply.precision, firstReply.n).text.replaceAll("\u00a0", " "),
    );
    expect(figures.filter(({ example }) => example !== null).length).toBeGreaterThan(20);
  });

  it("tells the steps to the headline with what must come out of each", () => {
    const { steps } = recomputation(createTelling(facts, language), example)!;
    const { times, measures } = example!.headline;
    expect(steps).toHaveLength(6);
    expect(steps[0]).toContain("fast");
    expect(steps[1]).toContain(voice.integer(times.waiting));
    expect(steps[3]).toContain(voice.integer(times.n));
    if (times.median.state !== "exact" || measures.answeredInNorm.state !== "exact") throw new Error("no headline");
    expect(steps[4]!.replaceAll(",", ".")).toContain(String(times.median.days));
    expect(steps[5]).toContain(voice.percent(measures.answeredInNorm.value, 1));
  });
});
