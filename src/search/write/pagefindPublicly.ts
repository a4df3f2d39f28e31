import { join } from "node:path";
import { filledIndex, type PagefindEngine } from "./pagefindIndex.ts";
import { writeOnce } from "./writeOnce.ts";

/** What is meant for pages that Pagefind draws itself. */
const unused = /^pagefind-(?:ui|modular-ui|component-ui|highlight)/;

/**
 * Indexes texts with nothing but Pagefind's documented functions and publishes its files as they come: several times
 * the weight, a request for every hit, and right whatever the version. Text i is found under the address i.
 *
 * @param folder of the index
 */
export async function indexTextsPublicly(texts: readonly string[], folder: string): Promise<PagefindEngine | null> {
  const index = await filledIndex(texts);
  try {
    const { files, errors } = await index.getFiles();
    if (errors.length > 0) throw new Error(errors.join("\n"));
    for (const { path, content } of files) if (!unused.test(path)) writeOnce(join(folder, path), content);
    return null;
  } finally {
    await index.deleteIndex();
  }
}
