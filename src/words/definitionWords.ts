import type { Definition } from "../model/facts.ts";
import type { Language } from "../model/portal.ts";
import english from "../strings/definitions.en.json" with { type: "json" };
import russian from "../strings/definitions.ru.json" with { type: "json" };
import { capitalised } from "./headline.ts";
import { createTexts } from "./texts.ts";

/** Each language has every key: a missing one does not compile. */
const strings: Record<Language, Record<keyof typeof russian, string>> = { ru: russian, en: english };

/** The words of published figures, not yet set for a page. */
export interface DefinitionWords {
  /** Name of a figure by the id of its definition: «Ответили в срок». */
  name: (id: string) => string;
  /** What a figure says: a share by the words for its whole and its part. */
  explain: (definition: Definition) => string;
}

/** The keys are built of the definitions in the facts, which are data. @throws Error where a figure has no words */
export function definitionWords(language: Language): DefinitionWords {
  const texts: Record<string, string> = strings[language];
  const { text } = createTexts(`definitions.${language}.json`, texts, language);
  const words = (name: string): string => text(`definition.${name}`);
  return {
    name: (id) => text(`figure.${id}`),
    // «обращения, у которых истёк срок…; из них те, на которые ответили…».
    explain: (definition) => {
      if (definition.kind === "count") return `${capitalised(words(definition.of))}.`;
      if (definition.kind === "share") return `${capitalised(words(definition.whole))}; ${words(definition.part)}.`;
      return text(`figure.${definition.id}.text`);
    },
  };
}
