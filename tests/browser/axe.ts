import { readFileSync } from "node:fs";
import { type Frame, type Page } from "playwright-core";

const source = readFileSync("node_modules/axe-core/axe.min.js", "utf8");

interface Violation {
  id: string;
  nodes: { target: unknown[]; failureSummary?: string }[];
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
 */
export async function objectionsTo(
  place: Page | Frame,
  only?: readonly string[],
): Promise<{ id: string; nodes: string[] }[]> {
  return place.evaluate(async (rules) => {
    const { axe } = window as unknown as { axe: { run: (options: object) => Promise<{ violations: Violation[] }> } };
    const { violations } = await axe.run({
      resultTypes: ["violations"],
      ...(rules ? { runOnly: { type: "rule", values: rules } } : {}),
    });
    return violations.map(({ id, nodes }) => ({
      id,
      nodes: nodes.slice(0, 3).map(({ target, failureSummary }) => `${target.join(" ")}: ${failureSummary}`),
    }));
  }, only);
}
