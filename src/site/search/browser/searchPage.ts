import { isNarrowed, pageSize, readState, writeState, type SearchState } from "../addressState.ts";
import { columnNames } from "../columns.ts";
import { noFilters } from "../filters.ts";
import { type SearchAnswer } from "../search.ts";
import { browserTexts, type SearchSettings } from "./browserTexts.ts";
import { hitItem } from "./hitItem.ts";
import { type Question, type Reply } from "./messages.ts";

/** Makes the search page work: the form, its address and the worker. Without it the page's static lists remain. */

/** Long enough for a word to be finished, short enough not to be noticed. */
const typingPause = 350;

function required<Found extends Element>(root: ParentNode, selector: string): Found {
  const found = root.querySelector<Found>(selector);
  if (found === null) throw new Error(`The search page has no ${selector}`);
  return found;
}

function start(root: HTMLElement): void {
  const settings = JSON.parse(required(root, "script[type='application/json']").textContent) as SearchSettings;
  const texts = browserTexts(settings);
  const form = required<HTMLFormElement>(root, "[data-search-form]");
  const words = required<HTMLInputElement>(form, "[name=q]");
  const filters = required<HTMLElement>(form, "[data-search-filters]");
  const toggle = required<HTMLButtonElement>(form, "[data-search-toggle]");
  const toggleName = toggle.textContent;
  const results = required<HTMLElement>(root, "[data-search-results]");
  const heading = required<HTMLElement>(root, "[data-search-heading]");
  const status = required<HTMLElement>(root, "[data-search-status]");
  const list = required<HTMLElement>(root, "[data-search-list]");
  const more = required<HTMLButtonElement>(root, "[data-search-more]");
  const newestHeading = heading.textContent;
  const newest = [...list.children];
  const field = (name: string): HTMLSelectElement | HTMLInputElement | null => form.querySelector(`[name="${name}"]`);

  let worker: Worker | null = null;
  let asked = 0;
  let shown = pageSize;
  let typing: ReturnType<typeof setTimeout> | undefined;

  const formState = (): SearchState => {
    const state: SearchState = { typed: words.value, filters: { ...noFilters }, order: field("sort")?.value === "relevance" ? "relevance" : "newest", shown };
    for (const name of columnNames) state.filters[name] = field(name)?.value ? [field(name)?.value ?? ""] : [];
    state.filters.from = field("from")?.value || null;
    state.filters.to = field("to")?.value || null;
    return state;
  };

  const fillForm = ({ typed, filters: chosen, order }: SearchState): void => {
    words.value = typed;
    for (const name of columnNames) {
      const select = field(name);
      if (select !== null) select.value = chosen[name][0] ?? "";
    }
    for (const name of ["from", "to"] as const) {
      const input = field(name);
      if (input !== null) input.value = chosen[name] ?? "";
    }
    const sort = field("sort");
    if (sort !== null) sort.value = order === "relevance" ? "relevance" : "";
  };

  const showCounts = ({ counts }: SearchAnswer): void => {
    for (const name of columnNames) {
      for (const option of field(name)?.querySelectorAll("option") ?? []) {
        if (option.value === "") continue;
        option.text = texts.text("search.option", { name: option.dataset["name"] ?? "", n: texts.formats.integer(counts[name][option.value] ?? 0) });
      }
    }
  };

  const showAnswer = (state: SearchState, answer: SearchAnswer): void => {
    const said = answer.empty ? texts.text("search.empty") : answer.total === 0 ? texts.text("search.none") : texts.found(answer.total) + ".";
    const chosen = columnNames.filter((name) => state.filters[name].length > 0).length + [state.filters.from, state.filters.to].filter(Boolean).length;
    toggle.textContent = chosen === 0 ? toggleName : texts.text("search.option", { name: toggleName, n: String(chosen) });
    status.textContent = answer.cut ? `${said} ${texts.text("search.cut")}` : said;
    heading.textContent = isNarrowed(state) ? (heading.dataset["found"] ?? "") : newestHeading;
    const before = list.children.length;
    list.replaceChildren(...answer.hits.map((hit) => hitItem(hit, settings, texts)));
    more.hidden = answer.hits.length >= answer.total;
    more.textContent = texts.text("search.more", { n: texts.formats.integer(Math.min(pageSize, answer.total - answer.hits.length)) });
    // Whoever pressed the button goes on reading at the first new hit.
    if (document.activeElement === more || more.dataset["pressed"] !== undefined) {
      delete more.dataset["pressed"];
      list.children[before]?.querySelector("a")?.focus({ preventScroll: true });
    }
    showCounts(answer);
  };

  const showFault = (reply: Extract<Reply, { fault: unknown }>): void => {
    const retry = document.createElement("button");
    retry.type = "button";
    retry.textContent = texts.text("search.retry");
    retry.addEventListener("click", () => (reply.fault === "changed" ? location.reload() : ask()));
    status.replaceChildren(texts.text(`search.fault.${reply.fault}`), " ", retry);
    list.replaceChildren();
    more.hidden = true;
  };

  const ask = (): void => {
    clearTimeout(typing);
    const state = formState();
    asked += 1;
    const number = asked;
    worker ??= new Worker(new URL("./searchWorker.ts", import.meta.url), { type: "module" });
    worker.onmessage = ({ data }: MessageEvent<Reply>) => {
      // An older question's answer is of no use any more.
      if (data.number !== asked) return;
      results.setAttribute("aria-busy", "false");
      if ("fault" in data) showFault(data);
      else showAnswer(current, data.answer);
    };
    worker.onerror = () => {
      results.setAttribute("aria-busy", "false");
      showFault({ number, fault: "old-browser" });
      worker = null;
    };
    current = state;
    results.setAttribute("aria-busy", "true");
    const question: Question = {
      number,
      root: new URL(settings.root, location.href).href,
      edition: settings.edition,
      request: { typed: state.typed, filters: state.filters, order: state.order, limit: state.shown },
    };
    worker.postMessage(question);
  };
  let current = formState();

  /** A choice is a step that "back" undoes; letters of one word are not. */
  const keepAddress = (step: "push" | "replace"): void => {
    const query = writeState(formState()).toString();
    const address = query === "" ? location.pathname : `?${query}`;
    if (`?${query}` === location.search || (query === "" && location.search === "")) return;
    if (step === "push") history.pushState(null, "", address);
    else history.replaceState(null, "", address);
  };

  const change = (step: "push" | "replace"): void => {
    shown = pageSize;
    keepAddress(step);
    ask();
  };

  const restore = (): void => {
    const state = readState(new URLSearchParams(location.search));
    shown = state.shown;
    fillForm(state);
    if (isNarrowed(state) || state.shown !== pageSize || worker !== null) ask();
    else list.replaceChildren(...newest);
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    change("push");
  });
  let lastTyped = "";
  words.addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(() => {
      // The first letters make a step of their own, so that "back" leads to where the search began.
      change(lastTyped === "" && location.search === "" ? "push" : "replace");
      lastTyped = words.value;
    }, typingPause);
  });
  form.addEventListener("change", (event) => {
    if (event.target !== words) change("push");
  });
  required<HTMLAnchorElement>(form, "[data-search-clear]").addEventListener("click", (event) => {
    event.preventDefault();
    form.reset();
    change("push");
    words.focus();
  });
  more.addEventListener("click", () => {
    shown += pageSize;
    more.dataset["pressed"] = "";
    keepAddress("replace");
    ask();
  });
  // The lists get their counts when somebody is about to use them.
  const countLists = (): void => {
    if (worker === null) ask();
  };
  filters.addEventListener("focusin", countLists);
  filters.addEventListener("pointerenter", countLists);
  toggle.addEventListener("click", () => {
    const open = filters.toggleAttribute("data-open");
    toggle.setAttribute("aria-expanded", String(open));
    if (open) countLists();
  });
  addEventListener("popstate", restore);
  restore();
}

const root = document.querySelector<HTMLElement>("[data-search]");
if (root !== null && "Worker" in window) start(root);
