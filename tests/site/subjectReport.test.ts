import { describe, expect, test } from "vitest";
import type { Subject } from "../../src/model/facts.ts";
import { listedAppeal } from "../../src/edition/listedAppeal.ts";
import { subjectReport, type SubjectReport } from "../../src/site/subjectReport.ts";
import { findSubject } from "../../src/model/subjectsOfFacts.ts";
import { appeal } from "../search/write/sampleAppeals.ts";
import { exampleCrossings } from "../words/exampleCrossings.ts";
import { exampleFacts } from "../words/exampleFacts.ts";
import { createTelling } from "../../src/words/telling.ts";

const facts = exampleFacts();
const fast = findSubject(facts, "agency", "fast")!;
const appeals = ["a", "b"].map((id) => listedAppeal(appeal({ id, agency: "fast" })));

function report(subject: Subject, appealsMode: "full" | "figures-only" = "full"): SubjectReport {
  const told = { ...facts, portal: { ...facts.portal, appeals: appealsMode } };
  return subjectReport(createTelling(told), subject, appeals);
}

/** The subject with as many topics as given. */
function withTopics(count: number): Subject {
  const topics = Array.from({ length: count }, (_, number) => ({
    code: `t${number}`,
    count: { state: "exact" as const, value: 10 },
    share: { state: "missing" as const, reason: "none-eligible" as const },
    percent: 0,
    tenths: 0,
  }));
  const slice = { ...fast.periods.year, topics, subtopics: topics };
  return { ...fast, periods: { year: slice, all: slice } };
}

describe("the report of a subject", () => {
  test("lists the parts of others than itself, the first twelve, and says how many are left", () => {
    const { parts } = report(withTopics(15));
    expect(parts.topics.rows.map(({ name }) => name)).toHaveLength(12);
    expect(parts.topics.rest).toBe(3);
    expect(parts.agencies).toEqual({ rows: [], rest: 0 });
  });

  test("lists neither one topic alone, nor sub-topics that are the topics themselves", () => {
    expect(report(withTopics(1)).parts.topics.rows).toEqual([]);
    expect(report(withTopics(5)).parts.subtopics.rows).toEqual([]);
  });

  test("names its own newest appeals, and none where no appeal is published", () => {
    expect(report(fast).latest?.lines.map(({ id }) => id)).toEqual(["a", "b"]);
    expect(report(fast).latest?.search).toContain("agency=fast");
    expect(report(findSubject(facts, "agency", "silent")!).latest).toBeNull();
    expect(report(fast, "figures-only")).toMatchObject({ latest: null, overdue: { count: 0, longest: [] } });
  });

  test("leads from a topic of a place, and from a place of a topic, to the page of both where there is one", () => {
    const { crossings } = exampleCrossings();
    const hrefs = (dimension: "place" | "topic", code: string, known = crossings) =>
      Object.values(
        subjectReport(createTelling(facts), findSubject(facts, dimension, code)!, appeals, known).parts,
      ).flatMap(({ rows }) => rows.flatMap(({ href }) => href ?? []));
    expect(hrefs("place", "north")).toContainEqual(expect.stringMatching(/\/places\/north\/heating\/$/));
    expect(hrefs("place", "north").join(" ")).not.toMatch(/\/topics\/heating\//);
    expect(hrefs("place", "north", []).join(" ")).toMatch(/\/topics\/heating\//);
    expect(hrefs("topic", "heating")).toContainEqual(expect.stringMatching(/\/places\/north\/heating\/$/));
  });
});
