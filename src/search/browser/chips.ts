import { facetNames, type Filters } from "../read/filters.ts";
import type { BrowserTexts } from "../../words/browserTexts.ts";
import { actionButton, element, required } from "./element.ts";
import type { SearchForm } from "./searchForm.ts";

/** What is chosen, above the results; each can be taken back there. */
export function chips(
  root: HTMLElement,
  form: SearchForm,
  { text, formats }: BrowserTexts,
  change: (filters: Filters) => void,
): (filters: Filters) => void {
  const list = required<HTMLElement>(root, "[data-search-chips]");
  return (filters) => {
    const chip = (name: string, without: Filters): HTMLElement => {
      const button = actionButton(name, () => {
        change(without);
        // The pressed button is gone; who works by keyboard goes on at the next one.
        (list.querySelector("button") ?? form.words).focus();
      });
      button.setAttribute("aria-label", text("search.chip.remove", { name }));
      return element("li", "", button);
    };
    const made = facetNames.flatMap((facet) =>
      filters[facet].map((code) =>
        chip(form.nameOf(facet, code), { ...filters, [facet]: filters[facet].filter((other) => other !== code) }),
      ),
    );
    if (filters.from !== null)
      made.push(chip(text("search.chip.from", { date: formats.date(filters.from) }), { ...filters, from: null }));
    if (filters.to !== null)
      made.push(chip(text("search.chip.to", { date: formats.date(filters.to) }), { ...filters, to: null }));
    list.hidden = made.length === 0;
    list.replaceChildren(...made);
  };
}
