import { z } from "zod";

/** A stretch of a working day on the clocks of the portal's zone, in minutes since midnight. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

const stretch = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d$/, { error: "hours such as 09:00-18:00" })
  .refine((text) => text.slice(0, 5) < text.slice(6), { error: "an end after its beginning" });

/** Hours of every working day: one stretch, or several with breaks between them, in order. */
export const workingHoursSchema = z
  .array(stretch)
  .min(1)
  .superRefine((stretches, context) => {
    stretches.forEach((text, index) => {
      if (index > 0 && text.slice(0, 5) < stretches[index - 1]!.slice(6))
        context.addIssue({ code: "custom", path: [index], message: "a stretch after the one before it" });
    });
  });

/** Reads what the schema let pass. */
export function stretchesOf(workingHours: readonly string[]): Stretch[] {
  const minutes = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));
  return workingHours.map((text) => ({ from: minutes(text), to: minutes(text.slice(6)) }));
}
