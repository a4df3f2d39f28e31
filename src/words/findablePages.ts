import type { Facts } from "../model/facts.ts";
import { helpOf } from "../model/helpOf.ts";
import type { Language } from "../model/portal.ts";
import english from "../strings/pages.en.json" with { type: "json" };
import russian from "../strings/pages.ru.json" with { type: "json" };

/** A page of the portal that the search finds by what people call it. */
interface FindablePage {
  /** Inside the portal, with the place on the page. */
  address: string;
  name: string;
  /** Words and phrases, one of which must stand in a query. */
  words: string[];
}

/** By address: the name, a colon, and what people call it, with semicolons between. */
const lists: Record<Language, Record<string, string>> = { ru: russian, en: english };

/** Every page that src/strings/pages.LANGUAGE.json names, as far as the portal has it. */
export function findablePages(facts: Pick<Facts, "help" | "portal">): FindablePage[] {
  return Object.entries(lists[facts.portal.language])
    .filter(([address]) => !address.endsWith("#help") || helpOf(facts) !== undefined)
    .map(([address, told]) => {
      const [name = "", words = ""] = told.split(": ");
      return { address, name, words: words.split("; ") };
    });
}
