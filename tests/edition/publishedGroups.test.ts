import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { noGroups, publishedGroups } from "../../src/edition/publishedGroups.ts";
import { exampleReplies } from "../words/exampleReplies.ts";

const site = mkdtempSync(join(tmpdir(), "groups-"));
mkdirSync(join(site, "data"));
afterAll(() => rmSync(site, { recursive: true }));
const put = (content: string): void => writeFileSync(join(site, "data", "replies.json"), content);

test("the groups of the site before are known with their appeals, and what had an address before", async () => {
  const replies = exampleReplies();
  put(JSON.stringify({ ...replies, later: "field" }));
  const { groups, gone } = await publishedGroups(site, replies.address);
  expect(groups.map(({ id, appeals }) => [id, appeals])).toEqual(
    replies.groups.map(({ id, appeals }) => [id, appeals]),
  );
  expect(gone).toEqual(replies.gone);
});

test("no groups are taken over from another portal, from no site, or from what cannot be read", async () => {
  put(JSON.stringify(exampleReplies()));
  expect(await publishedGroups(site, "https://elsewhere.example/")).toBe(noGroups);
  expect(await publishedGroups(null, "https://example.org/otklik/")).toBe(noGroups);
  for (const content of ["{", "[]", '{"address":"https://example.org/otklik/","groups":{}}']) {
    put(content);
    expect(await publishedGroups(site, "https://example.org/otklik/")).toBe(noGroups);
  }
});
