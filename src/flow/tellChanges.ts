import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type ChangeTally } from "../measure/editions/changeTally.ts";
import { type Change } from "../model/change.ts";
import { changesFile } from "../edition/editionFiles.ts";
import { linesWriter } from "../edition/linesWriter.ts";
import { type StatePair } from "../store/pastEditions.ts";
import { publicPairs } from "./publicPairs.ts";
import { type EditionAtHand, type Recalled } from "./recalled.ts";

/** Counts what an edition changed against the one before and, where appeals are published, writes it into its table. */
export async function tellChanges(
  changed: AsyncIterable<readonly StatePair[]>,
  before: EditionAtHand,
  now: EditionAtHand,
  { settings, editionDir, down, rules, onChanges }: Recalled,
  tally: ChangeTally,
): Promise<void> {
  const path = join(editionDir, changesFile(now.date));
  await mkdir(dirname(path), { recursive: true });
  const writer = settings.portal.appeals === "full" ? linesWriter<Change>(path) : null;
  for await (const pairs of changed) {
    const told = publicPairs(pairs, before, now, rules);
    for (const { changes } of told) tally.add(changes);
    await writer?.write(
      told
        .flatMap(({ changes }) => changes)
        .filter(({ id }) => !down.has(id))
        .map(asListed),
    );
    onChanges(told.length);
  }
  await writer?.close();
}

/** A withdrawn appeal is listed by its id and nothing else. */
function asListed(change: Change): Change {
  const { id, kind, channel, field, before, after, datesToWeek } = change;
  return kind === "withdrawn"
    ? { id, kind, agency: null, channel, field, before, after, ...(datesToWeek && { datesToWeek }) }
    : change;
}
