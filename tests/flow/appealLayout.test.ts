import { expect, test } from "vitest";
import { appealBundles, mostPages } from "../../src/flow/appealLayout.ts";
import { bundlesFor } from "../../src/model/appealBundle.ts";

const portal = { appeals: "full", ids: "hashed" } as const;
const large = 10 * mostPages;

test("the number of appeals decides on pages or bundles where nobody and nothing else does", () => {
  expect(appealBundles(portal, mostPages, null)).toBeUndefined();
  expect(appealBundles(portal, large, null)).toBe(bundlesFor(large));
});

test("growth changes nothing: the site before says how it is", () => {
  expect(appealBundles(portal, large, { bundles: null })).toBeUndefined();
  expect(appealBundles(portal, large, { bundles: 31 })).toBe(31);
  expect(appealBundles(portal, 10, { bundles: 31 })).toBe(31);
});

test("what the settings say holds against both", () => {
  expect(appealBundles({ ...portal, appealPages: "each" }, large, { bundles: 31 })).toBeUndefined();
  expect(appealBundles({ ...portal, appealPages: "bundled" }, 10, { bundles: null })).toBe(1);
  expect(appealBundles({ ...portal, appealPages: "bundled", appealBundles: 62 }, 10, { bundles: 31 })).toBe(62);
  expect(appealBundles({ ...portal, appealBundles: 62 }, 10, { bundles: null })).toBe(62);
});

test("registry numbers and portals of figures alone know no bundles", () => {
  expect(appealBundles({ ...portal, ids: "registry" }, large, null)).toBeUndefined();
  expect(appealBundles({ ...portal, appeals: "figures-only" }, large, { bundles: 31 })).toBeUndefined();
});
