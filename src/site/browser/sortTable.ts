import { nameOrder } from "../../words/nameOrder.ts";

/**
 * Makes the head cells of tables marked data-sortable into buttons that sort. The table is complete and readable
 * without it. A cell sorts by its data-sort, or by its text; cells without a figure always come last.
 */
for (const table of document.querySelectorAll<HTMLTableElement>("table[data-sortable]")) {
  const compare = nameOrder(document.documentElement.lang);
  const heads = [...table.querySelectorAll<HTMLTableCellElement>("thead th[data-sorts]")];
  for (const head of heads) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const ascending = head.getAttribute("aria-sort") !== "ascending";
      for (const other of heads) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", ascending ? "ascending" : "descending");
      for (const body of table.tBodies) sortBody(body, head.cellIndex, ascending, compare);
    });
  }
}

function sortBody(
  body: HTMLTableSectionElement,
  column: number,
  ascending: boolean,
  compare: ReturnType<typeof nameOrder>,
): void {
  const direction = ascending ? 1 : -1;
  const rows = [...body.rows].map((row) => {
    const cell = row.cells[column];
    const key = cell?.dataset["sort"];
    return {
      row,
      number: key === undefined || key === "" ? null : Number(key),
      text: cell?.textContent?.trim() ?? "",
      absent: key === "",
    };
  });
  rows.sort((a, b) => {
    if (a.absent || b.absent) return Number(a.absent) - Number(b.absent);
    if (a.number !== null && b.number !== null) return direction * (a.number - b.number);
    return direction * compare(a.text, b.text);
  });
  body.append(...rows.map(({ row }) => row));
}
