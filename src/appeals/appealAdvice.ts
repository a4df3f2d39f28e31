import type { PublicAppeal } from "../model/appeal.ts";
import type { Facts } from "../model/facts.ts";
import { adviceFor, type HelpBlock } from "../model/help.ts";
import { helpOf } from "../model/helpOf.ts";
import type { AppealWait } from "./appealWait.ts";

/**
 * What the portal advises the author of an appeal that waits longer than it should; null of any other. It changes with the days
 * that the appeal has waited, so it belongs to the key of whatever shows it.
 */
export function appealAdvice(
  { channel }: Pick<PublicAppeal, "channel">,
  waits: readonly AppealWait[],
  facts: Pick<Facts, "help" | "portal">,
): readonly HelpBlock[] | null {
  const help = helpOf(facts);
  const late = waits.find(({ state, inNorm, days }) => state === "waiting" && inNorm === false && days !== null);
  if (help === undefined || late === undefined) return null;
  return adviceFor(help, channel, Math.floor((late.days ?? 0) - late.margin), late.norm);
}
