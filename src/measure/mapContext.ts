/** What the figures of a map must know of a portal. */
export interface MapContext {
  /** Places of the map, none inside another. */
  readonly codes: readonly string[];
  /** Residents of a place with all that lies in it; left out where nobody has said. */
  readonly populations: ReadonlyMap<string, number>;
  /** Topics of which nothing is told by place. */
  readonly sensitiveTopics: readonly string[];
  /** Fewer appeals than this: no rate is told. */
  readonly shown: number;
}
