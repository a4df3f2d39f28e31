import type { Values } from "./texts.ts";

/**
 * A text that was set before it is filled (typography.ts), as pages hand them to the browser, keeps a figure to the word
 * after it all the same: the space behind a placeholder whose value begins with a figure does not break.
 */
export function keepFigures(text: string, values: Values): string {
  return text.replace(/\{(\w+)\} /g, (gap, name: string) =>
    /^\d/.test(String(values[name])) ? `{${name}}\u00a0` : gap,
  );
}
