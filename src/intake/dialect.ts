export const delimiters = [",", ";", "\t", "|"] as const;
type Delimiter = (typeof delimiters)[number];

/** How the cells and the records of a CSV are told apart. */
export interface Dialect {
  delimiter: Delimiter;
  /** "\n" also for files with "\r\n", or with both mixed: what is left of the line break is cut off. */
  newline: "\n" | "\r";
}
