import { z } from "zod";

/**
 * What an appeal came to.
 * acted: solved, or measures taken · planned: supported, put into a plan · explained: an explanation instead of help ·
 * refused: not supported · redirected: sent to the competent body · unanswered: lawfully left without an answer ·
 * withdrawn by the author · open: still under consideration · unknown: the export does not say, or says it in a word
 * that the portal's vocabulary does not know · unowed: it asks for no answer (thanks), whatever became of it: it is neither
 * open nor closed, and waits for nothing.
 */
export const outcomes = [
  "acted",
  "planned",
  "explained",
  "refused",
  "redirected",
  "unanswered",
  "withdrawn",
  "open",
  "unknown",
  "unowed",
] as const;
export const outcomeSchema = z.enum(outcomes);
export type Outcome = z.infer<typeof outcomeSchema>;
