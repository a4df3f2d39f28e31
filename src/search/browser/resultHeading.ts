import { feedAddress, feedFacets, type FeedOf } from "../../appeals/feedAddress.ts";
import { isNarrowed, onlyOf, type SearchState } from "../read/addressState.ts";
import type { SearchAnswer } from "../read/searchAnswer.ts";
import { required } from "./element.ts";

/**
 * The heading of the hits, and the feed that brings the same appeals, where there is one.
 *
 * @returns is told what is shown now; null: nothing yet
 */
export function resultHeading(root: HTMLElement): (state: SearchState, answer: SearchAnswer | null) => void {
  const heading = required<HTMLElement>(root, "[data-search-heading]");
  const feed = required<HTMLAnchorElement>(root, "[data-search-feed]");
  const ofNewest = heading.textContent;
  return (state, answer) => {
    heading.textContent = isNarrowed(state) ? (heading.dataset["found"] ?? "") : ofNewest;
    const of = (answer?.hits.length ?? 0) === 0 ? undefined : followed(state);
    feed.hidden = of === undefined;
    if (of !== undefined) feed.href = (feed.dataset["root"] ?? "") + feedAddress(of).slice(1);
  };
}

/** What the shown appeals are all of; null: of nothing, they are all there are; undefined: no feed brings them. */
function followed(state: SearchState): FeedOf | undefined {
  if (!isNarrowed(state)) return null;
  for (const facet of feedFacets) {
    const code = onlyOf(facet, state);
    if (code !== null) return { facet, code };
  }
  return undefined;
}
