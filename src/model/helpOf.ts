import { type Facts } from "./facts.ts";
import { type Help } from "./help.ts";

/** The advice that the pages of a portal give, at /overdue/#help; undefined where nobody wrote any, or only figures are published. */
export function helpOf({ help, portal }: Pick<Facts, "help" | "portal">): Help | undefined {
  return portal.appeals === "full" ? help?.[portal.language] : undefined;
}
