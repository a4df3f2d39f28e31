import { z } from "zod";
import { channelSchema } from "./channel.ts";

/** What a portal advises those whom nobody answers: data/help.LANGUAGE.md, read. */

/** A paragraph, or an item of a list; words in [brackets](https://…) are a link. */
const blockSchema = z.strictObject({ kind: z.enum(["paragraph", "item"]), text: z.string() });
export type HelpBlock = z.infer<typeof blockSchema>;

export const helpSchema = z.strictObject({
  title: z.string().min(1),
  /** What is said before all advice. */
  lead: z.array(blockSchema),
  /** What is said behind it: sources, and when they were checked. */
  sources: z.array(blockSchema),
  advice: z.array(
    z.strictObject({
      channels: z.array(channelSchema).min(1),
      /** Whole days since receipt from which on it holds, until other advice for the same channel does. */
      from: z.number().int().min(0),
      blocks: z.array(blockSchema),
    }),
  ),
});
export type Help = z.infer<typeof helpSchema>;

/** The advice for somebody who has waited so many days; null where there is none for the channel. */
export function adviceFor(
  help: Help,
  channel: Help["advice"][number]["channels"][number],
  days: number,
): HelpBlock[] | null {
  const fitting = help.advice.filter(({ channels, from }) => channels.includes(channel) && from <= days);
  return (
    fitting.reduce<Help["advice"][number] | null>(
      (best, one) => (best === null || one.from > best.from ? one : best),
      null,
    )?.blocks ?? null
  );
}
