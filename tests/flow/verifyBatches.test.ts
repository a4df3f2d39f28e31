import { describe, expect, test } from "vitest";
import { verifyBatches } from "../../src/flow/verifyBatches.ts";

const pages = (count: number): string[] => Array.from({ length: count }, (_, at) => `appeals/${at}/index.html`);
const tables = ["data/appeals.csv", "data/facts.json"];

describe("the files of a site that is looked through", () => {
  test("of a small site all go to one thread: another would begin after the first has ended", () => {
    expect(verifyBatches([...pages(200), ...tables], 202)).toEqual([[...pages(200), ...tables]]);
    expect(verifyBatches([], 202)).toEqual([]);
  });

  test("of a larger one go to several, long tables first and alone, each file once", () => {
    const batches = verifyBatches([...pages(250), ...tables], 1_000);
    expect(batches.map(({ length }) => length)).toEqual([1, 1, 100, 100, 50]);
    expect(batches.flat().toSorted()).toEqual([...pages(250), ...tables].toSorted());
  });

  test("are shared out as of a larger one where most of them were taken over from the site before", () => {
    expect(verifyBatches(tables, 20_000)).toEqual([["data/appeals.csv"], ["data/facts.json"]]);
  });
});
