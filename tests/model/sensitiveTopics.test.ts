import { describe, expect, test } from "vitest";
import { withInheritedSensitivity } from "../../src/model/sensitiveTopics.ts";
import type { TopicEntry } from "../../src/model/vocabulary.ts";

const topic = (
  code: string,
  parent: string | null,
  sensitive = false,
  name = code,
  aliases: string[] = [],
): TopicEntry => ({ code, parent, name, sensitive, aliases });
const listed = [
  topic("army", null, true, "Мобилизация и СВО"),
  topic("pay", "army"),
  topic("late", "pay"),
  topic("roads", null),
  topic("pits", "roads"),
];
const sensitive = (topics: TopicEntry[], unlisted: "sensitive" | "ordinary") =>
  withInheritedSensitivity(listed, topics, unlisted)
    .filter((entry) => entry.sensitive)
    .map(({ code }) => code);

describe("sensitivity of topics", () => {
  test("goes down the tree to the last child, and nowhere else", () => {
    expect(sensitive(listed, "ordinary")).toEqual(["army", "pay", "late"]);
  });

  test("reaches a label that nobody listed under a sensitive topic", () => {
    expect(sensitive([...listed, topic("pay-x", "pay"), topic("roads-x", "roads")], "ordinary")).toEqual([
      "army",
      "pay",
      "late",
      "pay-x",
    ]);
  });

  test("is that of every unlisted label until somebody lists it", () => {
    expect(sensitive([...listed, topic("x", null), topic("roads-x", "roads"), topic("x-y", "x")], "sensitive")).toEqual(
      ["army", "pay", "late", "x", "roads-x", "x-y"],
    );
  });

  test.each(["мобилизация  и сво", "МОБИЛИЗАЦИЯ И СВО.", "Мобилизация-и-СВО", "Mобилизaция и CBO"])(
    "is known under another spelling: %s",
    (name) => {
      expect(sensitive([...listed, topic("x", "roads", false, name)], "ordinary")).toContain("x");
    },
  );

  test("is nobody's where the labels of the exports are the list", () => {
    expect(
      withInheritedSensitivity([], [topic("x", null), topic("y", "x")], "sensitive").some((entry) => entry.sensitive),
    ).toBe(false);
  });

  test("does not go round in a circle of parents", () => {
    expect(
      withInheritedSensitivity(listed, [topic("a", "b"), topic("b", "a")], "ordinary").map((entry) => entry.sensitive),
    ).toEqual([false, false]);
  });
});
