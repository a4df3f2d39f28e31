import { ChangeTally } from "../measure/editions/changeTally.ts";
import type { Change } from "../model/change.ts";
import type { PastEdition } from "../model/editions.ts";
import { linesWriter } from "../edition/linesWriter.ts";
import type { StatePair } from "../store/pastEditions.ts";
import { publicPairs } from "./publicPairs.ts";
import type { EditionAtHand, Recalled } from "./recalled.ts";

/** What an edition changed against the one before, and how many appeals it changed. */
export interface ToldChanges extends Pick<PastEdition, "changes" | "changesByAgency"> {
  appeals: number;
}

/**
 * Counts what an edition changed against the one before and, where appeals are published, writes it into its table.
 *
 * @param path file to write, in a folder that is there; null: single appeals are not published
 */
export async function tellChanges(
  changed: AsyncIterable<readonly StatePair[]>,
  before: EditionAtHand,
  now: EditionAtHand,
  { down, rules }: Pick<Recalled, "down" | "rules">,
  path: string | null,
): Promise<ToldChanges> {
  const tally = new ChangeTally();
  let appeals = 0;
  const writer = path === null ? null : linesWriter<Change>(path);
  for await (const pairs of changed) {
    const told = publicPairs(pairs, before, now, rules);
    for (const { changes } of told) tally.add(changes);
    await writer?.write(
      told
        .flatMap(({ changes }) => changes)
        .filter(({ id }) => !down.has(id))
        .map(asListed),
    );
    appeals += told.length;
  }
  await writer?.close();
  return { ...tally.result(), appeals };
}

/** A withdrawn appeal is listed by its id and nothing else. */
function asListed(change: Change): Change {
  const { id, kind, channel, field, before, after, datesToWeek } = change;
  return kind === "withdrawn"
    ? { id, kind, agency: null, channel, field, before, after, ...(datesToWeek && { datesToWeek }) }
    : change;
}
