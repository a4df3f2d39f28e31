import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { lightPalette } from "../../src/charts/palette.ts";

test("pictures have the light colours of the style sheet", () => {
  const [light = ""] = readFileSync("src/styles/tokens.css", "utf8").split("@media");
  const tokens = new Map([...light.matchAll(/--([\w-]+): ([^;]+);/gu)].map(([, name, value]) => [name!, value!]));
  const resolved = (name: string): string | undefined => {
    const value = tokens.get(name);
    const other = value && /^var\(--([\w-]+)\)$/u.exec(value)?.[1];
    return other ? resolved(other) : value;
  };
  for (const [name, colour] of Object.entries(lightPalette))
    expect(`${name} ${colour}`).toBe(`${name} ${resolved(name)}`);
});
