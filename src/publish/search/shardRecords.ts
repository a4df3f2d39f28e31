import { createHash } from "node:crypto";
import { type PublicAppeal } from "../../model/appeal.ts";
import { dayOfIsoDate } from "../../model/moment.ts";
import { stemsOf, type SearchLanguage } from "../../site/search/analyzer.ts";
import { columnNames, encodeShardColumns, type ColumnName } from "../../site/search/columns.ts";
import { closedStems } from "../../site/search/engine.ts";
import { type FoundAppeal } from "../../site/search/manifest.ts";

/** A short name for contents. */
export function nameOfContents(...contents: (string | Uint8Array)[]): string {
  const hash = createHash("sha256");
  for (const content of contents) hash.update(content).update("\0");
  return hash.digest("hex").slice(0, 12);
}

/** Order of appeals in the index: by civil day of receipt, then by moment, then by id. */
export function byReceipt(a: Pick<PublicAppeal, "received" | "id">, b: Pick<PublicAppeal, "received" | "id">): number {
  const compare = (x: string, y: string): number => (x < y ? -1 : x > y ? 1 : 0);
  return compare(a.received.slice(0, 10), b.received.slice(0, 10)) || compare(a.received, b.received) || compare(a.id, b.id);
}

export function dayOfReceipt(appeal: Pick<PublicAppeal, "received">): number {
  return dayOfIsoDate(appeal.received.slice(0, 10));
}

/**
 * What an appeal is found by: its texts, and the name of its place, which people type as often as they choose it from a
 * list. An appeal without any of them (a sensitive topic) is found by filters only; Pagefind leaves out what is empty,
 * so it gets a word that no search asks for.
 */
export function searchableText(appeal: PublicAppeal, placeNames: ReadonlyMap<string, string>, language: SearchLanguage): string {
  const place = appeal.place === null ? "" : (placeNames.get(appeal.place) ?? "");
  const text = [appeal.text ?? "", appeal.reply ?? "", place].map((part) => closedStems(stemsOf(part, language))).join(" ");
  return text.trim() === "" ? closedStems([""]) : text;
}

/** The columns of appeals in order of receipt. */
export function shardColumns(appeals: readonly PublicAppeal[], firstDay: number): Uint8Array {
  const codes = Object.fromEntries(columnNames.map((name) => [name, appeals.map((appeal) => appeal[name])])) as Record<ColumnName, (string | null)[]>;
  return encodeShardColumns(codes, Int32Array.from(appeals, dayOfReceipt), firstDay);
}

/** What a hit shows of an appeal. */
export function foundAppeal(appeal: PublicAppeal): FoundAppeal {
  const { id, received, datesToWeek, agency, topic, place, channel, outcome, firstReply, firstReplyDays, closed, text, reply } = appeal;
  return { id, received, datesToWeek, agency, topic, place, channel, outcome, firstReply, firstReplyDays, closed, text, reply };
}
