import Papa from "papaparse";
import { bundleIn } from "../../model/appealBundle.ts";
import { appealsIn } from "./citedPages.ts";
import { blockEnd } from "./fileSections.ts";
import type { LastLook } from "./lastLook.ts";

/** Where in a file the last look found something: of which appeal, in which field. Never what it found. */
export interface FoundIn {
  /** Public id; null where it stands beside no appeal. */
  appeal: string | null;
  /** Name of the field or of the column, or of the part of a page; null where it is not known. */
  field: string | null;
}

/** Address of an appeal's page or of its place in a bundle, wherever the portal stands. */
const appealAddress = /appeals\/(?:([a-z0-9][a-z0-9-]{3,})\/(?:index\.html$|["?#])|in\/[a-z0-9]+\.html#([a-z0-9-]+))/u;
const isMonth = /^\d{4}-\d\d$/u;

/** Where a page's part, or an item of a list or a feed, begins. */
const itemStart = /(?=<(?:li|entry|item|section|aside|header)[\s>]|<div class="appeal-about")/u;
const partName = /^<(?:section|aside|div)[^>]*\s(?:aria-labelledby|data-part)="([\w-]+)"/u;
/** Where an appeal of a bundle begins. */
const articleStart = /(?=<article class="appeal" id=")/u;

/** How a table is written, which its first piece alone tells. */
export interface TableHead {
  columns: readonly string[];
  delimiter: string;
}

/**
 * Finds out of which appeals, and in which of their fields, a file has something that the last look finds. Asked only of
 * files that cannot be published, and reads them once more.
 *
 * @param text of a page only the stretches in which something was found; of a table a piece of whole records
 * @param head of a table
 * @returns each place once; none where a file of this kind does not tell appeals apart
 */
export function foundIn(file: string, text: string, lastLook: LastLook, head: TableHead): FoundIn[] {
  const places = new Map<string, FoundIn>();
  const tell = (appeal: string | null, field: string | null): void =>
    void places.set(`${appeal}\n${field}`, { appeal, field });
  if (isMarkup(file)) lookAtMarkup(file, text, lastLook, tell);
  else if (/\.csv$/u.test(file)) lookAtTable(text, lastLook, head, tell);
  else if (/\.ndjson$/u.test(file))
    for (const line of text.split("\n").filter(Boolean)) lookAtValue(JSON.parse(line), null, null, lastLook, tell);
  else if (/\.json$/u.test(file)) lookAtValue(JSON.parse(text), null, null, lastLook, tell);
  return [...places.values()];
}

/** Pages and feeds. */
export const isMarkup = (file: string): boolean => /\.(?:html|atom)$/u.test(file);

/** What the first piece of a table tells of all of it. Ours have commas, those for spreadsheets semicolons. */
export function tableHead(text: string): TableHead {
  const line = text.replace(/^\uFEFF/u, "").split(/\r?\n/u, 1)[0] ?? "";
  const delimiter = line.split(";").length > line.split(",").length ? ";" : ",";
  return { columns: Papa.parse<string[]>(line, { delimiter }).data[0] ?? [], delimiter };
}

type Tell = (appeal: string | null, field: string | null) => void;

/** An appeal's own page tells its part, as its article in a bundle does; of a list an item tells the appeal that it leads to. */
function lookAtMarkup(file: string, page: string, lastLook: LastLook, tell: Tell): void {
  if (bundleIn(file) === null) lookAtItems(appealIn(file), page, lastLook, tell);
  else for (const part of page.split(articleStart)) lookAtItems(appealsIn(part)[0] ?? null, part, lastLook, tell);
}

function lookAtItems(own: string | null, page: string, lastLook: LastLook, tell: Tell): void {
  for (const item of page.split(itemStart)) {
    if (!item.split(blockEnd).some((part) => lastLook(part, true).length > 0)) continue;
    tell(own ?? appealIn(item), own === null ? null : (partName.exec(item)?.[1] ?? null));
  }
}

function appealIn(text: string): string | null {
  const [, page, inBundle] = appealAddress.exec(text) ?? [];
  const id = page ?? inBundle;
  return id === undefined || isMonth.test(id) ? null : id;
}

function lookAtTable(table: string, lastLook: LastLook, { columns, delimiter }: TableHead, tell: Tell): void {
  const id = columns.indexOf("id");
  for (const cells of Papa.parse<string[]>(table.replace(/^\uFEFF/u, ""), { delimiter }).data)
    cells.forEach((cell, at) => lastLook(cell, false).length > 0 && tell(cells[id] ?? null, columns[at] ?? null));
}

function lookAtValue(
  value: unknown,
  appeal: string | null,
  field: string | null,
  lastLook: LastLook,
  tell: Tell,
): void {
  if (typeof value === "string") {
    if (lastLook(value, false).length > 0) tell(appeal, field);
  } else if (Array.isArray(value)) {
    for (const part of value) lookAtValue(part, appeal, field, lastLook, tell);
  } else if (typeof value === "object" && value !== null) {
    const { id } = value as { id?: unknown };
    const own = typeof id === "string" ? id : appeal;
    for (const [name, part] of Object.entries(value)) lookAtValue(part, own, name, lastLook, tell);
  }
}
