import { readFileSync } from "node:fs";
import type { Frame, Page } from "playwright-core";

const source = readFileSync("node_modules/axe-core/axe.min.js", "utf8");

interface Violation {
  id: string;
  nodes: { target: unknown[]; failureSummary?: string }[];
}

/** What axe objects to: a rule, and up to three places with what is wrong there. */
export interface Objection {
  id: string;
  nodes: string[];
}

/** Which rules of axe look at what; where nothing is said, those that run by themselves at the whole page. */
interface Look {
  /** Names of the rules that look. */
  only?: readonly string[];
  /** Selector of the elements that are looked at. */
  within?: string;
  /** Selector of those of them whose contrast is looked at. */
  contrastOf?: string;
}

/** Puts axe on a page or in a frame; it stays there until another page is opened. */
export async function loadAxe(place: Page | Frame): Promise<void> {
  // Nobody reads the sources of elements, which are written out for all that is well, too.
  await place.evaluate(`${source};axe.configure({ noHtml: true })`);
}

/** Links without a line that the text around them has not: only these could look like it. */
const plainLink = "data-plain-link";

/**
 * What axe objects to, up to three places for each rule. Only violations are described: nobody reads the
 * places where all is well.
 */
export async function objectionsTo(place: Page | Frame, look: Look = {}): Promise<Objection[]> {
  return place.evaluate(
    async ({ only, within, contrastOf = "*", plain }) => {
      // To axe a line under a link is enough, but it asks for the colours of all that is painted behind all the same.
      const line = (element: Element): string => getComputedStyle(element).textDecorationLine;
      for (const link of only === undefined ? document.querySelectorAll("a[href]") : []) {
        let around = link.parentElement;
        while (around !== null && getComputedStyle(around).display.startsWith("inline") && line(around) === "none")
          around = around.parentElement;
        link.toggleAttribute(plain, around === null || line(link) === line(around));
      }
      const { axe } = window as unknown as {
        axe: {
          configure: (rules: object) => void;
          run: (context: object, options: object) => Promise<{ violations: Violation[] }>;
        };
      };
      axe.configure({
        rules: [
          { id: "color-contrast", selector: contrastOf },
          { id: "link-in-text-block", selector: `a[${plain}]` },
        ],
      });
      const { violations } = await axe.run(within === undefined ? document : document.querySelectorAll(within), {
        resultTypes: ["violations"],
        ...(only ? { runOnly: { type: "rule", values: only } } : {}),
      });
      return violations.map(({ id, nodes }) => ({
        id,
        nodes: nodes.slice(0, 3).map(({ target, failureSummary }) => `${target.join(" ")}: ${failureSummary}`),
      }));
    },
    { ...look, plain: plainLink },
  );
}
