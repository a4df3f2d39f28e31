import { datesOf, monthsBetween, positionsOf, type Dates } from "../format/monthRange.ts";
import type { BrowserTexts, SearchSettings } from "../../words/browserTexts.ts";
import { required } from "./element.ts";

const vectors = "http://www.w3.org/2000/svg";
const height = 64;

/**
 * Hits by month as bars. Months are chosen by dragging over the bars or with the two sliders below them, which work by
 * keyboard and tell their month to a screen reader.
 *
 * @returns draws the months of an answer and the dates that are chosen
 */
export function monthHistogram(
  root: HTMLElement,
  settings: Pick<SearchSettings, "from" | "to">,
  { text, formats }: BrowserTexts,
  choose: (dates: Dates) => void,
): (counts: Readonly<Record<string, number>>, dates: Dates) => void {
  const group = required<HTMLElement>(root, "[data-search-months]");
  const svg = required<SVGSVGElement>(group, "[data-search-bars]");
  const first = required<HTMLInputElement>(group, "[data-search-first]");
  const last = required<HTMLInputElement>(group, "[data-search-last]");
  const ends = { begin: required(group, "[data-search-begin]"), end: required(group, "[data-search-end]") };
  const months = monthsBetween(settings.from, settings.to);
  let counts: Readonly<Record<string, number>> = {};
  let dragged: number | null = null;

  const rectangle = (at: number, tall: number, className: string): SVGRectElement => {
    const made = document.createElementNS(vectors, "rect");
    const set = (name: string, value: number): void => made.setAttribute(name, String(value));
    set("x", at + (className === "back" ? 0 : 0.08));
    set("width", className === "back" ? 1 : 0.84);
    set("y", height - tall);
    set("height", tall);
    made.setAttribute("class", className);
    return made;
  };

  const draw = (): void => {
    const [low, high] = [
      Math.min(first.valueAsNumber, last.valueAsNumber),
      Math.max(first.valueAsNumber, last.valueAsNumber),
    ];
    const most = Math.max(1, ...months.map((month) => counts[month] ?? 0));
    svg.setAttribute("viewBox", `0 0 ${months.length} ${height}`);
    svg.replaceChildren(
      ...months.flatMap((month, at) => {
        const count = counts[month] ?? 0;
        const back = rectangle(at, height, "back");
        const title = document.createElementNS(vectors, "title");
        title.textContent = text("search.months.bar", { month: formats.month(month), n: formats.integer(count) });
        back.append(title);
        // A bar of few among many is seen all the same.
        const bar = rectangle(
          at,
          count === 0 ? 0 : Math.max(1, (count / most) * (height - 4)),
          at >= low && at <= high ? "chosen" : "",
        );
        bar.setAttribute("pointer-events", "none");
        return [bar, back];
      }),
    );
    for (const slider of [first, last])
      slider.setAttribute("aria-valuetext", formats.month(months[slider.valueAsNumber] ?? ""));
    ends.begin.textContent = formats.month(months[low] ?? "");
    ends.end.textContent = formats.month(months[high] ?? "");
  };

  const set = (from: number, to: number): void => {
    first.value = String(from);
    last.value = String(to);
    draw();
  };
  const chosen = (): void => choose(datesOf(months, first.valueAsNumber, last.valueAsNumber));
  const positionOf = ({ clientX }: PointerEvent): number => {
    const { left, width } = svg.getBoundingClientRect();
    return Math.min(months.length - 1, Math.max(0, Math.floor(((clientX - left) / width) * months.length)));
  };

  for (const slider of [first, last]) {
    slider.max = String(months.length - 1);
    slider.addEventListener("input", (event) => {
      event.stopPropagation();
      draw();
    });
    slider.addEventListener("change", (event) => {
      event.stopPropagation();
      chosen();
    });
  }
  svg.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    event.preventDefault();
    svg.setPointerCapture(event.pointerId);
    dragged = positionOf(event);
    set(dragged, dragged);
  });
  svg.addEventListener("pointermove", (event) => {
    if (dragged === null) return;
    const here = positionOf(event);
    set(Math.min(dragged, here), Math.max(dragged, here));
  });
  const end = (isChosen: boolean) => (): void => {
    if (dragged === null) return;
    dragged = null;
    if (isChosen) chosen();
  };
  svg.addEventListener("pointerup", end(true));
  svg.addEventListener("pointercancel", end(false));

  return (answered, dates) => {
    counts = answered;
    group.hidden = months.length < 2 || months.every((month) => !counts[month]);
    if (dragged === null) set(...positionsOf(months, dates));
    else draw();
  };
}
