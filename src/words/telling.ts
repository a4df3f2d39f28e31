import type { Facts } from "../model/facts.ts";
import type { Language } from "../model/portal.ts";
import { createFigureText, type FigureTexts } from "./figureText.ts";
import { inLanguage } from "./inLanguage.ts";
import { createVoice, type Voice } from "./language.ts";
import { createLinks, type Links } from "./links.ts";
import { createNames, type Names } from "./names.ts";

/** The facts of an edition and everything that tells them in one language. What is told of them is made of this. */
export interface Telling {
  /** With their names in that language. */
  facts: Facts;
  /** The portal's own: what agencies and authors wrote is in it, whatever language tells of it. */
  firstLanguage: Language;
  voice: Voice;
  names: Names;
  links: Links;
  figureText: FigureTexts;
}

/**
 * @param published the facts as they are published, in the portal's first language
 * @param language one of the portal's languages; the first if nothing is said
 * @param voice of that language, where it is to have a memory of its own (appeals/rememberTexts.ts)
 */
export function createTelling(
  published: Facts,
  language: Language = published.portal.language,
  voice: Voice = createVoice(language),
): Telling {
  const facts = inLanguage(published, language);
  return {
    facts,
    firstLanguage: published.portal.language,
    voice,
    names: createNames(facts, voice),
    links: createLinks(
      facts.portal.address,
      language === published.portal.language ? null : language,
      facts.portal.appealBundles,
    ),
    figureText: createFigureText(voice, facts.portal.minimum.shown),
  };
}
