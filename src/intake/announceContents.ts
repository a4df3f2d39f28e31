import { ContentIds } from "./contentId.ts";
import { FileFault } from "./fileFault.ts";
import type { OpenedTable } from "./openEdition.ts";
import { dataRows } from "./readTable.ts";

/** Content ids per source, with every row of the edition announced that has no number of its own. */
export async function announceContents(tables: readonly OpenedTable[]): Promise<Map<string, ContentIds>> {
  const bySource = new Map<string, ContentIds>();
  for (const { file, readable } of tables) {
    if (!readable) continue;
    const { source, columns } = readable;
    let ids = bySource.get(source.name);
    if (ids === undefined) bySource.set(source.name, (ids = new ContentIds(source.identicalRows)));
    // Where there is a column of numbers, only few rows are without one, and they are not looked for in advance.
    if (columns.id !== undefined) continue;
    try {
      for await (const { rows } of dataRows(readable, false))
        for (const cells of rows) ids.announce(cells, columns, file);
    } catch (cause) {
      // It will be told when the rows are read.
      if (!(cause instanceof FileFault)) throw cause;
    }
  }
  return bySource;
}
