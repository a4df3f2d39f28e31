import type { Change, ChangeKind } from "../model/change.ts";
import { markup, type Markup } from "../words/markup.ts";
import { appealChangeText } from "../words/changeTexts.ts";
import { appealShape } from "./appealShape.ts";
import { editionAddress } from "../edition/editionAddress.ts";
import type { Telling } from "../words/telling.ts";

/** What a page tells of the past of its appeal: what was published otherwise before. Replies and closings stand there anyway. */
export const historyKinds = [
  "outcome",
  "reopened",
  "redated",
  "reassigned",
  "reclassified",
  "moved",
  "vanished",
  "returned",
  "restored",
] as const satisfies readonly ChangeKind[];

/** A change with the edition that brought it. */
export interface DatedChange {
  date: string;
  change: Change;
}

/** The lines of an appeal's history, oldest first; null where nothing was ever published otherwise. */
export function appealHistory(telling: Telling, changes: readonly DatedChange[]): Markup | null {
  const { voice, links, facts } = telling;
  const { detail } = appealShape(facts);
  const { t, date: dateOf } = voice;
  const lines = changes.flatMap(({ date, change }) => {
    const kind = historyKinds.find((known) => known === change.kind);
    if (kind === undefined) return [];
    const label = kind === "redated" ? null : t(`appeal.history.${kind}`);
    const what = [label, appealChangeText(telling, change)].filter((text) => text !== null).join(": ");
    return [
      markup`<li><a href="${links.path(editionAddress({ date }))}">${t("edition.title", { date: dateOf(date) })}</a>: ${what}</li>`,
    ];
  });
  return lines.length === 0
    ? null
    : markup`<${detail}>${t("appeal.history")}</${detail}><ol class="appeal-dates">${lines}</ol>`;
}
