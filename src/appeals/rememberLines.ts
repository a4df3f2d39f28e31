import { appealLine, type AppealLineTexts } from "./appealLine.ts";
import type { ListedAppeal } from "../edition/listedAppeal.ts";
import type { Markup } from "../words/markup.ts";

/** Neighbours in time are asked for again within a few thousand pages. */
const remembered = 50_000;

/** Lines of lists with a memory: each appeal stands on the pages of several others. */
export function rememberLines(texts: AppealLineTexts): (appeal: ListedAppeal) => Markup {
  const lines = new Map<string, Markup>();
  return (appeal) => {
    const known = lines.get(appeal.id);
    if (known) return known;
    const line = appealLine(appeal, texts);
    if (lines.size >= remembered) lines.clear();
    lines.set(appeal.id, line);
    return line;
  };
}
