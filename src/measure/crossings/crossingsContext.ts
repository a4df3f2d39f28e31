/** What the measures of crossings must know of a portal. */
export interface CrossingsContext {
  /** Crossings with fewer appeals of all time are none; and so many there are at most, the largest. */
  readonly least: number;
  readonly most: number;
  /** Fewer people than this: nothing is told of them, nor can it be worked out. */
  readonly shown: number;
  /** Nothing of these is told in one place. */
  readonly sensitiveTopics: readonly string[];
  /** Whether texts tell houses of addresses with a flat. */
  readonly houses: boolean;
}
