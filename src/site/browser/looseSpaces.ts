/** Fewer widths of a large letter than this, and what no-break spaces hold together is longer than a line. */
const fewest = 20;

/** Between digits they hold the thousands of one number together. */
const held = /(?<!\d)\u00a0|\u00a0(?!\d)/gu;

/**
 * Lets lines end at no-break spaces where letters are so large for the window that a date is longer than a line: else it
 * would be cut in the middle of a word.
 */
export function loosenSpaces(): void {
  const root = document.documentElement;
  if (root.clientWidth / parseFloat(getComputedStyle(root).fontSize) >= fewest) return;
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
    const { nodeValue, parentElement } = text;
    if (nodeValue?.includes("\u00a0") && !parentElement?.closest("script, style, textarea"))
      text.nodeValue = nodeValue.replace(held, " ");
  }
}
