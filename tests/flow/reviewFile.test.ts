import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { writeReview } from "../../src/flow/reviewFile.ts";
import type { ReviewRow } from "../../src/model/review.ts";

const decided: ReviewRow = {
  hash: "a".repeat(24),
  decision: "mask",
  class: "name",
  file: "2026-10-31/a.csv",
  line: "2",
  field: "text",
  character: "1",
  column: "text",
  appeal: "abc",
  reason: "lone-word",
};

test("decisions stay where the new list cannot be written, and stand above what is to be judged where it can", async () => {
  const folder = await mkdtemp(join(tmpdir(), "otklik-review-file-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const file = join(folder, "review.csv");
  await writeFile(file, "as it was");
  await mkdir(`${file}.new`);
  await expect(writeReview(folder, [decided], [], [])).rejects.toHaveProperty("code", "EISDIR");
  expect(await readFile(file, "utf8")).toBe("as it was");
  await rm(`${file}.new`, { recursive: true });
  const find = {
    class: "name",
    at: 7,
    hash: "b".repeat(24),
    reason: "adjective",
    degree: 1,
    file: "2026-10-31/a.csv",
    line: 5,
    field: "text",
    source: "register",
    appeal: "def",
  } as const;
  expect(await writeReview(folder, [decided], [find], [])).toEqual({ firstLine: 3, count: 1 });
  expect((await readFile(file, "utf8")).trim().split("\n")).toHaveLength(3);
});
