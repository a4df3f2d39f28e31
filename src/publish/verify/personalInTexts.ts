import type { PublicAppeal } from "../../model/appeal.ts";

/** Gives the classes of personal data that a whole text of an appeal still holds. */
export type TextLook = (text: string) => readonly string[];

/** An appeal of the edition in whose texts something personal is left. Never what it is. */
export interface PersonalText {
  readonly appeal: string;
  readonly fields: readonly ("text" | "reply")[];
  readonly classes: readonly string[];
}

/**
 * Looks at the texts of the edition, of which pages, lists, feeds, tables and the search are made. The look at the files
 * knows again what the gate has let out and does not read it twice; this one asks nobody what was read before. The other
 * fields of an appeal are codes, dates and numbers by their schema.
 *
 * @returns nothing where all texts are clean
 */
export async function personalInTexts(
  appeals: AsyncIterable<readonly PublicAppeal[]> | Iterable<readonly PublicAppeal[]>,
  look: TextLook,
): Promise<PersonalText[]> {
  const found: PersonalText[] = [];
  // Agencies answer many appeals in the same words.
  const clean = new Set<string>();
  for await (const group of appeals) {
    for (const appeal of group) {
      const dirty = (["text", "reply"] as const).flatMap((field) => {
        const text = appeal[field];
        if (text === null || clean.has(text)) return [];
        const classes = look(text);
        if (classes.length > 0) return [{ field, classes }];
        if (clean.size < mostKept) clean.add(text);
        return [];
      });
      if (dirty.length > 0)
        found.push({
          appeal: appeal.id,
          fields: dirty.map(({ field }) => field),
          classes: [...new Set(dirty.flatMap(({ classes }) => classes))].sort(),
        });
    }
  }
  return found;
}

const mostKept = 5_000;
