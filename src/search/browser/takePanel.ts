import { pageSize, writeState, type SearchState } from "../read/addressState.ts";
import { facetNames } from "../read/filters.ts";
import type { SearchAnswer } from "../read/searchAnswer.ts";
import { mostTexts, type TakenForm } from "../read/takeAway.ts";
import type { BrowserTexts, SearchSettings, TakenWords } from "../../words/browserTexts.ts";
import type { Conversation } from "./conversation.ts";
import { required } from "./element.ts";
import { SearchUnavailable } from "./readFile.ts";
import type { SearchForm } from "./searchForm.ts";

/** Long enough for every browser to have begun with the file. */
const keepFile = 60_000;

/** Everything found, as a file to take away. @returns is told what is shown now; null: nothing that could be taken */
export function takePanel(
  root: HTMLElement,
  form: SearchForm,
  { ask }: Conversation,
  settings: SearchSettings,
  { text, formats }: BrowserTexts,
): (state: SearchState | null, answer: SearchAnswer | null) => void {
  const panel = required<HTMLDetailsElement>(root, "[data-search-take]");
  const kind = required<HTMLSelectElement>(panel, "[data-take-form]");
  const texts = required<HTMLInputElement>(panel, "[data-take-texts]");
  const few = required<HTMLElement>(panel, "[data-take-few]");
  const many = required<HTMLElement>(panel, "[data-take-many]");
  const submit = required<HTMLButtonElement>(panel, "[data-take-submit]");
  const status = required<HTMLElement>(panel, "[data-take-status]");
  const citation = required<HTMLElement>(panel, "[data-take-citation]");
  let now: { state: SearchState; total: number } | null = null;

  const cite = (state: SearchState, total: number): string => {
    const { typed, filters } = state;
    const words = typed.trim().slice(0, 200);
    const conditions = facetNames.flatMap((facet) => filters[facet].map((code) => form.nameOf(facet, code)));
    if (filters.from !== null) conditions.push(text("search.chip.from", { date: formats.date(filters.from) }));
    if (filters.to !== null) conditions.push(text("search.chip.to", { date: formats.date(filters.to) }));
    return text("search.take.citation", {
      portal: settings.portal,
      query:
        [...(words === "" ? [] : [text("search.take.query", { words })]), ...conditions].join("; ") ||
        text("search.take.query.all"),
      n: formats.integer(total),
      edition: formats.date(settings.edition),
      // The reader's day, which only the browser knows.
      day: formats.date(new Date(performance.timeOrigin + performance.now()).toISOString()),
      // Cyrillic letters stay letters: a citation is read by people.
      address: `${settings.address}?${decodeURI(writeState({ ...state, shown: pageSize }).toString())}`.replace(
        /\?$/u,
        "",
      ),
    }).replace(/[\s\u00a0]+/g, " ");
  };

  const showChoices = (): void => {
    const fits = (now?.total ?? 0) <= mostTexts;
    few.hidden = kind.value === "links" || !fits;
    many.hidden = kind.value === "links" || fits;
  };
  // The fields of this panel are no fields of the search.
  panel.addEventListener("change", (event) => {
    event.stopPropagation();
    showChoices();
  });

  submit.addEventListener("click", () => {
    if (now === null) return;
    const { state, total } = now;
    const form_ = kind.value as TakenForm;
    const take = {
      form: form_,
      texts: texts.checked && !few.hidden,
      citation: cite(state, total),
      address: settings.address,
      names: { agency: form.names("agency"), topic: form.names("topic"), place: form.names("place") },
    };
    submit.disabled = true;
    const progress = (made: number): void => {
      status.textContent = text("search.take.progress", { made: formats.integer(made), n: formats.integer(total) });
    };
    progress(0);
    // Too much for the first view, and most readers take nothing away.
    fetch(settings.taken)
      .then(async (response) => {
        if (!response.ok) throw new Error(`${settings.taken}: ${response.status}`);
        const words = (await response.json()) as TakenWords;
        return ask("take", { typed: state.typed, filters: state.filters, take: { ...take, words } }, progress);
      })
      .then((file) => {
        const link = document.createElement("a");
        link.href = URL.createObjectURL(file);
        link.download = `${text("search.take.file")}-${settings.edition}.${form_ === "links" ? "txt" : "csv"}`;
        link.click();
        setTimeout(() => URL.revokeObjectURL(link.href), keepFile);
        status.textContent = text("search.take.done", { n: formats.integer(total) });
      })
      .catch((error: unknown) => {
        status.textContent = text(`search.fault.${error instanceof SearchUnavailable ? error.fault : "broken"}`);
      })
      .finally(() => {
        submit.disabled = false;
      });
  });

  return (state, answer) => {
    now = state === null || answer === null || answer.total === 0 ? null : { state, total: answer.total };
    panel.hidden = now === null;
    status.textContent = "";
    citation.textContent = now === null ? "" : cite(now.state, now.total);
    showChoices();
  };
}
