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
      /** Left out: by days alone. Else it holds from the moment at which the portal's norm has passed, whatever its length. */
      afterNorm: z.literal(true).optional(),
      blocks: z.array(blockSchema),
    }),
  ),
});
export type Help = z.infer<typeof helpSchema>;

/**
 * The advice for somebody who has waited so many days: the step that began last. A step for the time after the norm begins with
 * the end of the norm, so that advice never says otherwise than the line above it which calls the norm passed.
 *
 * @param days whole days since receipt
 * @param passedNorm length of the norm in days, where it has passed; null where it has not, or where there is none
 * @returns null where there is none for the channel
 */
export function adviceFor(
  help: Help,
  channel: Help["advice"][number]["channels"][number],
  days: number,
  passedNorm: number | null,
): HelpBlock[] | null {
  const begun = adviceSteps(help, channel, passedNorm).filter(({ begins }) => begins <= days || begins === passedNorm);
  return begun.at(-1)?.step.blocks ?? null;
}

/**
 * The steps of a channel in the order in which they come to hold.
 *
 * @param norm length of its norm in days; null: none, and no step after it
 */
export function adviceSteps(
  help: Help,
  channel: Help["advice"][number]["channels"][number],
  norm: number | null,
): { step: Help["advice"][number]; begins: number }[] {
  return help.advice
    .flatMap((step) => {
      if (!step.channels.includes(channel)) return [];
      const begins = step.afterNorm ? norm : step.from;
      return begins === null ? [] : [{ step, begins }];
    })
    .toSorted((one, other) => one.begins - other.begins);
}
