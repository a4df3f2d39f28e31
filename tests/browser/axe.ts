import { readFileSync } from "node:fs";
import { type Frame, type Page } from "playwright-core";

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

/** Puts axe on a page or in a frame; it stays there until another page is opened. */
export async function loadAxe(place: Page | Frame): Promise<void> {
  await place.evaluate(source);
}

/**
 * What axe objects to, up to three places for each rule. Only violations are described: nobody reads the
 * places where all is well.
 *
 * @param only names of its rules; all of them where it is left out
 * @param within selector of the elements that it looks at; the whole page where it is left out
 */
export async function objectionsTo(
  place: Page | Frame,
  only?: readonly string[],
  within?: string,
): Promise<Objection[]> {
  return place.evaluate(
    async ([rules, selector]) => {
      const { axe } = window as unknown as {
        axe: { run: (context: object, options: object) => Promise<{ violations: Violation[] }> };
      };
      const { violations } = await axe.run(selector === undefined ? document : document.querySelectorAll(selector), {
        resultTypes: ["violations"],
        ...(rules ? { runOnly: { type: "rule", values: rules } } : {}),
      });
      return violations.map(({ id, nodes }) => ({
        id,
        nodes: nodes.slice(0, 3).map(({ target, failureSummary }) => `${target.join(" ")}: ${failureSummary}`),
      }));
    },
    [only, within] as const,
  );
}
