import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { appealsFile, repliesFile } from "../../src/edition/editionFiles.ts";
import { readAllAppeals, readReplies } from "../../src/edition/readEdition.ts";
import { writeReplyGroups } from "../../src/edition/writeReplyGroups.ts";
import { writeReplies } from "../../src/edition/writeEdition.ts";
import { exampleReplies } from "../words/exampleReplies.ts";

const folder = mkdtempSync(join(tmpdir(), "replies-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("a folder without the file says that no replies are there", () => {
  expect(readReplies(folder)).toMatchObject({ reading: "no-texts", subjects: [], groups: [] });
});

test("what was written of replies is read as it was, and each appeal knows its group", async () => {
  const replies = exampleReplies();
  await writeReplies(folder, replies);
  expect(readReplies(folder)).toEqual(replies);
  writeFileSync(join(folder, appealsFile), ["habit-3", "event-0", "none"].map((id) => `{"id":"${id}"}\n`).join(""));
  await writeReplyGroups(folder, replies.groups);
  expect(readAllAppeals(folder).map(({ replyGroup }) => replyGroup)).toEqual([
    replies.groups[0]!.id,
    replies.groups[1]!.id,
    undefined,
  ]);
});

test("replies that break the contract are named by field, never by value", () => {
  writeFileSync(join(folder, repliesFile), JSON.stringify({ ...exampleReplies(), reading: "secret" }));
  expect(() => readReplies(folder)).toThrow(/^replies\.json breaks the contract[\s\S]*reading/);
  expect(() => readReplies(folder)).not.toThrow(/secret/);
});
