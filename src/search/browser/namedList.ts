import { appealAddress } from "../../model/appealBundle.ts";
import { appealNumbers } from "../read/appealNumber.ts";
import { pageSize, writeState, type SearchState } from "../read/addressState.ts";
import type { SearchAnswer } from "../read/searchAnswer.ts";
import { namedFacets, type NamedThing } from "../read/namedFacets.ts";
import type { NamedOffer } from "../read/namedOffers.ts";
import type { BrowserTexts, SearchSettings } from "../../words/browserTexts.ts";
import type { NamedPages } from "../../words/namedPages.ts";
import type { Conversation } from "./conversation.ts";
import { element, required } from "./element.ts";
import type { SearchForm } from "./searchForm.ts";

/** Places of a street that stand open: with more, the hits would be far below. */
const shownPlaces = 3;

export interface NamedList {
  /**
   * Offers what the words of the search name; nothing where nothing was typed.
   *
   * @param meant what was searched for in place of the words
   * @returns the words that name something; null where all that was typed is the number of an appeal
   */
  show: (state: SearchState, meant: SearchAnswer["meant"]) => Promise<readonly string[] | null>;
  /** Goes to the appeal whose number or address was typed; false: it is none. */
  open: (typed: string) => Promise<boolean>;
}

/** What the search names, above the hits of its words: topics, places, agencies, streets, pages, and an appeal by its number. */
export function namedList(
  root: HTMLElement,
  form: SearchForm,
  { ask }: Conversation,
  settings: SearchSettings,
  { text, appeals, formats }: BrowserTexts,
  search: (state: Pick<SearchState, "typed" | "filters">) => void,
): NamedList {
  const place = required<HTMLElement>(root, "[data-search-named]");
  const status = required<HTMLElement>(root, "[data-search-status]");
  const sample = /\/appeals\/(?:in\/.*#)?([^/]+)\/?$/.exec(
    root.querySelector("[data-search-list] a")?.getAttribute("href") ?? "",
  );
  const things: NamedThing[] = namedFacets.flatMap((facet) =>
    Object.entries(form.names(facet)).map(([code, name]) => ({ facet, code, names: [name] })),
  );
  let fetched: Promise<NamedPages> | null = null;
  /** Asked for with the first words; without it what filters name is offered all the same, and the next words ask again. */
  const namedPages = (): Promise<NamedPages> =>
    (fetched ??= fetch(settings.named)
      .then(async (response): Promise<NamedPages> => {
        if (!response.ok) throw new Error(`${settings.named}: ${response.status}`);
        return (await response.json()) as NamedPages;
      })
      .catch(() => {
        fetched = null;
        return { crossings: {}, pages: [] };
      }));
  const linkTo = (address: string, words: string): HTMLAnchorElement => {
    const link = element("a", "", words) as HTMLAnchorElement;
    link.href = address;
    return link;
  };
  const itemOf = (...parts: (Node | string)[]): HTMLElement => element("li", "", ...parts);
  let shown = "";
  let understood: Promise<readonly string[] | null> = Promise.resolve([]);

  const pageOf = async (typed: string): Promise<string | null> => {
    for (const number of appealNumbers(typed, sample?.[1] ?? "", settings.sources)) {
      const address = settings.site + appealAddress(number, settings.bundles).slice(1);
      if (await answers(address, number)) return address;
    }
    return null;
  };

  const linkToSearch = (state: Omit<SearchState, "shown">, words: string): HTMLAnchorElement => {
    const link = linkTo(`?${writeState({ ...state, shown: pageSize }).toString()}`, words);
    link.addEventListener("click", (event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      search(state);
      form.words.focus();
    });
    return link;
  };

  /** Of a street nobody said in which place: the places whose appeals name it, all but the first folded. */
  const places = ({ places: found, typed, filters }: NamedOffer, order: SearchState["order"]): HTMLElement[] => {
    if (found.length === 0) return [];
    const links = found.flatMap(([code, count]) => [
      " ",
      linkToSearch(
        { typed, filters: { ...filters, place: [code] }, order },
        `${form.nameOf("place", code)}: ${formats.integer(count)}`,
      ),
    ]);
    const folded = links.splice(2 * shownPlaces);
    const fold = element("summary", "", text("search.named.elsewhere", { n: folded.length / 2 }));
    return [
      itemOf(text("search.named.where"), ...links),
      ...(folded.length === 0 ? [] : [itemOf(element("details", "", fold, ...folded))]),
    ];
  };

  const line = (
    { codes, street, rest, typed, filters, count }: NamedOffer,
    order: SearchState["order"],
    crossings: NamedPages["crossings"],
  ): HTMLElement => {
    const names = [
      ...namedFacets.flatMap((facet) => (codes[facet] === undefined ? [] : [form.nameOf(facet, codes[facet])])),
      ...(street === null ? [] : [street]),
      ...(rest === "" ? [] : [rest.includes("«") ? rest : text("search.word", { word: rest })]),
    ].join(" · ");
    const { topic, place: where } = codes;
    // Where the topic in this place has a page, that comes first: it names both, and tells how long people wait.
    const crossing =
      topic !== undefined && where !== undefined && crossings[where]?.includes(topic)
        ? linkTo(`${settings.sections.place}${where}/${topic}/`, text("search.named.page.crossing", { names }))
        : null;
    const link = linkToSearch(
      { typed, filters, order },
      count === null
        ? names
        : text(crossing === null ? "search.named.offer" : "search.named.all", { names, appeals: appeals(count) }),
    );
    if (crossing !== null) return itemOf(crossing, " ", link);
    const [only, ...others] = namedFacets.filter((facet) => codes[facet] !== undefined);
    return only === undefined || others.length > 0
      ? itemOf(link)
      : itemOf(link, " ", linkTo(`${settings.sections[only]}${codes[only] ?? ""}/`, text(`search.named.page.${only}`)));
  };

  return {
    show(state, meant) {
      const { typed, filters, order } = state;
      const asked = JSON.stringify([typed, filters]);
      if (asked === shown) return understood;
      shown = asked;
      place.hidden = true;
      understood = Promise.resolve([]);
      if (typed.trim() === "") return understood;
      let said: string[] | null = [];
      const offered = pageOf(typed).then(async (address) => {
        if (address !== null) {
          said = null;
          return [itemOf(linkTo(address, text("search.named.appeal")))];
        }
        const { crossings, pages: known } = await namedPages();
        const pages = known.map(({ name, words }) => [name, ...words]);
        const named = await ask("name", { typed, filters, things, pages, language: settings.language });
        said = named.offers.flatMap((offer) => offer.said);
        return [
          ...named.offers.flatMap((offer) => [
            line(offer, order, crossings),
            ...places(offer, order),
            // Where this is shown already, the words as they were typed are what is left.
            ...(offer.typed === meant?.typed
              ? [
                  itemOf(
                    linkToSearch({ typed: typed.replace(/\S+/g, "«$&»"), filters, order }, text("search.named.words")),
                  ),
                ]
              : []),
          ]),
          ...named.pages.flatMap((at) => {
            const page = known[at];
            return page === undefined
              ? []
              : [itemOf(linkTo(page.href, text("search.named.page", { page: page.name })))];
          }),
        ];
      });
      return (understood = offered.then(
        (lines) => {
          // Meanwhile something else was asked.
          if (asked !== shown) return said;
          required(place, "ul").replaceChildren(...lines);
          place.hidden = lines.length === 0;
          if (!place.hidden && status.textContent === text("search.none"))
            status.textContent = text("search.none.named");
          return said;
        },
        // Without the names the hits of the words stand.
        () => said,
      ));
    },
    async open(typed) {
      const address = await pageOf(typed);
      if (address !== null) location.assign(address);
      return address !== null;
    },
  };
}

/** Whether an appeal stands at an address: on a page of its own, or in its bundle, which answers whoever lies in it. */
async function answers(address: string, number: string): Promise<boolean> {
  const isBundle = address.includes("#");
  try {
    const response = await fetch(address, { method: isBundle ? "GET" : "HEAD" });
    return response.ok && (!isBundle || (await response.text()).includes(` id="${number}"`));
  } catch {
    return false;
  }
}
