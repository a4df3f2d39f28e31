/**
 * How an event of an appeal stands to its norm on the day of the newest export: within and over when it has happened,
 * waiting and overdue while it has not, never where it can no longer happen, unknown where the norm or the date is.
 */
export const deadlineStates = ["within", "over", "overdue", "waiting", "never", "unknown"] as const;
export type DeadlineState = (typeof deadlineStates)[number];
