import { z } from "zod";
import { dayOfIsoDate, isoDateOfDay } from "./moment.ts";

/** A date of settings that exists: 2026-01-31. */
export const isoDateSchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine((text) => !Number.isNaN(dayOfIsoDate(text)) && isoDateOfDay(dayOfIsoDate(text)) === text, {
    error: "a date that exists, such as 2026-01-31",
  });
