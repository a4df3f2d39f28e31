import fc from "fast-check";
import { expect, test } from "vitest";
import { checksumsText, readChecksums, sha256 } from "../../../src/publish/release/checksums.ts";
import { uploadPlan } from "../../../src/publish/release/uploadPlan.ts";

const path = fc.stringMatching(/^[a-z0-9][a-z0-9._-]{0,8}(?:\/[a-z0-9][a-z0-9._-]{0,8}){0,2}$/);
const site = fc
  .dictionary(path, fc.string())
  .map((files) => new Map(Object.entries(files).map(([file, content]) => [file, sha256(content)])));

test("a list of checksums is read back as it was written, sorted", () => {
  fc.assert(
    fc.property(
      site.filter((files) => files.size > 0),
      (files) => {
        const read = readChecksums(checksumsText(files))!;
        expect([...read]).toEqual([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
      },
    ),
  );
});

test.each([
  "",
  "nonsense\n",
  `${sha256("a")}  a`,
  `${sha256("a")}  ../a\n`,
  `${sha256("a")}  /etc/passwd\n`,
  `${sha256("a")}  a//b\n`,
  `${sha256("a")}  a\n${sha256("b")}  a\n`,
])("%j is no list of checksums of a site", (text) => {
  expect(readChecksums(text)).toBe(null);
});

test("an upload plan turns what the host holds into the new site", () => {
  fc.assert(
    fc.property(site, site, (before, now) => {
      const { steps, same } = uploadPlan(before, now);
      const host = new Map(before);
      for (const { action, file } of steps) {
        expect(host.has(file)).toBe(action !== "add");
        if (action === "remove") host.delete(file);
        else host.set(file, now.get(file)!);
      }
      expect(new Map([...host].sort())).toEqual(new Map([...now].sort()));
      expect(steps.length + same).toBe(new Set([...before.keys(), ...now.keys()]).size);
    }),
  );
});
