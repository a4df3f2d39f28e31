import { bundleAddress, bundlePatterns } from "../model/appealBundle.ts";
import { createLinks } from "../words/links.ts";

/** Where the rule stands in a site whose appeals lie in bundles. */
export const appealRewriteFile = "appeals/in/nginx.txt";

/** Letters of a hashed id; and how many there are at least. */
const letter = "[a-z2-9]";
const fewest = 10;

/**
 * Lines for a map of nginx: from the cited address of an appeal to its place in a bundle. They follow from the number of
 * bundles alone, so that they stay the same from release to release.
 *
 * @param address of the portal, with its path
 */
export function appealRewrite(address: string, bundles: number): string {
  const { shared } = createLinks(address);
  const { lead, parts } = bundlePatterns(bundles);
  const start = lead === 0 ? "" : `(?<lead>${letter}{${lead}})`;
  const named = lead === 0 ? "" : "${lead}";
  const rule = (part: string, name: string): string => {
    const rest = fewest - lead - (part === "" ? 0 : 1);
    return `"~^${shared("/appeals/")}(?<appeal>${start}${part}${letter}{${rest},})/?$" "${shared(bundleAddress(name))}#$appeal";\n`;
  };
  const rules =
    parts.length === 0
      ? rule("", lead === 0 ? "all" : named)
      : parts.map(({ letters, name }) => rule(`[${letters}]`, named + name)).join("");
  return `# From the cited address of an appeal to the page it lies in: hosting/nginx.conf includes this file.\n${rules}`;
}
