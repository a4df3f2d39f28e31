import { afterAll, expect, test } from "vitest";
import { closePagefind, indexTexts } from "../../../src/search/write/pagefindIndex.ts";
import { closedStems } from "../../../src/search/read/engine.ts";
import { withoutPlaces } from "../../../src/search/format/pagefindFormat.ts";

afterAll(closePagefind);

test("an index without places is the same wherever in the texts the words stand", async () => {
  // Words with й stand apart in Pagefind's files.
  const texts = [["район", "ям", "пожалуйст"], ["ям", "стройк", "район"], ["качел"]];
  const [written, reversed] = [
    await indexTexts(texts.map(closedStems)),
    await indexTexts(texts.map((stems) => closedStems(stems.toReversed()))),
  ];
  const contents = ({ files }: typeof written): Buffer[] => files.map(({ content }) => Buffer.from(content));
  const without = (index: typeof written): Buffer[] =>
    contents(index).map((content) => Buffer.from(withoutPlaces(content)));
  expect(contents(written)).not.toEqual(contents(reversed));
  expect(without(written)).toEqual(without(reversed));
});
