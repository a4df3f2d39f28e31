import { stemOfRussianWord } from "../../search/words/russianWord.ts";
import { sentencesOf } from "./replyWords.ts";

/** So many texts show what everybody writes; more would only take time. */
const textsRead = 5000;
/** Fewer texts show nothing: in ten appeals about one pit every word is common. */
const fewestTexts = 200;
/** A word in so large a share of the appeals names no thing that one of them asks about. */
const commonShare = 0.25;

/**
 * Stems that too many appeals have to tell what one of them is about («прошу», «адрес», the name of the city): by how many appeals of the
 * portal have them, whatever they are about.
 *
 * @param texts what residents wrote, as plain text
 */
export function commonStems(texts: readonly string[]): ReadonlySet<string> {
  if (texts.length < fewestTexts) return new Set();
  // Evenly over the whole, so that one season does not decide.
  const step = Math.max(1, Math.floor(texts.length / textsRead));
  const read = texts.filter((_, index) => index % step === 0).slice(0, textsRead);
  const counts = new Map<string, number>();
  for (const text of read) {
    const stems = new Set(
      sentencesOf(text.slice(0, 2000)).flatMap((words) => words.map(({ plain }) => stemOfRussianWord(plain))),
    );
    for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count >= read.length * commonShare).map(([stem]) => stem));
}
