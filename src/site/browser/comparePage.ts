import { dashes } from "../../charts/definition.ts";
import type { CompareCard } from "../compare/compareCard.ts";
import type { CompareTexts } from "../compare/compareTexts.ts";
import { addressOf, areDrawn, chosenCodes, joinDays, joinGroups, joinLines, slotLooks } from "../compare/joinCards.ts";

/** Sets the agencies that the address names side by side. Every figure comes ready from a file of its agency. */
const root = document.querySelector<HTMLElement>("[data-compare]");
if (root) start(root);

function start(page: HTMLElement): void {
  const texts = JSON.parse(page.querySelector("script[type='application/json']")!.textContent) as CompareTexts;
  const form = page.querySelector("form")!;
  const status = page.querySelector<HTMLElement>("[data-compare-status]")!;
  const result = page.querySelector<HTMLElement>("[data-compare-result]")!;
  const selects = [...form.querySelectorAll("select")];
  const known = new Set([...selects[0]!.options].map(({ value }) => value).filter(Boolean));
  const cards = new Map<string, Promise<CompareCard>>();
  const heading = document.title;

  const cardOf = (code: string): Promise<CompareCard> => {
    const card = cards.get(code) ?? fetchCard(texts.files + encodeURIComponent(code) + ".json");
    cards.set(code, card);
    card.catch(() => cards.delete(code));
    return card;
  };

  let turn = 0;
  async function show(): Promise<void> {
    const codes = chosenCodes(location.search, known);
    const mine = ++turn;
    if (codes.length < 2) {
      result.hidden = codes.length === 0;
      status.textContent = codes.length === 0 ? "" : texts.few;
      if (codes.length === 0) return;
    }
    try {
      const chosen = await Promise.all(codes.map(cardOf));
      if (mine !== turn) return;
      render(result, chosen, texts);
      result.hidden = false;
      const names = new Intl.ListFormat(texts.language).format(chosen.map(({ name }) => name));
      if (codes.length > 1) status.textContent = `${texts.shown} ${names}.`;
      document.title = codes.length > 1 ? `${names} — ${heading}` : heading;
    } catch {
      if (mine !== turn) return;
      result.hidden = true;
      status.textContent = texts.failed;
    }
  }

  // Never while a reader chooses: the arrow keys pass over agencies that are chosen already.
  const showAddress = (): void => {
    const codes = chosenCodes(location.search, known);
    selects.forEach((select, index) => (select.value = codes[index] ?? ""));
    void show();
  };
  const choose = (): void => {
    const codes = [...new Set(selects.map(({ value }) => value).filter(Boolean))];
    history.pushState(null, "", location.pathname + addressOf(codes));
    void show();
  };
  form.addEventListener("change", choose);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    choose();
  });
  addEventListener("popstate", showAddress);
  showAddress();
}

async function fetchCard(address: string): Promise<CompareCard> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(String(response.status));
  return (await response.json()) as CompareCard;
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Record<string, string> = {},
  ...content: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...content);
  return made;
}

/** A drawing of one path or bar, which says nothing that is not in words beside it. */
function drawing(
  width: string,
  height: string,
  shape: "path" | "rect",
  attributes: Record<string, string>,
): SVGElement {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  for (const [key, value] of Object.entries({ width, height, "aria-hidden": "true" })) svg.setAttribute(key, value);
  const inner = document.createElementNS(space, shape);
  for (const [key, value] of Object.entries(attributes)) inner.setAttribute(key, value);
  svg.append(inner);
  return svg;
}

const sample = (index: number): SVGElement => {
  const { colour, dash } = slotLooks[index]!;
  return drawing("28", "12", "path", {
    d: "M0 6h28",
    stroke: `var(--${colour})`,
    "stroke-width": "4",
    "stroke-dasharray": dashes[dash].join(" ") || "none",
  });
};

function render(result: HTMLElement, cards: CompareCard[], texts: CompareTexts): void {
  const table = result.querySelector("table")!;
  const samples = areDrawn(cards);
  const head = element("tr", { role: "row" }, element("td", { role: "cell" }));
  cards.forEach(({ name, href, sentence }, index) => {
    head.append(
      element(
        "th",
        { scope: "col", role: "columnheader" },
        ...(samples ? [sample(index)] : []),
        element("a", { href }, name),
        element("p", {}, sentence),
      ),
    );
  });
  const body = element("tbody", { role: "rowgroup" });
  for (const { title, rows } of joinGroups(cards)) {
    body.append(
      element(
        "tr",
        { class: "group", role: "row" },
        element("th", { scope: "rowgroup", role: "rowheader", colspan: String(cards.length + 1) }, title),
      ),
    );
    for (const { label, cells } of rows) {
      const row = element("tr", { role: "row" }, element("th", { scope: "row", role: "rowheader" }, label));
      cells.forEach((cell, index) => {
        const made = element(
          "td",
          { role: "cell", "data-label": cards[index]!.name, ...(cell && !cell.absent ? {} : { class: "absent" }) },
          element("b", {}, cell?.text ?? texts.missing),
        );
        if (cell && cell.length !== null)
          made.append(
            drawing("100%", "6", "rect", {
              width: `${cell.length}%`,
              height: "6",
              fill: `var(--${slotLooks[index]!.colour})`,
            }),
          );
        if (cell?.note) made.append(element("small", {}, cell.note));
        row.append(made);
      });
      body.append(row);
    }
  }
  table.replaceChildren(table.caption!, element("thead", { role: "rowgroup" }, head), body);
  renderCurve(result, cards, texts);
}

function renderCurve(result: HTMLElement, cards: CompareCard[], texts: CompareTexts): void {
  const figure = result.querySelector("figure");
  const definition = joinLines(texts.frame, cards);
  if (!figure) return;
  figure.hidden = definition === null;
  if (!definition) return;
  figure
    .querySelector("ul")!
    .replaceChildren(
      ...cards.flatMap(({ name, line }, index) => (line ? [element("li", {}, sample(index), name)] : [])),
    );
  const old = figure.querySelector<HTMLElement>(".plot")!;
  const plot = old.cloneNode(false) as HTMLElement;
  old.replaceWith(plot);
  const drawn = cards.filter(({ line }) => line !== null);
  const numbers = new Intl.NumberFormat(texts.language);
  figure
    .querySelector("table")!
    .replaceChildren(
      element(
        "thead",
        {},
        element(
          "tr",
          {},
          element("th", { scope: "col" }, texts.day),
          ...drawn.map(({ name }) => element("th", { scope: "col" }, name)),
        ),
      ),
      element(
        "tbody",
        {},
        ...joinDays(cards).map(({ day, texts: shares }) =>
          element(
            "tr",
            {},
            element("th", { scope: "row" }, numbers.format(day)),
            ...shares.map((share) => element("td", {}, share ?? texts.unknown)),
          ),
        ),
      ),
    );
  void import("./interactiveChart.ts").then(({ drawInto }) => drawInto(plot, definition));
}
