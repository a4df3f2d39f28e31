import { type DetectionContext } from "../detectionContext.ts";
import { type Span } from "../span.ts";

const WITH_PATRONYMIC = /(?:[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)? ){0,2}[А-ЯЁ][а-яё]{1,16}(?:ович|евич|ич|овн|евн|ичн|иничн)(?:а|у|ем|ом|е|ы|ой)?(?![а-яё])(?: [А-ЯЁ][а-яё]+(?:ов|ев|ин|ын|ский|ова|ева|ина|ына|ская|енко|ук|юк)(?:а|у|ым|е|ой)?(?![а-яё]))?/gu;

/** Names of people. */
export function findNames(text: string, _context: DetectionContext): Span[] {
  return [...text.matchAll(WITH_PATRONYMIC)].map((match) => ({ start: match.index, end: match.index + match[0].length, class: "name", tier: "confirmed" }));
}
