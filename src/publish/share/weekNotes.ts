import type { Facts } from "../../model/facts.ts";
import { languagesOf } from "../../model/portal.ts";
import { weekBulletin } from "../../site/week/bulletin.ts";
import { createTelling } from "../../words/telling.ts";

/** The note of the week in each language of the portal, by language; empty where no week is whole. */
export function weekNotes(facts: Facts): Record<string, string> {
  return Object.fromEntries(
    languagesOf(facts.portal).flatMap((language) => {
      const note = weekBulletin(createTelling(facts, language));
      return note === null ? [] : [[language, note.full]];
    }),
  );
}
