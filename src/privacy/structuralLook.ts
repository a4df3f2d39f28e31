import { PERSONAL_DATA_CLASSES, type PersonalDataClass } from "./classes.ts";
import { detect, type DetectionContext } from "./detect.ts";

/** What stands beside other words decides these; the rest is told by its own form or by a word before it. */
const byContext: ReadonlySet<PersonalDataClass> = new Set(["name", "birthDate", "health", "house", "flat"]);
export const byForm: ReadonlySet<PersonalDataClass> = new Set(
  PERSONAL_DATA_CLASSES.map(({ id }) => id).filter((id) => !byContext.has(id)),
);

/**
 * Looks whether a whole text that is about to be published still holds a number, an address or a link of somebody's,
 * whatever is remembered of it. Names are not read again: that would cost what the gate cost.
 *
 * @returns the classes that are found for certain, for one text of an appeal
 */
export function structuralLook(context: DetectionContext): (text: string) => readonly PersonalDataClass[] {
  const structural = { ...context, classes: byForm, withoutNames: true as const };
  return (text) =>
    [...new Set(detect(text, structural).flatMap((span) => (span.tier === "confirmed" ? [span.class] : [])))].sort();
}
