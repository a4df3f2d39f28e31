import { isNarrowed, onlyAgency, type SearchState } from "../read/addressState.ts";
import { type SearchAnswer } from "../read/searchAnswer.ts";
import { required } from "./element.ts";

/** The heading of the hits, and the feed of the one agency they are of. @returns is told what is shown now */
export function resultHeading(root: HTMLElement): (state: SearchState, answer: SearchAnswer) => void {
  const heading = required<HTMLElement>(root, "[data-search-heading]");
  const feed = required<HTMLAnchorElement>(root, "[data-search-feed]");
  const ofNewest = heading.textContent;
  return (state, { hits }) => {
    heading.textContent = isNarrowed(state) ? (heading.dataset["found"] ?? "") : ofNewest;
    const agency = hits.length === 0 ? null : onlyAgency(state);
    feed.hidden = agency === null;
    if (agency !== null) feed.href = `${feed.dataset["agencies"] ?? ""}${agency}/feed.atom`;
  };
}
