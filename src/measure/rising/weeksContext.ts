/** What the weeks must know beside the appeals. */
export interface WeeksContext {
  /** The oldest of the newest exports of all living sources, a civil day since 1970-01-01: no later week is whole. */
  readonly exportDay: number;
  /** The day of the edition before; null where this is the first. */
  readonly editionBefore: number | null;
  /** Counts below these are hidden. */
  readonly shown: number;
  readonly shownSensitive: number;
  readonly sensitiveTopics: readonly string[];
  /** Residents by code of place, "" being the region; left out: nobody tells them. */
  readonly populations?: ReadonlyMap<string, number> | undefined;
}
