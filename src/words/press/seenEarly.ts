import type { Telling } from "../telling.ts";
import { pressTexts } from "./pressTexts.ts";

/** Who saw the edition before it was published, as the settings name them; null where nobody did, or where it was another edition. */
export function seenEarly({ facts, voice }: Pick<Telling, "facts" | "voice">): string | null {
  const { embargo } = facts.portal;
  return embargo === undefined || embargo.edition !== facts.edition.date || embargo.seenEarly.length === 0
    ? null
    : pressTexts(voice)("seen-early", { who: embargo.seenEarly.join(", ") });
}
