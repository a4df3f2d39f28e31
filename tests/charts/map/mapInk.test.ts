import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { mapInk } from "../../../src/charts/map/mapInk.ts";

/** Rules of the style sheet for maps on a screen, without those for a pointer and for colours of the reader's own. */
const [css = ""] = readFileSync("src/styles/map.css", "utf8").split("@media");
const rules = [...css.matchAll(/([^{}]+)\{([^}]+)\}/gu)].flatMap(([, selector = "", body = ""]) =>
  /:hover/u.test(selector)
    ? []
    : [{ selector, styles: [...body.matchAll(/([\w-]+):\s*([^;]+);/gu)].map(([, name, value]) => [name, value]) }],
);
/** What the style sheet says of a class, or of the texts of a map. */
const styleOf = (name: string): Record<string, string> =>
  Object.fromEntries(
    rules
      .filter(({ selector }) =>
        ["names", "tile"].includes(name) ? /svg text/u.test(selector) : new RegExp(`\\.${name}\\b`, "u").test(selector),
      )
      .flatMap(({ styles }) => styles),
  ) as Record<string, string>;

test("what a picture of a map draws looks as the style sheet says", () => {
  expect(Object.keys(mapInk).length).toBeGreaterThan(8);
  for (const [name, ink] of Object.entries(mapInk))
    for (const [attribute, value] of Object.entries(ink)) {
      // Hatching is a pattern on the page: its ground and its stripes have classes of their own.
      const said =
        attribute === "data-hatch"
          ? styleOf("stripe")["stroke"]
          : name === "few" && attribute === "fill"
            ? styleOf("ground")["fill"]
            : styleOf(name)[attribute];
      expect(`${name} ${attribute}: ${said}`).toBe(`${name} ${attribute}: ${value}`);
    }
});
