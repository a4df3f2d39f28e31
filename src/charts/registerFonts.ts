import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { GlobalFonts } from "@napi-rs/canvas";

const require = createRequire(import.meta.url);
const subsets = ["latin", "cyrillic", "cyrillic-ext", "latin-ext"];
// One family name for each subset: the canvas takes each letter from the first one that has it.
for (const subset of subsets) {
  GlobalFonts.register(
    readFileSync(require.resolve(`@fontsource-variable/golos-text/files/golos-text-${subset}-wght-normal.woff2`)),
    `Golos ${subset}`,
  );
}

/** Golos Text on a canvas at build time: a list of families for a CSS font. */
export const canvasFontFamily = subsets.map((subset) => `'Golos ${subset}'`).join(", ");
