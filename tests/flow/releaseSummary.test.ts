import { expect, test } from "vitest";
import { releaseSummary } from "../../src/flow/releaseSummary.ts";
import { reportWords } from "../../src/words/reportStrings.ts";

const published = (address: string) =>
  ({
    facts: { portal: { address } },
    record: {
      rows: { read: 3, accepted: 2, merged: 1, rejected: 0 },
      appeals: { counted: 2, published: 2, masked: 0, withheld: 0, takenDown: 0, withdrawn: 0 },
      findings: { A: 1 },
    },
    files: 10,
    bytes: 1_000_000,
  }) as never;
const run = { site: "site", name: "2026-10-31-abc", isNew: true, seconds: 9.6, key: null };

test("a portal under the sample's address is told so, one under its own is not", () => {
  expect(releaseSummary(published("https://portal.example/"), run, reportWords("ru"))).toContain(
    "впишите свой в portal.yaml",
  );
  const own = releaseSummary(published("https://otklik.kitezh.ru/"), run, reportWords("ru"));
  expect(own).not.toContain("portal.yaml");
  expect(own.split("\n")).toHaveLength(6);
});

test("a portal in bundles is told how to keep their number where no site before tells it", () => {
  const bundled = { ...(published("https://otklik.kitezh.ru/") as object) } as { record: object };
  bundled.record = { ...bundled.record, appealBundles: 1922 };
  expect(releaseSummary(bundled as never, run, reportWords("en"))).toContain("appealBundles: 1922");
});
