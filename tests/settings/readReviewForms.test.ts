import { mkdtemp, mkdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { BuildStop } from "../../src/model/buildStop.ts";
import { readReviewForms } from "../../src/settings/readReviewForms.ts";
import { readSettings } from "../../src/settings/readSettings.ts";

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "otklik-forms-"));
  await mkdir(join(dir, "reports"));
});
afterAll(() => rm(dir, { recursive: true }));

const vocabulary = {
  topics: [{ code: "roads", parent: null, name: "Дороги", sensitive: false, aliases: [] }],
} as unknown as Parameters<typeof readReviewForms>[2];

const read = () => readReviewForms(dir, { language: "ru" }, vocabulary);

test("a portal without forms publishes no reviews", async () => {
  expect(await readReviewForms(join(dir, "nothing"), { language: "ru" }, vocabulary)).toEqual([]);
});

test("the forms that come with the portal are read whole", async () => {
  const { reviewForms } = await readSettings(resolve(import.meta.dirname, "../../data"));
  expect(reviewForms.map(({ name, columns }) => [name, columns.join(" ")])).toEqual([
    ["five-sections", "period yearBefore change since sinceYearBefore sinceChange"],
    ["previous-period", "before period percent"],
    ["year-on-year", "period yearBefore change"],
  ]);
});

test("every fault of a form is told with its line", async () => {
  await writeFile(
    join(dir, "reports", "faulty.yaml"),
    `title: { en: Review }
columns: [period, lastYear]
sections:
  - title: Поступило
    lines:
      - { title: Всего, count: recieved }
`,
  );
  const stop = await read().catch((error: unknown) => error);
  expect(stop).toBeInstanceOf(BuildStop);
  expect((stop as BuildStop).places.map(({ line }) => line)).toEqual([2, 6]);
  await writeFile(
    join(dir, "reports", "faulty.yaml"),
    `title: { en: Review }
columns: [period]
sections:
  - title: Темы
    lines:
      - { title: Дороги, count: { topics: [roads] } }
      - { title: Вода, count: { topics: [water] } }
      - { title: Снова дороги, count: { topics: [roads] } }
`,
  );
  const second = await read().catch((error: unknown) => error);
  expect((second as BuildStop).details["problems"]).toBe(
    [
      "reports/faulty.yaml:1: title: ru: …",
      "reports/faulty.yaml:7: sections.0.lines.1.count.topics.0: a code of vocabulary/topics.csv",
      "reports/faulty.yaml:8: sections.0.lines.2.count.topics.0: a topic that no other line of the section names",
    ].join("\n"),
  );
  await rm(join(dir, "reports", "faulty.yaml"));
});

test("a form whose name no address can have is refused", async () => {
  await writeFile(join(dir, "reports", "обзор.yaml"), "title: x\n");
  await expect(read()).rejects.toThrow(BuildStop);
});
