/** How long the oldest appeal still open has waited: days since its receipt, or since the Monday of that week. */
export interface OldestOpen {
  readonly days: number;
  readonly toWeek: boolean;
}

/**
 * A number by which ages are compared. Of two appeals of one age the one whose day is told is the oldest for certain: the other
 * is up to six days younger.
 *
 * @param days not below zero
 */
export const ageKey = (days: number, toWeek: boolean): number => days * 2 + (toWeek ? 0 : 1);

/** The age behind such a number. */
export const ageOf = (key: number): OldestOpen => ({ days: Math.floor(key / 2), toWeek: key % 2 === 0 });
