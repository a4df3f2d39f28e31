import { isNarrowed, onlyOf, type SearchState } from "../read/addressState.ts";
import { type SearchAnswer } from "../read/searchAnswer.ts";
import { required } from "./element.ts";

/** Feeds of subjects, by the folders of their pages. */
const folders = { agency: "agencies", topic: "topics", place: "places" } as const;

/** The heading of the hits, and the feed of the one agency, topic or place they are of. @returns is told what is shown now */
export function resultHeading(root: HTMLElement): (state: SearchState, answer: SearchAnswer) => void {
  const heading = required<HTMLElement>(root, "[data-search-heading]");
  const feed = required<HTMLAnchorElement>(root, "[data-search-feed]");
  const ofNewest = heading.textContent;
  return (state, { hits }) => {
    heading.textContent = isNarrowed(state) ? (heading.dataset["found"] ?? "") : ofNewest;
    const [one] = hits.length === 0 ? [] : feedsOf(state);
    feed.hidden = one === undefined;
    if (one !== undefined) feed.href = `${feed.dataset["root"] ?? ""}${one}/feed.atom`;
  };
}

function feedsOf(state: SearchState): string[] {
  return (["agency", "topic", "place"] as const).flatMap((facet) => {
    const code = onlyOf(facet, state);
    return code === null ? [] : [`${folders[facet]}/${code}`];
  });
}
