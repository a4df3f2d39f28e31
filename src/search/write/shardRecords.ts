import { createHash, type Hash } from "node:crypto";
import type { PublicAppeal } from "../../model/appeal.ts";
import { toldStates } from "../../model/events/eventStates.ts";
import { dayOfIsoDate } from "../../model/moment.ts";
import { columnNames, encodeShardColumns, type ColumnName } from "../format/columns.ts";
import type { FoundAppeal } from "../format/manifest.ts";

/** A short name for contents that were hashed. */
export function shortName(hash: Hash): string {
  return hash.digest("hex").slice(0, 12);
}

/** A short name for contents. */
export function nameOfContents(...contents: (string | Uint8Array)[]): string {
  const hash = createHash("sha256");
  for (const content of contents) hash.update(content).update("\0");
  return shortName(hash);
}

/** Order of appeals in the index: by civil day of receipt, then by moment, then by id. */
export function byReceipt(a: Pick<PublicAppeal, "received" | "id">, b: Pick<PublicAppeal, "received" | "id">): number {
  const compare = (x: string, y: string): number => (x < y ? -1 : x > y ? 1 : 0);
  return (
    compare(a.received.slice(0, 10), b.received.slice(0, 10)) || compare(a.received, b.received) || compare(a.id, b.id)
  );
}

export function dayOfReceipt(appeal: Pick<PublicAppeal, "received">): number {
  return dayOfIsoDate(appeal.received.slice(0, 10));
}

/** The columns of appeals in order of receipt. */
export function shardColumns(appeals: readonly PublicAppeal[], firstDay: number): Uint8Array {
  const codes = Object.fromEntries(columnNames.map((name) => [name, appeals.map((appeal) => appeal[name])])) as Record<
    ColumnName,
    (string | null)[]
  >;
  return encodeShardColumns(codes, Int32Array.from(appeals, dayOfReceipt), firstDay);
}

/** What a hit shows of an appeal. */
export function foundAppeal(appeal: PublicAppeal): FoundAppeal {
  const {
    id,
    received,
    datesToWeek,
    agency,
    topic,
    place,
    channel,
    outcome,
    firstReply,
    firstReplyDays,
    closed,
    text,
    reply,
  } = appeal;
  const { firstReplyState } = toldStates(appeal);
  return {
    id,
    received,
    datesToWeek,
    agency,
    topic,
    place,
    channel,
    outcome,
    firstReply,
    firstReplyDays,
    closed,
    text,
    reply,
    ...(firstReplyState && { firstReplyState }),
  };
}
