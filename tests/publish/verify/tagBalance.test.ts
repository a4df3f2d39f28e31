import fc from "fast-check";
import { expect, test } from "vitest";
import { isBalanced, tagBalance } from "../../../src/publish/verify/tagBalance.ts";

const isWhole = (markup: string, cuts: readonly number[] = []) => {
  const ends = [0, ...cuts, markup.length];
  return isBalanced(ends.slice(1).map((end, at) => tagBalance(markup.slice(ends[at], end))));
};

test("elements that nest are in order, with what has no end and what holds no markup", () => {
  expect(
    isWhole(
      '<!DOCTYPE html><html><head><meta charset="utf-8"><script>if (a<b) "<p>"</script></head><body><p title="a > b">Яма<br>здесь</p><svg><path d="M0"/></svg><!-- <b> --></body></html>',
    ),
  ).toBe(true);
});

test.each([["<p><b>яма</p></b>"], ["<div><p>яма</p>"], ["<p>яма</p></div>"], ["</p><p>"]])(
  "%s is out of order",
  (markup) => {
    expect(isWhole(markup)).toBe(false);
  },
);

test("it is the same wherever a page is cut between tags", () => {
  const tree: fc.Arbitrary<string> = fc.letrec<{ node: string }>((tie) => ({
    node: fc.oneof(
      { depthSize: "small" },
      fc.constantFrom("яма", "<br>", '<img alt="">', ""),
      fc
        .tuple(fc.constantFrom("p", "div", "b"), fc.array(tie("node"), { maxLength: 3 }))
        .map(([name, inside]) => `<${name}>${inside.join("")}</${name}>`),
    ),
  })).node;
  fc.assert(
    fc.property(tree, fc.boolean(), fc.array(fc.nat(), { maxLength: 3 }), (markup, isMarred, where) => {
      const page = isMarred ? markup.replace(/<\/(?:p|div|b)>/u, "") : markup;
      const places = [...page.matchAll(/</gu)].map(({ index }) => index);
      const cuts =
        places.length === 0
          ? []
          : [...new Set(where.map((place) => places[place % places.length]!))].sort((a, b) => a - b);
      expect(isWhole(page, cuts)).toBe(page === markup);
    }),
  );
});
