import type { EmbedTheme } from "./embedding.ts";

/** Where the style sheet stands by which frames take the colours that their address names; once for all languages. */
export const frameThemesAddress = "/embed/themes.css";

const declarations = (block: string): [name: string, value: string][] =>
  [...block.matchAll(/(--[\w-]+):\s*([^;]+);/gu)].map(([, name = "", value = ""]) => [name, value]);

/**
 * The light and the dark colours of the portal by the address of a frame instead of the reader's setting. Readers who ask for more
 * contrast, or have colours of their own, keep them: their wish goes before that of the page around the frame.
 *
 * @param tokens src/styles/tokens.css, the one home of the colours
 * @throws Error where it does not have the colours where they are looked for
 */
export function frameThemes(tokens: string): string {
  const [, first = ""] = /^:root \{([^}]*)\}/mu.exec(tokens) ?? [];
  const [, darkBlock = ""] = /\(prefers-color-scheme: dark\) \{\s*:root \{([^}]*)\}/u.exec(tokens) ?? [];
  const dark = declarations(darkBlock);
  const lightColours = new Map(declarations(first));
  const light = dark.map(([name]): [string, string] => {
    const value = lightColours.get(name);
    if (value === undefined) throw new Error(`tokens.css: ${name} is dark only`);
    return [name, value];
  });
  if (dark.length === 0) throw new Error("tokens.css has no dark colours");
  const rule = (theme: EmbedTheme, colours: [string, string][]): string =>
    `:root:has(.theme-${theme}:target){color-scheme:${theme};${colours.map(([name, value]) => `${name}:${value}`).join(";")}}`;
  return `@media screen and (prefers-contrast:no-preference){${rule("light", light)}${rule("dark", dark)}}\n`;
}
