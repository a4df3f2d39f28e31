import type { Page } from "playwright-core";
import { objectionsTo, type Objection } from "./axe.ts";
import { markNewTextKinds } from "./textKinds.ts";

/** Rules of axe, of those that run by themselves, whose verdict hangs on how things are laid out. All others ask what there is. */
const ofLayout = ["scrollable-region-focusable"];
const ofColours = ["color-contrast"];
const mark = "data-first-of-its-kind";

/** States of a page whose colours differ. */
type Colours = "light" | "dark" | "forced";

/**
 * Judges pages in several states one after the other, with axe. A page as it was opened is judged by every rule. In another
 * state only that which it can change: what is laid out anew by the rules of layout; what shows or hides by every rule, unless
 * the same came and went on an earlier page. Whether they can be read is judged of texts of every kind once in these colours:
 * that is half the work of axe.
 */
export function statesJudge() {
  const texts: Record<Colours, Set<string>> = { light: new Set(), dark: new Set(), forced: new Set() };
  const changes = new Set<string>([""]);

  /** Marks texts of kinds that were not yet seen in these colours. @returns whether there are any */
  const marked = async (page: Page, colours: Colours): Promise<boolean> =>
    (await markNewTextKinds(page, texts[colours], mark)) > 0;

  /** What there is to say of texts in other colours than those of before. */
  const coloured = async (page: Page, colours: Colours): Promise<Objection[]> =>
    (await marked(page, colours)) ? objectionsTo(page, { only: ofColours, within: `[${mark}]` }) : [];

  const byAll = async (page: Page): Promise<Objection[]> => {
    await marked(page, "light");
    return objectionsTo(page, { contrastOf: `[${mark}]` });
  };

  return {
    /** A page by every rule, in the light. */
    whole: async (page: Page): Promise<Objection[]> => {
      await rememberShown(page);
      return byAll(page);
    },
    coloured,
    /** The same page, laid out anew in the light. */
    narrower: async (page: Page): Promise<Objection[]> => {
      const changed = await changedSince(page);
      if (!changes.has(changed)) {
        changes.add(changed);
        return byAll(page);
      }
      await marked(page, "light");
      return objectionsTo(page, { only: [...ofLayout, ...ofColours], contrastOf: `[${mark}]` });
    },
  };
}

interface Remembering {
  shown: Set<Element>;
}

/** Keeps in the page which of its elements show. */
function rememberShown(page: Page): Promise<void> {
  return page.evaluate(() => {
    const all = [...document.querySelectorAll("body *")].filter((element) => element.checkVisibility());
    (window as unknown as Remembering).shown = new Set(all);
  });
}

/** Which elements show that did not, and the other way round, by their names and classes and those of what they stand in. */
function changedSince(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { shown } = window as unknown as Remembering;
    const named = (element: Element | null): string =>
      element === null ? "" : `${element.tagName}.${element.getAttribute("class") ?? ""}`;
    const changed = [...document.querySelectorAll("body *")].filter(
      (element) => element.checkVisibility() !== shown.has(element),
    );
    const told = changed.map(
      (element) => `${shown.has(element) ? "-" : "+"}${named(element.parentElement)}>${named(element)}`,
    );
    return [...new Set(told)].sort().join(" ");
  });
}
