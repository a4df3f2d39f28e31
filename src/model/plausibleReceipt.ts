import { dayOfIsoDate } from "./moment.ts";

/** Systems write 01.01.1900 or 30.12.1899 where they know nothing: no register of appeals is older than this. */
export const oldestDay = dayOfIsoDate("1990-01-01");

/**
 * Whether an appeal can have been received on a day. One that cannot is counted, but belongs to no month and has no wait.
 *
 * @param received civil day since 1970-01-01; exported: civil day of the export it stands in
 */
export function isPlausibleReceipt(received: number, exported: number): boolean {
  return received >= oldestDay && received <= exported;
}
