import type { Page } from "playwright-core";

/**
 * Marks on a page one text of every kind that is not known, and remembers these. Texts are of a kind where nothing that decides
 * whether they can be read differs: their colour, size, weight and shadow, what is painted behind them by what they stand in,
 * and the classes of their element and its parent, by which something else could come to lie behind them. In forced colours what
 * else could lie there has the system's colours, too: classes tell nothing, unless something on the page keeps its own. (What is
 * drawn does; but of a text on a drawing axe has no opinion.)
 *
 * @param known kinds that were looked at before, in this state of a page or of another one
 * @param mark the attribute that marks them
 * @returns how many were marked
 */
export async function markNewTextKinds(page: Page, known: Set<string>, mark: string): Promise<number> {
  const fresh = await page.evaluate(
    ({ seen, attribute }) => {
      const named = (element: Element | null): string =>
        element === null ? "" : `${element.tagName}.${element.getAttribute("class") ?? ""}`;
      const backs = new Map<Element, { paint: string; opacity: number }>();
      const behind = (element: Element | null): { paint: string; opacity: number } => {
        if (element === null) return { paint: "", opacity: 1 };
        const told = backs.get(element);
        if (told !== undefined) return told;
        const { backgroundColor, backgroundImage, opacity } = getComputedStyle(element);
        const around = behind(element.parentElement);
        const own = backgroundImage === "none" ? backgroundColor : `${backgroundColor} and a picture`;
        const paint =
          own === "rgba(0, 0, 0, 0)" ? around.paint : /^rgb\([^)]*\)$/u.test(own) ? own : `${own} on ${around.paint}`;
        const made = { paint, opacity: around.opacity * Number(opacity) };
        backs.set(element, made);
        return made;
      };
      const texts = new Set<Element>(document.querySelectorAll("body :is(input, select, textarea, button)"));
      const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (walk.nextNode()) if (walk.currentNode.nodeValue?.trim()) texts.add(walk.currentNode.parentElement!);
      for (const marked of document.querySelectorAll(`[${attribute}]`)) marked.removeAttribute(attribute);
      const forced =
        matchMedia("(forced-colors: active)").matches &&
        [...document.querySelectorAll("body :not(svg, svg *)")].every(
          (element) => !element.checkVisibility() || getComputedStyle(element).forcedColorAdjust === "auto",
        );
      const kinds = new Set(seen);
      const found: string[] = [];
      for (const element of texts) {
        if (!element.checkVisibility()) continue;
        const { color, fill, fontSize, fontWeight, textShadow } = getComputedStyle(element);
        const { paint, opacity } = behind(element);
        const kind = [
          color,
          fill,
          fontSize,
          fontWeight,
          textShadow,
          paint,
          opacity,
          ...(forced && !(element instanceof SVGElement) ? [] : [named(element), named(element.parentElement)]),
        ].join(" ");
        if (kinds.has(kind)) continue;
        kinds.add(kind);
        found.push(kind);
        element.setAttribute(attribute, "");
      }
      return found;
    },
    { seen: [...known], attribute: mark },
  );
  for (const kind of fresh) known.add(kind);
  return fresh.length;
}
