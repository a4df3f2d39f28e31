import type { CubeFile, CubeIndex } from "../../model/tableCube.ts";
import type { BuilderSettings } from "../table/builderSettings.ts";
import { builderTexts, type BuilderTexts } from "../table/builderTexts.ts";
import { buildTable, type BuiltTable, figuresOfTime, filesOf } from "../table/buildTable.ts";
import { takenTable } from "../table/builtCells.ts";
import { choiceIn, readChoice, shortName, type TableChoice, writeChoice } from "../table/tableChoice.ts";
import { tableForm } from "./tableForm.ts";
import { takeTable, type TakeForm } from "./tableTake.ts";
import { captionOf, renderTable } from "./tableView.ts";

/** Makes tables of what the address asks for. Every figure comes ready from the files of an edition. */
const root = document.querySelector<HTMLElement>("[data-table-builder]");
if (root) void start(root);

async function start(page: HTMLElement): Promise<void> {
  const settings = JSON.parse(page.querySelector("script[type='application/json']")!.textContent) as BuilderSettings;
  const { words, newest } = settings;
  const part = <Element extends HTMLElement>(name: string): Element =>
    page.querySelector<Element>(`[data-table-${name}]`)!;
  const [status, result, notes, notice] = [part("status"), part("result"), part("notes"), part("edition")];
  const table = result.querySelector("table")!;
  const formElement = page.querySelector("form")!;
  const form = tableForm(formElement, settings);
  page.hidden = false;

  const asked = readChoice(location.search);
  const edition = asked.edition ?? newest;
  const fetched = new Map<string, Promise<unknown>>();
  const read = <Content>(path: string): Promise<Content> => {
    const known = fetched.get(path) ?? fetchJson(settings.files + path);
    fetched.set(path, known);
    known.catch(() => fetched.delete(path));
    return known as Promise<Content>;
  };
  // An edition of long ago may have no tables; a damaged address names none that ever was.
  const { editions: kept } =
    edition === newest
      ? { editions: [] as string[] }
      : await read<{ editions: string[] }>("editions.json").catch(() => ({ editions: [] as string[] }));
  const old = kept.includes(edition) ? await read<CubeIndex>(`${edition}/index.json`).catch(() => null) : null;
  const index = old ?? (await read<CubeIndex>(`${newest}/index.json`).catch(() => null));
  if (index === null) {
    status.textContent = words["result.failed"];
    return;
  }
  const texts = builderTexts(settings, index.shown);
  form.offer(index);

  /** The edition that the reader asked for: by the address, until they choose for themselves among what is there. */
  let wanted = edition;
  let now: { built: BuiltTable; choice: TableChoice } | null = null;
  let turn = 0;
  async function show(choice: TableChoice): Promise<void> {
    const mine = ++turn;
    tellEdition(notice, settings, texts, { asked: wanted, index: index!, choice });
    if (choice.subjects.length === 0 || figuresOfTime(index!, choice.figures, choice.time).length === 0) {
      now = null;
      result.hidden = true;
      status.textContent = words["result.empty"];
      return;
    }
    status.textContent = words["result.loading"];
    try {
      const files = await Promise.all(
        filesOf(index!, choice).map((file) => read<CubeFile>(`${index!.edition}/${file}`)),
      );
      if (mine !== turn) return;
      const built = buildTable(index!, files, choice);
      const shown = renderTable(table, index!, built, choice, settings, texts);
      now = { built, choice };
      result.hidden = built.rows.length === 0;
      notes.replaceChildren(...notesOf(index!, built, choice, settings, texts, shown).map(paragraph));
      const address = settings.address + writeChoice(choice);
      part<HTMLAnchorElement>("link").href = location.pathname + writeChoice(choice);
      part("cite").textContent = cited(address, choice);
      status.textContent = words["result.done"].replace("{n}", texts.formats.integer(built.rows.length));
    } catch {
      if (mine !== turn) return;
      result.hidden = true;
      status.textContent = words["result.failed"];
    }
  }
  const cited = (address: string, choice: TableChoice): string =>
    texts.cite({
      name: captionOf(index, choice, settings, texts),
      date: texts.formats.date(index.edition),
      address,
    });

  const choose = (): void => {
    const choice = choiceIn(index, { ...form.read(), edition: index.edition });
    wanted = index.edition;
    history.replaceState(null, "", location.pathname + writeChoice(choice));
    void show(choice);
  };
  formElement.addEventListener("change", choose);
  formElement.addEventListener("submit", (event) => {
    event.preventDefault();
    choose();
    // Whoever goes on with the keyboard goes on at the table.
    result.tabIndex = -1;
    result.focus({ preventScroll: true });
    result.scrollIntoView({ block: "nearest" });
  });
  for (const button of result.querySelectorAll<HTMLButtonElement>("[data-take]"))
    button.addEventListener("click", () => {
      if (now === null) return;
      const { built, choice } = now;
      const taken = takenTable(index, built, choice, settings, settings.language);
      const citation = cited(settings.address + writeChoice(choice), choice);
      takeTable(button.dataset["take"] as TakeForm, taken, table, citation, settings, index.edition).then(
        () => (part("take-status").textContent = button.dataset["take"] === "copy" ? words["take.copied"] : ""),
        () => (part("take-status").textContent = words["result.failed"]),
      );
    });
  // Whoever chose nothing yet begins with the channel that the pages speak of.
  const first = choiceIn(index, location.search === "" ? { ...asked, channel: settings.usualChannel } : asked);
  form.write(first);
  // Whoever follows an address of numbers that are gone is shown no others in their place, unasked.
  if (index.edition === edition) void show(first);
  else tellEdition(notice, settings, texts, { asked: edition, index, choice: first });
}

async function fetchJson(address: string): Promise<unknown> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(String(response.status));
  return response.json();
}

function paragraph(text: string): HTMLParagraphElement {
  const made = document.createElement("p");
  made.textContent = text;
  return made;
}

/** What a reader must know of a table: what is hidden, cut or not in it. */
function notesOf(
  index: CubeIndex,
  { rows, leftOut }: BuiltTable,
  choice: TableChoice,
  { words, figures, language }: BuilderSettings,
  { formats }: BuilderTexts,
  shown: number,
): string[] {
  const monthly = figuresOfTime(index, choice.figures, choice.time);
  const without = choice.figures.filter((name) => !monthly.includes(name)).map((name) => figures[name]!.name);
  const timed = choice.figures.filter((name) => ["norms", "waits"].includes(figures[name]?.group ?? ""));
  const isHidden = rows.some((row) => row.figures.some(({ figure }) => figure.state === "hidden"));
  return [
    ...(shown < rows.length
      ? [words["result.cut"].replace("{shown}", formats.integer(shown)).replace("{n}", formats.integer(rows.length))]
      : []),
    ...(choice.channel === "all" && index.channels.length > 1 && timed.length > 0 ? [words["result.together"]] : []),
    ...(isHidden ? [words["result.hidden"].replace("{n}", formats.integer(index.shown))] : []),
    ...(without.length > 0 ? [words["when.only"].replace("{figures}", without.join(", "))] : []),
    ...(leftOut.length > 0
      ? [words["result.left-out"].replace("{names}", leftOut.map((subject) => shortName(subject, language)).join(", "))]
      : []),
  ];
}

/** Says that there is a newer edition, or that the one of the address has no files, and leads to the new one; nothing of the newest. */
function tellEdition(
  notice: HTMLElement,
  { words, newest, editions, dated }: BuilderSettings,
  { formats }: BuilderTexts,
  { asked, index, choice }: { asked: string; index: CubeIndex; choice: TableChoice },
): void {
  notice.hidden = asked === newest;
  if (notice.hidden) return;
  const isThere = index.edition === asked;
  // What is no day, or has not come yet, was never an edition: it has no page.
  const wasNever = Number.isNaN(Date.parse(asked)) || asked > newest;
  const link = (href: string, text: string): HTMLAnchorElement => {
    const made = document.createElement("a");
    Object.assign(made, { href, textContent: text });
    return made;
  };
  notice.replaceChildren(
    paragraph(
      words[isThere ? "edition.old" : wasNever ? "edition.never" : "edition.gone"]
        .replace("{date}", wasNever ? "" : formats.date(asked))
        .replace("{newest}", formats.date(newest)),
    ),
    ...(isThere || dated[asked] === undefined ? [] : [link(dated[asked], words["edition.figures"])]),
    link(location.pathname + writeChoice({ ...choice, edition: newest }), words["edition.new"]),
    ...(wasNever ? [] : [link(`${editions}${asked}/`, words["edition.page"])]),
  );
}
