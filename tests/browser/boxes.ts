import type { Page } from "playwright-core";

interface Remembering {
  boxes: Map<Element, DOMRect>;
}

/** Keeps in the page where each of its elements that show lies, after what is drawn to a size has been drawn to that of now. */
export function rememberBoxes(page: Page): Promise<void> {
  return page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame++) await new Promise((drawn) => requestAnimationFrame(drawn));
    // What a closed fold holds is laid out at some time or other.
    const all = [...document.querySelectorAll("body *")].filter((element) => element.checkVisibility());
    (window as unknown as Remembering).boxes = new Map(
      all.map((element) => [element, element.getBoundingClientRect()]),
    );
  });
}

/**
 * Elements that lie elsewhere than when they were remembered, have another size, or show now and did not or the other way round,
 * by their names and classes: less than a pixel is how the browser rounds. Where there are none, whoever does something on the
 * page does it as well in the state of now.
 */
export function movedBoxes(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { boxes } = window as unknown as Remembering;
    return [...document.querySelectorAll("body *")]
      .filter((element) => {
        const was = boxes.get(element);
        if (was === undefined || !element.checkVisibility()) return (was !== undefined) !== element.checkVisibility();
        const is = element.getBoundingClientRect();
        return (["x", "y", "width", "height"] as const).some((side) => Math.abs(is[side] - was[side]) >= 1);
      })
      .map((element) => `${element.tagName.toLowerCase()}.${element.getAttribute("class") ?? ""}`);
  });
}
