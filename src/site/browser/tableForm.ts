import type { BuilderGroup } from "../../codebook/builderGroups.ts";
import type { CubeIndex } from "../../model/tableCube.ts";
import type { BuilderSettings } from "../table/builderSettings.ts";
import { shortName, subjectKey, type TableChoice } from "../table/tableChoice.ts";
import { createFormats } from "../../words/formats.ts";

/** The fields in which a table is chosen. */
export interface TableForm {
  /** Fills the fields with what an edition has. */
  offer: (index: CubeIndex) => void;
  read: () => Omit<TableChoice, "edition">;
  write: (choice: TableChoice) => void;
}

const all = <Element extends HTMLElement>(root: ParentNode, selector: string): Element[] => [
  ...root.querySelectorAll<Element>(selector),
];

export function tableForm(form: HTMLFormElement, { language, figures, codes, words }: BuilderSettings): TableForm {
  const formats = createFormats(language);
  const byName = new Intl.Collator(language);
  const field = (name: string): HTMLSelectElement => form.querySelector<HTMLSelectElement>(`select[name="${name}"]`)!;
  const ticked = (name: string): string[] =>
    all<HTMLInputElement>(form, `input[name="${name}"]:checked`).map(({ value }) => value);
  const tick = (name: string, values: readonly string[]): void => {
    for (const box of all<HTMLInputElement>(form, `input[name="${name}"]`)) box.checked = values.includes(box.value);
  };

  const choice = (name: string, value: string, text: string, isUnder = false): HTMLLabelElement => {
    const label = document.createElement("label");
    const box = document.createElement("input");
    Object.assign(box, { type: "checkbox", name, value });
    if (isUnder) label.dataset["under"] = "";
    label.append(box, text);
    return label;
  };
  const option = (value: string, text: string): HTMLOptionElement => new Option(text, value);

  /** How many are ticked stands beside the name of each closed list. */
  const count = (): void => {
    for (const list of all<HTMLDetailsElement>(form, "details")) {
      const n = list.querySelectorAll("input:checked").length;
      list.querySelector("[data-chosen]")!.textContent =
        n === 0 ? "" : `(${words["who.chosen"].replace("{n}", formats.integer(n))})`;
    }
  };
  form.addEventListener("change", count);

  for (const list of all<HTMLDetailsElement>(form, "details[data-dimension]")) {
    const find = list.querySelector<HTMLInputElement>("[data-find]")!;
    const labels = (): HTMLLabelElement[] => all(list, "[data-choices] label");
    find.addEventListener("input", () => {
      const sought = find.value.trim().toLocaleLowerCase(language);
      for (const label of labels()) label.hidden = !label.textContent.toLocaleLowerCase(language).includes(sought);
    });
    const set = (checked: boolean): void => {
      for (const label of labels()) if (!label.hidden) label.querySelector("input")!.checked = checked;
      list.dispatchEvent(new Event("change", { bubbles: true }));
    };
    list.querySelector("[data-all]")!.addEventListener("click", () => set(true));
    list.querySelector("[data-none]")!.addEventListener("click", () => set(false));
  }

  return {
    offer(index) {
      const named = index.subjects.map((subject) => ({ ...subject, name: shortName(subject, language) }));
      named.sort((one, other) => byName.compare(one.name, other.name));
      for (const list of all<HTMLDetailsElement>(form, "details[data-dimension]")) {
        const own = named.filter(({ dimension }) => dimension === list.dataset["dimension"]);
        const known = new Set(own.map(({ code }) => code));
        const tops = own.filter(({ parent }) => parent === undefined || !known.has(parent));
        list.hidden = own.length === 0 || (list.dataset["dimension"] === "channel" && own.length < 2);
        list
          .querySelector("[data-choices]")!
          .replaceChildren(
            ...tops.flatMap((top) => [
              choice("subject", subjectKey(top), top.name),
              ...own
                .filter(({ parent }) => parent === top.code)
                .map((under) => choice("subject", subjectKey(under), under.name, true)),
            ]),
          );
      }
      for (const list of all<HTMLDetailsElement>(form, "details[data-group]")) {
        const own = index.figures.filter(({ name }) => figures[name]?.group === list.dataset["group"]);
        list.hidden = own.length === 0;
        const name = words[`what.${list.dataset["group"] as BuilderGroup}`];
        for (const place of all(list, "[data-name]")) place.textContent = name;
        list
          .querySelector("[data-choices]")!
          .replaceChildren(...own.map(({ name }) => choice("figure", name, figures[name]!.name)));
      }
      for (const name of ["from", "to"])
        field(name).replaceChildren(...index.months.map(({ month }) => option(month, formats.month(month))));
      form.querySelector<HTMLElement>("[data-months]")!.hidden = index.months.length === 0;
      field("via").replaceChildren(...index.channels.map((code) => option(code, codes.channelOrAll[code] ?? code)));
      form.querySelector<HTMLElement>("[data-via]")!.hidden = index.channels.length < 2;
      for (const period of ["year", "all"] as const) {
        const { from, to } = index.periods[period];
        form.querySelector(`[data-span="${period}"]`)!.textContent = words[`when.${period}`].replace(
          "{span}",
          `${formats.shortDate(from)}\u00a0– ${formats.shortDate(to)}`,
        );
      }
    },
    read() {
      const time = ticked("time")[0] ?? "year";
      return {
        subjects: ticked("subject"),
        figures: ticked("figure"),
        time:
          time === "months" ? { from: field("from").value, to: field("to").value } : time === "all" ? "all" : "year",
        channel: field("via").value as TableChoice["channel"],
      };
    },
    write({ subjects, figures: chosen, time, channel }) {
      tick("subject", subjects);
      tick("figure", chosen);
      tick("time", [typeof time === "string" ? time : "months"]);
      const months = all<HTMLOptionElement>(field("from"), "option").map(({ value }) => value);
      field("from").value = typeof time === "string" ? (months.at(-12) ?? months[0] ?? "") : time.from;
      field("to").value = typeof time === "string" ? (months.at(-1) ?? "") : time.to;
      field("via").value = channel;
      count();
    },
  };
}
