import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import subsetFont from "subset-font";

const require = createRequire(import.meta.url);
/** Copyright, licence and where to read it: what the licence of the typeface wants to go with every copy. */
const namesKept = [0, 13, 14];
const ownFace =
  /@font-face\s*\{[^}]*?font-weight:\s*(\d+) (\d+);[^}]*?url\("(\.\/fonts\/golos-text-([a-z-]+?)-[a-z]+\.woff2)"\)[^}]*?unicode-range:\s*([^;]+);/g;

/** @returns every character of a `unicode-range`, such as `U+0410-044F, U+2116`. */
export function charactersOf(range: string): string {
  return range
    .split(",")
    .flatMap((part) => {
      const [from = "", to = from] = part.trim().replace("U+", "").split("-");
      const first = parseInt(from, 16);
      return Array.from({ length: parseInt(to, 16) - first + 1 }, (_, at) => String.fromCodePoint(first + at));
    })
    .join("");
}

/**
 * Cuts the typeface into the files that src/styles/fonts.css asks for: of each face its characters in its weights. A page
 * in Russian needs a third of what the package's two files for it weigh.
 *
 * @param css text of src/styles/fonts.css; a face "./fonts/golos-text-latin-basic.woff2" is cut from the package's "latin"
 * @returns the bytes of each file by its address in the style sheet, always the same for the same text and packages
 */
export async function cutFaces(css: string): Promise<ReadonlyMap<string, Buffer>> {
  const cut = [...css.matchAll(ownFace)].map(
    async ([, min, max, address, subset, range]): Promise<[string, Buffer]> => {
      const whole = readFileSync(
        require.resolve(`@fontsource-variable/golos-text/files/golos-text-${subset}-wght-normal.woff2`),
      );
      const face = await subsetFont(whole, charactersOf(range!), {
        targetFormat: "woff2",
        preserveNameIds: namesKept,
        variationAxes: { wght: { min: Number(min), max: Number(max) } },
      });
      return [address!, face];
    },
  );
  return new Map(await Promise.all(cut));
}
