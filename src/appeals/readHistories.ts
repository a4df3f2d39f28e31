import { join } from "node:path";
import type { Change } from "../model/change.ts";
import type { Editions } from "../model/editions.ts";
import { type DatedChange, historyKinds } from "./appealHistory.ts";
import { linesOf } from "../edition/linesOf.ts";
import { changesFile } from "../edition/editionFiles.ts";

/** What the page of each appeal has to tell of earlier editions, by public id; grows with changes, not with appeals. */
export async function readHistories(
  editionDir: string,
  { editions }: Editions,
): Promise<ReadonlyMap<string, readonly DatedChange[]>> {
  const histories = new Map<string, DatedChange[]>();
  const told: ReadonlySet<string> = new Set(historyKinds);
  for (const { date, before } of editions) {
    if (before === null) continue;
    for (const line of linesOf(join(editionDir, changesFile(date)))) {
      const change = JSON.parse(line) as Change;
      if (!told.has(change.kind)) continue;
      const known = histories.get(change.id);
      if (known) known.push({ date, change });
      else histories.set(change.id, [{ date, change }]);
    }
  }
  return histories;
}
