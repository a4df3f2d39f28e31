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

/** Which rules of axe look at what; where nothing is said, those that run by themselves at the whole page. */
interface Look {
  /** Names of the rules that look. */
  only?: readonly string[];
  /** Names of rules that do not. */
  without?: readonly string[];
  /** Selector of the elements that are looked at. */
  within?: string;
}

/** Puts axe on a page or in a frame; it stays there until another page is opened. */
export async function loadAxe(place: Page | Frame): Promise<void> {
  await place.evaluate(source);
}

/**
 * What axe objects to, up to three places for each rule. Only violations are described: nobody reads the
 * places where all is well.
 */
export async function objectionsTo(place: Page | Frame, look: Look = {}): Promise<Objection[]> {
  return place.evaluate(async ({ only, without = [], within }) => {
    const { axe } = window as unknown as {
      axe: { run: (context: object, options: object) => Promise<{ violations: Violation[] }> };
    };
    const { violations } = await axe.run(within === undefined ? document : document.querySelectorAll(within), {
      resultTypes: ["violations"],
      ...(only ? { runOnly: { type: "rule", values: only } } : {}),
      rules: Object.fromEntries(without.map((rule) => [rule, { enabled: false }])),
    });
    return violations.map(({ id, nodes }) => ({
      id,
      nodes: nodes.slice(0, 3).map(({ target, failureSummary }) => `${target.join(" ")}: ${failureSummary}`),
    }));
  }, look);
}
