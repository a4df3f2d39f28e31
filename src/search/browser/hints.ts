import type { SearchState } from "../read/addressState.ts";
import { chosenKinds, noFilters, type Filters } from "../read/filters.ts";
import type { SearchAnswer } from "../read/searchAnswer.ts";
import type { BrowserTexts } from "../../words/browserTexts.ts";
import type { Conversation } from "./conversation.ts";
import { actionButton, element, required } from "./element.ts";

/** Hits from which on nobody asks whether a word was mistyped. */
const plenty = 10;

export interface HintActions {
  search: (words: string) => void;
  filter: (filters: Filters) => void;
}

/** What may help where little was found: other words, or fewer conditions. Nothing is replaced; the reader decides. */
export function hints(
  root: HTMLElement,
  { ask }: Conversation,
  { text, formats }: BrowserTexts,
  { search, filter }: HintActions,
): (state: SearchState | null, answer: SearchAnswer | null, understood: Promise<readonly string[] | null>) => void {
  const place = required<HTMLElement>(root, "[data-search-hints]");
  let newest = 0;
  return (state, answer, understood) => {
    newest += 1;
    const mine = newest;
    place.replaceChildren();
    if (state === null || answer === null) return;
    if (answer.total === 0 && answer.unfiltered > 0 && chosenKinds(state.filters) > 0) {
      place.append(
        element(
          "p",
          "",
          text("search.filtered", { n: formats.integer(answer.unfiltered) }),
          " ",
          actionButton(text("search.filtered.drop"), () => filter(noFilters)),
        ),
      );
    }
    if (state.typed.trim() === "" || answer.empty || answer.unfiltered >= plenty) return;
    const { typed } = state;
    understood
      .then((words) => words && ask("suggest", { typed, understood: words }))
      .then(
        (suggestions) => {
          // Meanwhile something else was asked.
          if (mine !== newest || suggestions === null) return;
          const { nowhere, instead } = suggestions;
          if (nowhere.length > 0 && answer.unfiltered === 0) {
            const words = [...new Set(nowhere)]
              .map((word) => text("search.word", { word: word.slice(0, 40) }))
              .join(", ");
            place.append(
              element("p", "", text(nowhere.length === 1 ? "search.nowhere.one" : "search.nowhere.other", { words })),
            );
          }
          if (instead !== null)
            place.append(
              element(
                "p",
                "",
                text("search.suggest"),
                " ",
                actionButton(instead, () => search(instead)),
              ),
            );
        },
        // Without the vocabulary there is no advice; the answer itself stands.
        () => {},
      );
  };
}
