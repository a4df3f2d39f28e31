import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import { keepOrWrite } from "../../src/system/keepOrWrite.ts";

let site: string;
let before: string;
beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), "keep-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  [site, before] = [join(folder, "site"), join(folder, "before")];
  for (const dir of [site, before]) mkdirSync(dir);
  writeFileSync(join(before, "page.html"), "прежняя");
});

test("an equal file of the site before is taken over as it is", () => {
  expect(keepOrWrite(Buffer.from("прежняя"), "page.html", site, before)).toBe("kept");
  expect(statSync(join(site, "page.html")).ino).toBe(statSync(join(before, "page.html")).ino);
});

test.each(["другая", "прежня", "прежняя!"])(
  "any other is written, and the site before stays as it was: %s",
  (content) => {
    expect(keepOrWrite(Buffer.from(content), "page.html", site, before)).toBe("written");
    expect(readFileSync(join(site, "page.html"), "utf8")).toBe(content);
    expect(readFileSync(join(before, "page.html"), "utf8")).toBe("прежняя");
  },
);

test("without a site before, or without the file in it, a file is written; one that is there is never overwritten", () => {
  expect(keepOrWrite(Buffer.from("а"), "new.html", site, before)).toBe("written");
  expect(keepOrWrite(Buffer.from("а"), "other.html", site, null)).toBe("written");
  expect(() => keepOrWrite(Buffer.from("б"), "new.html", site, before)).toThrow("EEXIST");
});
