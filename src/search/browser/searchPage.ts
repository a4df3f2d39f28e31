import { isNarrowed, pageSize, readState, writeState, type SearchState } from "../read/addressState.ts";
import { noFilters, type Filters } from "../read/filters.ts";
import type { SearchAnswer } from "../read/searchAnswer.ts";
import { Asking } from "./asking.ts";
import { browserTexts, type SearchSettings } from "../../words/browserTexts.ts";
import { chips } from "./chips.ts";
import { completion } from "./completion.ts";
import { countLine } from "./countLine.ts";
import { openConversation, type Conversation } from "./conversation.ts";
import { actionButton, required } from "./element.ts";
import { filterPanel } from "./filterPanel.ts";
import { hints } from "./hints.ts";
import { hitList, type HitList } from "./hitList.ts";
import { monthHistogram } from "./monthHistogram.ts";
import type { SearchFault } from "./readFile.ts";
import { namedList, type NamedList } from "./namedList.ts";
import { resultHeading } from "./resultHeading.ts";
import { searchForm, type SearchForm } from "./searchForm.ts";
import { takePanel } from "./takePanel.ts";

/** Long enough for a word to be finished, short enough not to be noticed. */
const typingPause = 350;
/** Words that are still being typed are searched for, but not counted, which may be many files. */
const countingPause = 1000;

/** Makes the search page work: the form, its address and the worker. Without it the page's static lists remain. */
class SearchPage {
  readonly #root: HTMLElement;
  readonly #form: SearchForm;
  readonly #conversation: Conversation;
  readonly #list: HitList;
  readonly #asking: Asking;
  readonly #named: NamedList;
  readonly #showHeading: ReturnType<typeof resultHeading>;
  #shown = pageSize;
  #typing: ReturnType<typeof setTimeout> | undefined;

  constructor(root: HTMLElement) {
    this.#root = root;
    const settings = JSON.parse(required(root, "script[type='application/json']").textContent) as SearchSettings;
    const texts = browserTexts(settings);
    const form = (this.#form = searchForm(root, settings, texts));
    const conversation = (this.#conversation = openConversation(settings));
    const line = countLine(root, settings, texts);
    const list = (this.#list = hitList(root, form, settings, texts, () => this.#showMore()));
    const filterBy = (filters: Filters): void => this.#changeTo({ filters });

    const showFilters = filterPanel(root, texts, {
      onUse: () => this.#countLists(),
      onMarks: () => form.wantsMarks() && this.#ask(),
    });
    const showHeading = (this.#showHeading = resultHeading(root));
    const showChips = chips(root, form, texts, filterBy);
    const showHints = hints(root, conversation, texts, {
      search: (typed) => this.#changeTo({ typed }),
      filter: filterBy,
    });
    this.#named = namedList(root, form, conversation, settings, texts, (state) => this.#changeTo(state));
    const showTake = takePanel(root, form, conversation, settings, texts);
    const showMonths = monthHistogram(root, settings, texts, (dates) =>
      filterBy({ ...form.read(this.#shown).filters, ...dates }),
    );
    completion(root, form.words, conversation);

    /** Everything around the hits. What is not counted yet is left out: a part of it would be read as the whole. */
    const showAround = (state: SearchState, answer: SearchAnswer): void => {
      const whole = answer.complete ? answer : null;
      showFilters(state, answer);
      showHeading(state, answer);
      form.showCounts(whole);
      showChips(state.filters);
      showMonths(whole?.months ?? {}, state.filters);
      showHints(state, whole, this.#named.show(state, answer.meant));
      showTake({ ...state, ...answer.meant }, whole);
    };
    const showFault = (fault: SearchFault, again: () => void): void => {
      line.fail(
        texts.text(`search.fault.${fault}`),
        actionButton(texts.text("search.retry"), () => (fault === "changed" ? location.reload() : again())),
      );
      showHints(null, null, Promise.resolve([]));
      showTake(null, null);
    };
    const results = required<HTMLElement>(root, "[data-search-results]");
    this.#asking = new Asking({
      conversation,
      line,
      list,
      results,
      total: settings.total,
      wantsMarks: form.wantsMarks,
      showAround,
      showFault,
    });
    this.#listen(root);
  }

  /** Shows what the address says. Until that is found, nothing else stands under its heading. */
  restore(): void {
    const state = readState(new URLSearchParams(location.search));
    this.#shown = state.shown;
    this.#form.fill(state);
    if (isNarrowed(state) && !this.#conversation.started()) {
      this.#list.await();
      this.#showHeading(state, null);
    }
    if (isNarrowed(state) || state.shown !== pageSize || this.#conversation.started()) this.#ask();
    else this.#list.showNewest();
  }

  #listen(root: HTMLElement): void {
    const { words } = this.#form;
    required(root, "[data-search-form]").addEventListener("submit", (event) => {
      event.preventDefault();
      void this.#named.open(words.value).then((isOpened) => {
        if (!isOpened) this.#change("push");
      });
    });
    root.addEventListener("change", (event) => {
      if (event.target !== words) this.#change("push");
    });
    required<HTMLAnchorElement>(root, "[data-search-clear]").addEventListener("click", (event) => {
      event.preventDefault();
      this.#changeTo({ typed: "", filters: noFilters, order: "newest" });
      words.focus();
    });
    let lastTyped = "";
    words.addEventListener("input", () => {
      clearTimeout(this.#typing);
      this.#typing = setTimeout(() => {
        // The first letters make a step of their own, so that "back" leads to where the search began.
        this.#change(lastTyped === "" && location.search === "" ? "push" : "replace", countingPause);
        lastTyped = words.value;
      }, typingPause);
    });
    addEventListener("popstate", () => this.restore());
  }

  /** A choice is a step that "back" undoes; letters of one word are not. */
  #keepAddress(step: "push" | "replace"): void {
    const query = writeState(this.#form.read(this.#shown)).toString();
    if (query === new URLSearchParams(location.search).toString()) return;
    const address = query === "" ? location.pathname : `?${query}`;
    if (step === "push") history.pushState(null, "", address);
    else history.replaceState(null, "", address);
  }

  #change(step: "push" | "replace", pause = 0): void {
    this.#shown = pageSize;
    this.#keepAddress(step);
    this.#ask(pause);
  }

  #changeTo(part: Partial<SearchState>): void {
    this.#form.fill({ ...this.#form.read(this.#shown), ...part });
    this.#change("push");
  }

  #showMore(): void {
    this.#shown += pageSize;
    this.#keepAddress("replace");
    this.#ask();
  }

  /** The lists get their counts when somebody is about to use them. */
  #countLists(): void {
    if (!this.#conversation.started()) this.#ask();
  }

  #ask(pause = 0): void {
    clearTimeout(this.#typing);
    const state = this.#form.read(this.#shown);
    this.#root.toggleAttribute("data-asked", isNarrowed(state));
    this.#asking.ask(state, pause, () => this.#ask());
  }
}

const root = document.querySelector<HTMLElement>("[data-search]");
if (root !== null && "Worker" in window) new SearchPage(root).restore();
