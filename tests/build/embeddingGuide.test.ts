import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { type Preview, servePreview } from "../../src/publish/preview.ts";
import { heightListener, heightMessage } from "../../src/site/heightMessage.ts";
import { filesBelow } from "../../src/system/filesBelow.ts";
import { readDocument } from "../docs/guide.ts";

/** The guide for those who embed and follow, held to the demonstration portal: every address, every part, every example. */

const run = promisify(execFile);
const site = inject("demoSite");
let preview: Preview;
beforeAll(async () => {
  preview = await servePreview({ folder: site, base: "/", port: 0 });
});
afterAll(() => preview.close());

const answers = (program: string): Promise<boolean> =>
  run(program, ["--version"]).then(
    () => true,
    () => false,
  );
const hasTools = (await answers("curl")) && (await answers("jq"));
/** A code of the demonstration for each kind of subject. */
const codes: Record<string, string> = {
  agencies: "gzhi",
  agency: "gzhi",
  topics: "heating",
  topic: "heating",
  places: "belostruysk",
  place: "belostruysk",
  compare: "gzhi",
  channel: "letter",
  outcome: "refused",
};
const withCodes = (text: string): string =>
  text
    .replace(/\/(\w+)\/(?:CODE|КОД)\//g, (_, folder: string) => `/${folder}/${codes[folder] ?? "?"}/`)
    .replace(/\/(?:TOPIC|ТЕМА)\//g, `/${codes["topic"]!}/`);

describe.each(["embedding", "embedding.ru"])("the guide %s", (name) => {
  const guide = readDocument(`docs/${name}.md`);
  const examples = (language: string): string[] =>
    [...guide.matchAll(/```(\w+)\n([\s\S]*?)```/g)]
      .filter(([, of]) => of === language)
      .map(([, , text]) => text!.trim());

  test("names only addresses that the portal has, and every kind of feed", () => {
    const addresses = [...guide.matchAll(/`(\/[^`]*)`/g)].map(([, address]) => withCodes(address!));
    const feeds = [...guide.matchAll(/`(\/[^`]*\.atom)`/g)].map(
      ([, address]) => new RegExp(`^(/en)?${address!.replaceAll(/CODE|КОД|TOPIC|ТЕМА/g, "[\\w-]+")}$`),
    );
    const files = filesBelow(site).filter((file) => file.endsWith(".atom"));
    expect(files.length).toBeGreaterThan(300);
    expect(files.filter((file) => !feeds.some((feed) => feed.test(`/${file}`)))).toEqual([]);
    expect(addresses.length).toBeGreaterThan(20);
    for (const address of addresses)
      expect(existsSync(join(site, address.endsWith("/") ? `${address}index.html` : address)), address).toBe(true);
  });

  test("names every part that a frame of an agency has", () => {
    const frame = readFileSync(join(site, "agencies", "gzhi", "embed", "index.html"), "utf8");
    const parts = [...frame.matchAll(/class="part[^"]*"[^>]* id="([^"]+)"/g)].map(([, part]) => part!);
    expect(parts.length).toBeGreaterThan(9);
    const named = new Set([...guide.matchAll(/`([\w.-]+)`/g)].map(([, code]) => code));
    // Of the figures two stand for all.
    expect(parts.filter((part) => !part.startsWith("figure-") && !named.has(part))).toEqual([]);
    for (const part of ["figure-received", "figure-resolvedStrict"]) {
      expect(parts).toContain(part);
      expect(named).toContain(part);
    }
  });

  test("gives the element and the listener that the portal gives", () => {
    const [element = "", listener] = examples("html");
    expect(listener).toBe(heightListener);
    expect(guide).toContain(`"${heightMessage}"`);
    const [, page = "", part = ""] = /src="https:\/\/otklik\.example\/([^#]+)#([\w-]+)"/.exec(withCodes(element))!;
    expect(readFileSync(join(site, page, "index.html"), "utf8")).toContain(`id="${part}"`);
  });

  test.skipIf(!hasTools)("gives commands that work (skipped where curl or jq is not installed)", async () => {
    const commands = examples("sh").map((command) =>
      withCodes(command).replaceAll("https://otklik.example/", preview.address),
    );
    const [oembed = "", feed = ""] = await Promise.all(
      commands.map(async (command) => (await run("sh", ["-c", command])).stdout),
    );
    expect(oembed).toMatch(/^<iframe src="https:\/\/otklik\.example\/agencies\/gzhi\/embed\/"/);
    expect(feed.split("\n").length).toBeGreaterThan(10);
  });
});
