import { readFacts } from "./edition.ts";
import { createFigureText } from "./figureText.ts";
import { createVoice } from "./language.ts";
import { createLinks } from "./links.ts";
import { createNames } from "./names.ts";

/** What this build is about: one edition, in one language, at one address. Pages and components start here. */
export const facts = readFacts();
export const voice = createVoice(facts.portal.language);
export const { t, counted } = voice;
export const links = createLinks(facts.portal.address);
export const names = createNames(facts, voice);
export const figureText = createFigureText(voice, facts.portal.minimum.shown);
