/** Elements that have no end. */
const empty = new Set([
  "area",
  "base",
  "br",
  "col",
  "embed",
  "hr",
  "img",
  "input",
  "link",
  "meta",
  "source",
  "track",
  "wbr",
]);
/** A tag with its attributes, a comment, or the inside of an element that holds no markup. */
const tag = /<!--[^]*?-->|<(script|style)\b[^>]*>[^]*?<\/\1>|<(\/?)([a-zA-Z][\w:-]*)((?:[^"'>]|"[^"]*"|'[^']*')*)>/gu;

/** What a stretch of markup leaves open, and what it closes that was open before it: names of elements from the inside out. */
export interface TagBalance {
  closes: readonly string[];
  opens: readonly string[];
  /** Whether elements cross inside it. */
  isBroken: boolean;
}

/**
 * Tells whether elements nest, for markup that leaves out no end tags. A page is looked at in stretches, so that those
 * that pages share are looked at once.
 */
export function tagBalance(markup: string): TagBalance {
  const opens: string[] = [];
  const closes: string[] = [];
  for (const [, holder, slash, written, attributes = ""] of markup.matchAll(tag)) {
    if (holder !== undefined || written === undefined) continue;
    const name = written.toLowerCase();
    if (empty.has(name) || attributes.endsWith("/")) continue;
    if (slash === "") opens.push(name);
    else if (opens.length === 0) closes.push(name);
    else if (opens.pop() !== name) return { closes, opens, isBroken: true };
  }
  return { closes, opens, isBroken: false };
}

/** Whether stretches that follow each other make a whole in which elements nest and all are closed. */
export function isBalanced(stretches: readonly TagBalance[]): boolean {
  const open: string[] = [];
  for (const { closes, opens, isBroken } of stretches) {
    if (isBroken || closes.some((name) => open.pop() !== name)) return false;
    open.push(...opens);
  }
  return open.length === 0;
}
