import { pageSize } from "../read/addressState.ts";
import type { SearchAnswer } from "../read/searchAnswer.ts";
import type { BrowserTexts, SearchSettings } from "../../words/browserTexts.ts";
import { required } from "./element.ts";
import { type HitNames, hitItem } from "./hitItem.ts";
import type { SearchForm } from "./searchForm.ts";

export interface HitList {
  /** Puts hits in place of what was there. @param wanted how many were asked for */
  show: (answer: SearchAnswer, wanted: number) => void;
  /** Says how many more there are, once they are all counted. */
  showRest: (answer: SearchAnswer) => void;
  /** Nothing that could be shown is known. */
  clear: () => void;
  /** Leaves the room of the newest appeals and hides them: others were asked for by the address. */
  await: () => void;
  isAwaited: () => boolean;
  /** The newest appeals, which stood in the page as it came. */
  showNewest: () => void;
}

/** The hits, and the button for more of them. */
export function hitList(
  root: HTMLElement,
  form: SearchForm,
  settings: SearchSettings,
  texts: BrowserTexts,
  onMore: () => void,
): HitList {
  const { text, formats } = texts;
  const names: HitNames = {
    topic: { ...settings.topics, ...form.names("topic") },
    place: { ...settings.places, ...form.names("place") },
    agency: (code) => form.nameOf("agency", code),
  };
  const list = required<HTMLElement>(root, "[data-search-list]");
  const more = required<HTMLButtonElement>(root, "[data-search-more]");
  const newest = [...list.children];
  const stepOn = (address: unknown): void => {
    for (const link of list.querySelectorAll("a")) if (link.href === address) link.focus();
  };
  /**
   * Puts other entries into the list. Whoever stands on one of them stays on it, or at the list where it is gone; whoever
   * comes back from an appeal goes on where it stands.
   */
  const place = (entries: readonly Element[]): void => {
    const standsOn = document.activeElement;
    const isHere = list.contains(standsOn);
    list.replaceChildren(...entries);
    list.style.visibility = "";
    if (isHere) list.focus({ preventScroll: true });
    if (isHere) stepOn((standsOn as HTMLAnchorElement).href);
    else if (standsOn === document.body) stepOn(history.state);
  };
  const restText = ({ hits, total }: SearchAnswer): string =>
    text("search.more", { n: formats.integer(Math.min(pageSize, total - hits.length)) });
  more.addEventListener("click", () => {
    more.dataset["pressed"] = "";
    onMore();
  });
  list.addEventListener("click", ({ target }) => history.replaceState((target as Element).closest("a")?.href, ""));
  return {
    show(answer, wanted) {
      const { hits, total, exactTotal } = answer;
      const before = list.children.length;
      place(hits.map((hit) => hitItem(hit, names, settings, texts)));
      more.hidden = exactTotal ? hits.length >= total : hits.length < wanted;
      more.textContent = exactTotal ? restText(answer) : text("search.more.some");
      // Whoever pressed the button goes on reading at the first new hit.
      if (more.dataset["pressed"] !== undefined) {
        delete more.dataset["pressed"];
        list.children[before]?.querySelector("a")?.focus({ preventScroll: true });
      }
    },
    showRest(answer) {
      if (answer.hits.length >= answer.total) more.hidden = true;
      else more.textContent = restText(answer);
    },
    clear() {
      place([]);
      more.hidden = true;
    },
    await() {
      list.style.visibility = "hidden";
    },
    isAwaited: () => list.style.visibility !== "",
    showNewest() {
      place(newest);
    },
  };
}
