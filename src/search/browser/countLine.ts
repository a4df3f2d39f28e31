import type { SearchAnswer } from "../read/searchAnswer.ts";
import type { BrowserTexts, SearchSettings } from "../../words/browserTexts.ts";
import { actionButton, required } from "./element.ts";

export interface CountLine {
  /** Nothing is known yet; where nothing is shown either, the line says that it is looked for. */
  clear: (isNothingShown: boolean) => void;
  /** How many were found; nothing where that is not known, and the button to count them, if any. */
  show: (answer: SearchAnswer, byWords: boolean, count: (() => void) | null) => void;
  /** The counting goes on; how many appeals have been looked at is known only some time later. */
  counting: (searched?: number) => void;
  /** What went wrong, and what can be done. */
  fail: (words: string, button: HTMLElement) => void;
}

/** Says how many there are once that is known. While it is counted the progress is seen, and no screen reader is told of it. */
export function countLine(
  root: HTMLElement,
  { total }: Pick<SearchSettings, "total">,
  { text, found, formats }: BrowserTexts,
): CountLine {
  const status = required<HTMLElement>(root, "[data-search-status]");
  const named = required<HTMLElement>(root, "[data-search-named]");
  const progress = required<HTMLElement>(root, "[data-search-progress]");
  const results = required<HTMLElement>(root, "[data-search-results]");
  const title = document.title;
  const say = (words: string, ...more: (Node | string)[]): void => {
    progress.textContent = "";
    results.toggleAttribute("data-counting", false);
    // What was said already is not said again.
    if (more.length > 0 || status.textContent !== words) status.replaceChildren(words, ...more);
  };
  return {
    clear: (isNothingShown) => {
      progress.textContent = isNothingShown ? text("search.searching") : "";
    },
    show(answer, byWords, count) {
      const { empty, exactTotal, total: all, cut, meant } = answer;
      const told = (meant ? `${text("search.street", { street: meant.typed })} ` : "") + found(all, byWords && !meant);
      const known = empty
        ? text("search.empty")
        : !exactTotal
          ? ""
          : all === 0
            ? text(named.hidden ? "search.none" : "search.none.named")
            : `${told}.`;
      // Whoever hears the page is told its title first.
      document.title = byWords && exactTotal ? `${told}. ${title}` : title;
      const said = known === "" && count !== null ? text("search.count.unknown") : known;
      const words = [said, cut ? text("search.cut") : ""].filter(Boolean).join(" ");
      if (count === null) say(words);
      else say(words, " ", actionButton(text(exactTotal ? "search.count.parts" : "search.count.all"), count));
    },
    counting(searched) {
      const isUnderWay = searched !== undefined && searched < total;
      results.toggleAttribute("data-counting", true);
      progress.textContent = isUnderWay
        ? text("search.counting.progress", { n: formats.integer(searched), all: formats.integer(total) })
        : text("search.counting");
    },
    fail(words, button) {
      say(words, " ", button);
    },
  };
}
