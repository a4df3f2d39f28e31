import { readMark, type WordBook } from "./words.ts";

/**
 * What a cell in the column of closings comes to where no date can be read from it: "" an empty one · closed: nobody knows
 * when · open: it says so itself · unreadable: neither.
 */
export type ClosingWord = "" | "closed" | "open" | "unreadable";

const denied = /(?<!\p{L})(?:не|нет|not|no|nicht|não)(?!\p{L})/iu;
/** Says that work goes on, or that the end is yet to come or unknown. */
const goesOn = new RegExp(
  `(?<!\\p{L})(?:${[
    "в (?:работе|процессе|обработке|стадии|производстве)",
    "на (?:рассмотрении|исполнении|контроле|доработке|проверке|согласовании)",
    "(?:ожида|продл[её]н|продлева|приостановл|отлож|неизвест|уточн|открыт|зарегистрирован)\\p{L}*",
    "нов(?:ое|ый|ая)",
    "in (?:progress|process|work)|to be|pending|ongoing|open|active|waiting|await\\p{L}*|extended|suspended|on hold|unknown|new|tb[acd]",
  ].join("|")})(?!\\p{L})`,
  "iu",
);

/**
 * @param text of the cell, "" where it is empty
 * @param outcomeOf what the words of the source and of the portal mean
 */
export function closingWord(text: string, outcomeOf: WordBook["outcomeOf"]): ClosingWord {
  if (text === "") return "";
  const meaning = outcomeOf(text);
  if (meaning !== undefined) return meaning === "open" ? "open" : "closed";
  const mark = readMark(text);
  if (mark !== null) return mark ? "closed" : "open";
  // Whoever fills in a closing says that there was one, unless it is that there was none or a mere question mark.
  return denied.test(text) || goesOn.test(text) || !/[\p{L}\p{N}]/u.test(text) ? "unreadable" : "closed";
}
