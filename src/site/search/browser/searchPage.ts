import { isNarrowed, pageSize, readState, writeState, type SearchState } from "../addressState.ts";
import { chosenKinds, noFilters, type Filters } from "../filters.ts";
import { type SearchAnswer } from "../search.ts";
import { browserTexts, type SearchSettings } from "./browserTexts.ts";
import { chips } from "./chips.ts";
import { completion } from "./completion.ts";
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
  const status = required<HTMLElement>(root, "[data-search-status]");
  const list = required<HTMLElement>(root, "[data-search-list]");
  const more = required<HTMLButtonElement>(root, "[data-search-more]");
  const newestHeading = heading.textContent;
  const newest = [...list.children];

  const form = searchForm(root, settings, texts);
  const conversation = openConversation(settings);
  let shown = pageSize;
  let asked = 0;
  let typing: ReturnType<typeof setTimeout> | undefined;

  /** A choice is a step that "back" undoes; letters of one word are not. */
  const keepAddress = (step: "push" | "replace"): void => {
    const query = writeState(form.read(shown)).toString();
    if (query === new URLSearchParams(location.search).toString()) return;
    const address = query === "" ? location.pathname : `?${query}`;
    if (step === "push") history.pushState(null, "", address);
    else history.replaceState(null, "", address);
  };
  const change = (step: "push" | "replace"): void => {
    shown = pageSize;
    keepAddress(step);
    ask();
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

  const showAnswer = (state: SearchState, answer: SearchAnswer): void => {
    const said = answer.empty ? text("search.empty") : answer.total === 0 ? text("search.none") : `${texts.found(answer.total)}.`;
    status.textContent = answer.cut ? `${said} ${text("search.cut")}` : said;
    const chosen = chosenKinds(state.filters);
    toggle.textContent = chosen === 0 ? toggleName : text("search.option", { name: toggleName, n: String(chosen) });
    show.textContent = answer.total === 0 ? text("search.filters.show.none") : text("search.filters.show", { found: formats.integer(answer.total) });
    heading.textContent = isNarrowed(state) ? (heading.dataset["found"] ?? "") : newestHeading;
    const before = list.children.length;
    list.replaceChildren(...answer.hits.map((hit) => hitItem(hit, settings, texts)));
    more.hidden = answer.hits.length >= answer.total;
    more.textContent = text("search.more", { n: formats.integer(Math.min(pageSize, answer.total - answer.hits.length)) });
    // Whoever pressed the button goes on reading at the first new hit.
    if (more.dataset["pressed"] !== undefined) {
      delete more.dataset["pressed"];
      list.children[before]?.querySelector("a")?.focus({ preventScroll: true });
    }
    form.showCounts(answer);
    showChips(state.filters);
    showMonths(answer.months, state.filters);
    showHints(state, answer);
    showTake(state, answer);
  };

  const showFault = (fault: SearchFault): void => {
    status.replaceChildren(text(`search.fault.${fault}`), " ", actionButton(text("search.retry"), () => (fault === "changed" ? location.reload() : ask())));
    list.replaceChildren();
    more.hidden = true;
    showHints(null, null);
    showTake(null, null);
  };

  const ask = (): void => {
    clearTimeout(typing);
    const state = form.read(shown);
    asked += 1;
    const mine = asked;
    results.setAttribute("aria-busy", "true");
    conversation
      .ask("search", { typed: state.typed, filters: state.filters, order: state.order, limit: state.shown, marks: form.wantsMarks() })
      // An older question's answer is of no use any more.
      .then((answer) => mine === asked && showAnswer(state, answer))
      .catch((error: unknown) => mine === asked && showFault(error instanceof SearchUnavailable ? error.fault : "broken"))
      .finally(() => mine === asked && results.setAttribute("aria-busy", "false"));
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
      change(lastTyped === "" && location.search === "" ? "push" : "replace");
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
