import type { CubeIndex } from "../../model/tableCube.ts";
import type { BuilderSettings } from "../table/builderSettings.ts";
import type { BuilderTexts } from "../table/builderTexts.ts";
import { type BuiltRow, type BuiltTable, figuresOfTime } from "../table/buildTable.ts";
import { shortName, type TableChoice } from "../table/tableChoice.ts";

/** More rows than this make a page slow; the file has them all. */
const mostRows = 500;

/** Tells a table: what it is about in one line. */
export function captionOf(
  index: CubeIndex,
  choice: TableChoice,
  settings: BuilderSettings,
  { formats }: BuilderTexts,
): string {
  const { figures, words } = settings;
  const { time } = choice;
  const names = figuresOfTime(index, choice.figures, time).map((name) => figures[name]!.name);
  const span =
    typeof time === "string"
      ? `${formats.shortDate(index.periods[time].from)} – ${formats.shortDate(index.periods[time].to)}`
      : words["caption.months"].replace("{from}", formats.month(time.from)).replace("{to}", formats.month(time.to));
  return words.caption
    .replace("{figures}", names.join(", "))
    .replace("{time}", span)
    .replace("{channel}", channelsInWords(choice, settings))
    .replace("{date}", formats.shortDate(index.edition));
}

/** Of which channels a table is: a row of the region by one channel is of that channel alone, whatever the others are of. */
function channelsInWords(
  { subjects, channel }: Pick<TableChoice, "subjects" | "channel">,
  { codes, words, region }: Pick<BuilderSettings, "codes" | "words" | "region">,
): string {
  const single = subjects.filter((key) => key.startsWith("channel/")).length;
  const others = codes.channelOrAll[channel] ?? channel;
  if (single === 0) return others;
  if (single === subjects.length) return words["caption.rows"];
  return words["caption.mixed"].replace("{region}", region).replace("{channel}", others);
}

/** What a row is called: one of a channel is of the whole region. */
function rowName(subject: BuiltRow["subject"], { language, words, region }: BuilderSettings): string {
  const name = shortName(subject, language);
  return subject.dimension === "channel"
    ? words["row.channel"].replace("{region}", region).replace("{channel}", name.toLocaleLowerCase(language))
    : name;
}

/** Puts a table into the page. @returns how many rows are shown */
export function renderTable(
  table: HTMLTableElement,
  index: CubeIndex,
  { rows }: BuiltTable,
  choice: TableChoice,
  settings: BuilderSettings,
  texts: BuilderTexts,
): number {
  const { words, figures } = settings;
  const isMonthly = typeof choice.time !== "string";
  const names = figuresOfTime(index, choice.figures, choice.time);
  const element = <Name extends keyof HTMLElementTagNameMap>(
    name: Name,
    text: string,
    attributes: Record<string, string> = {},
  ): HTMLElementTagNameMap[Name] => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(text);
    return made;
  };
  const caption = element("caption", captionOf(index, choice, settings, texts));
  const head = document.createElement("tr");
  head.append(
    element("th", words["head.name"], { scope: "col" }),
    ...(isMonthly ? [element("th", words["head.month"], { scope: "col" })] : []),
    ...names.map((name) => element("th", figures[name]!.name, { scope: "col", class: "figure" })),
  );
  const row = ({ subject, time, figures: own }: BuiltRow): HTMLTableRowElement => {
    const line = document.createElement("tr");
    line.append(element("th", rowName(subject, settings), { scope: "row" }));
    if ("month" in time) {
      const month = element("td", texts.formats.month(time.month));
      if (!time.complete) month.append(element("small", words["result.partial"]));
      line.append(month);
    }
    for (const built of own) {
      const { text, note, state } = texts.figure(built);
      const isAbsent = state === "hidden" || state === "missing";
      const cell = element("td", text, { class: isAbsent ? "figure absent" : "figure" });
      // Why something is hidden is said once below the table.
      if (note !== null && state !== "hidden") cell.append(element("small", note));
      line.append(cell);
    }
    return line;
  };
  const shown = rows.slice(0, mostRows);
  const [thead, tbody] = [document.createElement("thead"), document.createElement("tbody")];
  thead.append(head);
  tbody.append(...shown.map(row));
  table.replaceChildren(caption, thead, tbody);
  return shown.length;
}
