import type { Channel } from "./channel.ts";

/** Appeals that share everything a neighbour may know. Codes are those of the vocabulary, "" where nothing is stated. */
export interface AppealGroup {
  topic: string;
  place: string;
  agency: string;
  /** YYYY-MM of receipt, in the portal's zone. */
  month: string;
  channel: Channel;
  /** Civil days of receipt. */
  days: number[];
}
