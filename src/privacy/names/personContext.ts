import { isPersonWord, isSpeechVerb } from "./contextWords.ts";
import type { Token } from "./tokens.ts";

const REACH = 7;

/**
 * Whether an office stands before the word, with what it is an office of between:
 * «министр торговли Китая Чэнь Дэмин», «посол Японии в России Масахару Коно».
 */
export function officeBefore(tokens: readonly Token[], index: number): boolean {
  for (let at = index - 1; at >= 0 && index - at <= REACH; at -= 1) {
    const token = tokens[at];
    const follower = tokens[at + 1];
    if (!token || (follower?.breaks ?? 1) > 0) return false;
    if (token.kind === "cyrillic" && token.text.length > 2 && isPersonWord(token.text)) return true;
    if (token.kind === "cyrillic" && token.shape === "lower" && !token.reading.noun && token.text.length > 3)
      return false;
    if (token.kind === "mark" && !/^[«»"“”()-]$/u.test(token.text)) return false;
  }
  return false;
}

/** Whether the run of tokens is the subject of a verb of speech: «заявил Матиас Йорш», «Йорш добавил». */
export function speechBeside(tokens: readonly Token[], first: number, last: number): boolean {
  const next = tokens[last + 1];
  const previous = tokens[first - 1];
  if (next?.breaks === 0 && next.shape === "lower" && isSpeechVerb(next.text)) return true;
  return (
    previous !== undefined && tokens[first]?.breaks === 0 && previous.shape === "lower" && isSpeechVerb(previous.text)
  );
}
