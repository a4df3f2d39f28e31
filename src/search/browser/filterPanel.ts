import type { SearchState } from "../read/addressState.ts";
import { chosenKinds, markNames } from "../read/filters.ts";
import type { SearchAnswer } from "../read/searchAnswer.ts";
import type { BrowserTexts } from "../../words/browserTexts.ts";
import { required } from "./element.ts";

export interface FilterPanelActions {
  /** Somebody is about to use the lists. */
  onUse: () => void;
  /** Somebody opens a list whose counts the columns do not hold, or closes it. */
  onMarks: () => void;
}

/** The filters, which are folded on small screens. @returns is told what is shown now */
export function filterPanel(
  root: HTMLElement,
  { text, formats }: BrowserTexts,
  { onUse, onMarks }: FilterPanelActions,
): (state: SearchState, answer: SearchAnswer) => void {
  const filters = required<HTMLElement>(root, "[data-search-filters]");
  const results = required<HTMLElement>(root, "[data-search-results]");
  const toggle = required<HTMLButtonElement>(root, "[data-search-toggle]");
  const toggleName = toggle.textContent;
  const show = required<HTMLButtonElement>(root, "[data-search-show]");

  const unfold = (open: boolean): void => {
    filters.toggleAttribute("data-open", open);
    toggle.setAttribute("aria-expanded", String(open));
  };
  filters.addEventListener("focusin", onUse);
  filters.addEventListener("pointerenter", onUse);
  for (const name of markNames)
    filters.querySelector(`[data-search-facet=${name}]`)?.addEventListener("toggle", onMarks);
  toggle.addEventListener("click", () => {
    unfold(!filters.hasAttribute("data-open"));
    if (filters.hasAttribute("data-open")) onUse();
  });
  show.addEventListener("click", () => {
    unfold(false);
    results.scrollIntoView();
    toggle.focus({ preventScroll: true });
  });

  return (state, { exactTotal, total }) => {
    const chosen = chosenKinds(state.filters);
    toggle.textContent = chosen === 0 ? toggleName : text("search.option", { name: toggleName, n: String(chosen) });
    show.textContent = !exactTotal
      ? text("search.filters.show.some")
      : total === 0
        ? text("search.filters.show.none")
        : text("search.filters.show", { found: formats.integer(total) });
  };
}
