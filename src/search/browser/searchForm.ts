import type { SearchState } from "../read/addressState.ts";
import { facetNames, markNames, noFilters, type FacetName, type Filters } from "../read/filters.ts";
import type { Order, SearchAnswer } from "../read/searchAnswer.ts";
import type { BrowserTexts, SearchSettings } from "../../words/browserTexts.ts";
import { required } from "./element.ts";

export interface SearchForm {
  words: HTMLInputElement;
  read: (shown: number) => SearchState;
  fill: (state: SearchState) => void;
  /** Writes beside each value how many hits it would leave; null: nothing, since that is not known. */
  showCounts: (answer: SearchAnswer | null) => void;
  /** How a chosen value is called. */
  nameOf: (facet: FacetName, code: string) => string;
  /** All names of a kind, as the portal writes them. */
  names: (facet: FacetName) => Record<string, string>;
  /** Whether somebody looks at values that the columns do not hold. */
  wantsMarks: () => boolean;
}

/** The fields of the search: what stands in them, and what is shown beside them. */
export function searchForm(
  root: HTMLElement,
  { agencies }: Pick<SearchSettings, "agencies">,
  { formats }: BrowserTexts,
): SearchForm {
  const words = required<HTMLInputElement>(root, "[name=q]");
  const sort = required<HTMLSelectElement>(root, "[name=sort]");
  const dates = {
    from: required<HTMLInputElement>(root, "[name=from]"),
    to: required<HTMLInputElement>(root, "[name=to]"),
  };
  const lists = [...root.querySelectorAll<HTMLDetailsElement>("[data-search-facet]")].map((list) => ({
    list,
    name: list.dataset["searchFacet"] as FacetName,
    boxes: [...list.querySelectorAll<HTMLInputElement>("[type=checkbox]")],
  }));
  /** What an address asks for and no list has: an agency that is gone. It still counts, and can be taken back. */
  let unlisted: Filters = noFilters;
  const boxesOf = (facet: FacetName): HTMLInputElement[] => lists.find(({ name }) => name === facet)?.boxes ?? [];

  for (const { list, boxes } of lists) {
    const find = list.querySelector<HTMLInputElement>("[data-search-find]");
    find?.addEventListener("input", (event) => {
      event.stopPropagation();
      const wanted = find.value.trim().toLocaleLowerCase();
      for (const box of boxes) {
        const item = box.closest("li");
        if (item !== null) item.hidden = !box.checked && !nameBeside(box).toLocaleLowerCase().includes(wanted);
      }
    });
    // What is typed there narrows the list, not the search.
    find?.addEventListener("change", (event) => event.stopPropagation());
  }

  // Without words no appeal suits better than another.
  const orderOf = (): Order => (sort.value === "relevance" && words.value.trim() !== "" ? "relevance" : "newest");
  const showOrder = (): void => {
    const choice = sort.closest("p");
    if (choice !== null) choice.hidden = words.value.trim() === "";
  };
  const showChosen = (): void => {
    for (const { list, boxes } of lists) {
      const chosen = boxes.filter(({ checked }) => checked).length;
      required(list, "[data-search-chosen]").textContent = chosen === 0 ? "" : formats.integer(chosen);
    }
  };

  return {
    words,
    read(shown) {
      const filters: Filters = { ...noFilters, from: dates.from.value || null, to: dates.to.value || null };
      for (const name of facetNames)
        filters[name] = [
          ...boxesOf(name)
            .filter(({ checked }) => checked)
            .map(({ value }) => value),
          ...unlisted[name],
        ];
      showChosen();
      showOrder();
      return { typed: words.value, filters, order: orderOf(), shown };
    },
    fill({ typed, filters, order }) {
      words.value = typed;
      unlisted = { ...noFilters };
      for (const name of facetNames) {
        const wanted = new Set(filters[name]);
        for (const box of boxesOf(name)) box.checked = wanted.delete(box.value);
        unlisted[name] = [...wanted];
      }
      dates.from.value = filters.from ?? "";
      dates.to.value = filters.to ?? "";
      sort.value = order === "relevance" ? "relevance" : "";
      showChosen();
      showOrder();
    },
    showCounts(answer) {
      for (const { name, boxes } of lists) {
        const own = answer?.counts[name] ?? null;
        for (const box of boxes) {
          const item = box.closest("li");
          if (item === null) continue;
          const count = own?.[box.value] ?? 0;
          required(item, "[data-search-count]").textContent = own === null ? "" : formats.integer(count);
          item.toggleAttribute("data-zero", own !== null && count === 0);
        }
      }
    },
    // Agencies by the short names that hits show as well.
    nameOf: (facet, code) =>
      (facet === "agency"
        ? (agencies[boxesOf(facet).findIndex(({ value }) => value === code)] ?? agencies[code])
        : undefined) ??
      boxesOf(facet)
        .filter(({ value }) => value === code)
        .map(nameBeside)[0] ??
      code,
    names: (facet) => Object.fromEntries(boxesOf(facet).map((box) => [box.value, nameBeside(box)])),
    wantsMarks: () => lists.some(({ list, name }) => list.open && markNames.some((mark) => mark === name)),
  };
}

/** What a box of a list is called: the words that stand next to it. */
const nameBeside = (box: HTMLInputElement): string => box.nextElementSibling?.textContent.trim() ?? box.value;
