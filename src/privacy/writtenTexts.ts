import type { Appeal } from "../model/appeal.ts";
import type { WrittenText } from "./cleaningRules.ts";
import { namedElsewhere } from "./names/namedPersons.ts";

/** The fields of an appeal in which somebody writes freely. */
export const textFields = ["text", "reply"] as const;

/** Each appeal is asked for its texts when they are read and when it passes. */
const written = new WeakMap<Appeal, WrittenText[]>();

/** The texts that an appeal has, each with the people whom the other one names. */
export function writtenTexts(appeal: Appeal): WrittenText[] {
  const known = written.get(appeal);
  if (known !== undefined) return known;
  const texts = textFields.flatMap((field) => {
    const text = appeal[field];
    if (text === "") return [];
    const named = namedElsewhere(text, appeal[field === "text" ? "reply" : "text"]);
    return [{ text, field, ...(named.length > 0 && { named }) }];
  });
  written.set(appeal, texts);
  return texts;
}
