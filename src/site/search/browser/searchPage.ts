import { isNarrowed, onlyAgency, pageSize, readState, writeState, type SearchState } from "../addressState.ts";
import { chosenKinds, noFilters, type Filters } from "../filters.ts";
import { type SearchAnswer } from "../searchAnswer.ts";
import { browserTexts, type SearchSettings } from "./browserTexts.ts";
import { chips } from "./chips.ts";
import { completion } from "./completion.ts";
import { countLine } from "./countLine.ts";
import { openConversation } from "./conversation.ts";
import { actionButton, required } from "./element.ts";
import { hints } from "./hints.ts";
import { hitItem } from "./hitItem.ts";
import { monthHistogram } from "./monthHistogram.ts";
import { SearchUnavailable, type SearchFault } from "./readFile.ts";
import { searchForm } from "./searchForm.ts";
import { takePanel } from "./takePanel.ts";

/** Makes the search page work: the form, its address and the worker. Without it the page's static lists remain. */

/** Long enough for a word to be finished, short enough not to be noticed. */
const typingPause = 350;
/** Words that are still being typed are searched for, but not counted, which may be many files. */
const countingPause = 1000;
/** Shards that are counted unasked: some hundred kilobytes. Of more the reader decides. */
const fewShards = 8;

function start(root: HTMLElement): void {
  const settings = JSON.parse(required(root, "script[type='application/json']").textContent) as SearchSettings;
  const texts = browserTexts(settings);
  const { text, formats } = texts;
  const filters = required<HTMLElement>(root, "[data-search-filters]");
  const toggle = required<HTMLButtonElement>(root, "[data-search-toggle]");
  const toggleName = toggle.textContent;
  const show = required<HTMLButtonElement>(root, "[data-search-show]");
  const results = required<HTMLElement>(root, "[data-search-results]");
  const heading = required<HTMLElement>(root, "[data-search-heading]");
  const list = required<HTMLElement>(root, "[data-search-list]");
  const more = required<HTMLButtonElement>(root, "[data-search-more]");
  const feed = required<HTMLAnchorElement>(root, "[data-search-feed]");
  const newestHeading = heading.textContent;
  const newest = [...list.children];

  const form = searchForm(root, settings, texts);
  const conversation = openConversation(settings);
  const line = countLine(root, settings, texts);
  let shown = pageSize;
  let asked = 0;
  /** The words whose hits have all been counted: another filter or a further page costs nothing then. */
  let counted = "";
  let typing: ReturnType<typeof setTimeout> | undefined;

  /** A choice is a step that "back" undoes; letters of one word are not. */
  const keepAddress = (step: "push" | "replace"): void => {
    const query = writeState(form.read(shown)).toString();
    if (query === new URLSearchParams(location.search).toString()) return;
    const address = query === "" ? location.pathname : `?${query}`;
    if (step === "push") history.pushState(null, "", address);
    else history.replaceState(null, "", address);
  };
  const change = (step: "push" | "replace", pause = 0): void => {
    shown = pageSize;
    keepAddress(step);
    ask(pause);
  };
  const changeTo = (part: Partial<SearchState>): void => {
    form.fill({ ...form.read(shown), ...part });
    change("push");
  };
  const filterBy = (chosen: Filters): void => changeTo({ filters: chosen });

  const showChips = chips(root, form, texts, filterBy);
  const showHints = hints(root, conversation, texts, { search: (typed) => changeTo({ typed }), filter: filterBy });
  const showTake = takePanel(root, form, conversation, settings, texts);
  const showMonths = monthHistogram(root, settings, texts, (dates) => filterBy({ ...form.read(shown).filters, ...dates }));
  completion(root, form.words, conversation);

  const unfold = (open: boolean): void => {
    filters.toggleAttribute("data-open", open);
    toggle.setAttribute("aria-expanded", String(open));
  };

  const showHits = ({ hits, total, exactTotal }: SearchAnswer): void => {
    const before = list.children.length;
    list.replaceChildren(...hits.map((hit) => hitItem(hit, settings, texts)));
    more.hidden = exactTotal ? hits.length >= total : hits.length < shown;
    more.textContent = exactTotal ? text("search.more", { n: formats.integer(Math.min(pageSize, total - hits.length)) }) : text("search.more.some");
    // Whoever pressed the button goes on reading at the first new hit.
    if (more.dataset["pressed"] !== undefined) {
      delete more.dataset["pressed"];
      list.children[before]?.querySelector("a")?.focus({ preventScroll: true });
    }
  };

  /** Everything around the hits. What is not counted yet is left out: a part of it would be read as the whole. */
  const showAround = (state: SearchState, answer: SearchAnswer): void => {
    const whole = answer.complete ? answer : null;
    const chosen = chosenKinds(state.filters);
    toggle.textContent = chosen === 0 ? toggleName : text("search.option", { name: toggleName, n: String(chosen) });
    show.textContent = !answer.exactTotal ? text("search.filters.show.some") : answer.total === 0 ? text("search.filters.show.none") : text("search.filters.show", { found: formats.integer(answer.total) });
    heading.textContent = isNarrowed(state) ? (heading.dataset["found"] ?? "") : newestHeading;
    form.showCounts(whole);
    showChips(state.filters);
    const agency = answer.hits.length === 0 ? null : onlyAgency(state);
    feed.hidden = agency === null;
    if (agency !== null) feed.href = `${feed.dataset["agencies"] ?? ""}${agency}/feed.atom`;
    showMonths(whole?.months ?? {}, state.filters);
    showHints(state, whole);
    showTake(state, whole);
  };

  const showFault = (fault: SearchFault, again: () => void): void => {
    line.fail(text(`search.fault.${fault}`), actionButton(text("search.retry"), () => (fault === "changed" ? location.reload() : again())));
    showHints(null, null);
    showTake(null, null);
  };

  /** First hits first; then, where that is not much, all of them are counted. */
  const ask = (pause = 0): void => {
    clearTimeout(typing);
    const state = form.read(shown);
    const words = JSON.stringify([state.typed, state.order]);
    asked += 1;
    const mine = asked;
    let hasHits = false;
    const run = async (scope: "first" | "all"): Promise<void> => {
      if (!hasHits) results.setAttribute("aria-busy", "true");
      try {
        const question = { typed: state.typed, filters: state.filters, order: state.order, limit: state.shown, marks: form.wantsMarks(), scope };
        const answer = await conversation.ask("search", question, (searched) => mine === asked && searched < settings.total && line.counting(searched));
        // An older question's answer is of no use any more.
        if (mine !== asked) return;
        if (!hasHits) showHits(answer);
        else if (answer.hits.length >= answer.total) more.hidden = true;
        else more.textContent = text("search.more", { n: formats.integer(Math.min(pageSize, answer.total - answer.hits.length)) });
        hasHits = true;
        if (answer.complete) counted = words;
        const isMuch = answer.remaining > fewShards;
        line.show(answer, !answer.complete && isMuch ? count : null);
        showAround(state, answer);
        if (!answer.complete && !isMuch) {
          line.counting();
          setTimeout(() => mine === asked && void run("all"), pause);
        }
      } catch (error) {
        if (mine !== asked) return;
        if (!hasHits) {
          list.replaceChildren();
          more.hidden = true;
        }
        showFault(error instanceof SearchUnavailable ? error.fault : "broken", hasHits ? count : ask);
      }
      if (mine === asked) results.setAttribute("aria-busy", "false");
    };
    const count = (): void => {
      line.counting();
      void run("all");
    };
    line.clear();
    void run(counted === words ? "all" : "first");
  };

  const restore = (): void => {
    const state = readState(new URLSearchParams(location.search));
    shown = state.shown;
    form.fill(state);
    if (isNarrowed(state) || state.shown !== pageSize || conversation.started()) ask();
    else list.replaceChildren(...newest);
  };

  required(root, "[data-search-form]").addEventListener("submit", (event) => {
    event.preventDefault();
    change("push");
  });
  let lastTyped = "";
  form.words.addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(() => {
      // The first letters make a step of their own, so that "back" leads to where the search began.
      change(lastTyped === "" && location.search === "" ? "push" : "replace", countingPause);
      lastTyped = form.words.value;
    }, typingPause);
  });
  root.addEventListener("change", (event) => {
    if (event.target !== form.words) change("push");
  });
  required<HTMLAnchorElement>(root, "[data-search-clear]").addEventListener("click", (event) => {
    event.preventDefault();
    changeTo({ typed: "", filters: noFilters, order: "newest" });
    form.words.focus();
  });
  more.addEventListener("click", () => {
    shown += pageSize;
    more.dataset["pressed"] = "";
    keepAddress("replace");
    ask();
  });
  // The lists get their counts when somebody is about to use them.
  const countLists = (): void => {
    if (!conversation.started()) ask();
  };
  filters.addEventListener("focusin", countLists);
  filters.addEventListener("pointerenter", countLists);
  for (const name of ["wait", "rating"]) filters.querySelector(`[data-search-facet=${name}]`)?.addEventListener("toggle", () => form.wantsMarks() && ask());
  toggle.addEventListener("click", () => {
    unfold(!filters.hasAttribute("data-open"));
    if (filters.hasAttribute("data-open")) countLists();
  });
  show.addEventListener("click", () => {
    unfold(false);
    results.scrollIntoView();
    toggle.focus({ preventScroll: true });
  });
  addEventListener("popstate", restore);
  restore();
}

const root = document.querySelector<HTMLElement>("[data-search]");
if (root !== null && "Worker" in window) start(root);
