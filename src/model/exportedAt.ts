import { z } from "zod";
import { isoDateSchema } from "./isoDate.ts";
import { localTime } from "./localTime.ts";
import { dayOfIsoDate } from "./moment.ts";

const clock = "([01]\\d|2[0-3]):[0-5]\\d";
const timeOfDay = z.string().regex(new RegExp(`^${clock}$`), { error: "a time such as 08:00" });
const localDateTime = z
  .string()
  .regex(new RegExp(`^\\d{4}-\\d{2}-\\d{2}[ T]${clock}$`), { error: "a date and time such as 2026-10-30 18:00" });

/**
 * Up to which instant the exports of a source are complete, in the portal's zone: a time of the day of each folder, or a date
 * and time for the folders that are named.
 */
export const exportedAtSchema = z.union([timeOfDay, z.record(isoDateSchema, localDateTime)]);
export type ExportedAt = z.infer<typeof exportedAtSchema>;

/** The instant that the settings name for an edition, in milliseconds since 1970-01-01T00:00Z; null where they name none. */
export function completeAt(exportedAt: ExportedAt | undefined, edition: string, timeZone: string): number | null {
  const written = typeof exportedAt === "string" ? `${edition} ${exportedAt}` : exportedAt?.[edition];
  if (written === undefined) return null;
  const [hours, minutes] = [Number(written.slice(11, 13)), Number(written.slice(14, 16))];
  return localTime(timeZone).instantOf(dayOfIsoDate(written.slice(0, 10)), hours * 60 + minutes);
}
