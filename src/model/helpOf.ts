import type { Channel } from "./channel.ts";
import type { Facts } from "./facts.ts";
import type { Help } from "./help.ts";

/** The advice that the pages of a portal give, at /overdue/#help; undefined where nobody wrote any, or only figures are published. */
export function helpOf({ help, portal }: Pick<Facts, "help" | "portal">): Help | undefined {
  return portal.appeals === "full" ? help?.[portal.language] : undefined;
}

/** Where the advice for a channel stands in the page of those who wait too long; where there is none for it, or no channel is meant, all advice. */
export const helpAddress = (help: Help, channel?: Channel): string =>
  channel !== undefined && help.advice.some(({ channels }) => channels.includes(channel))
    ? `/overdue/#${helpId(channel)}`
    : "/overdue/#help";

export const helpId = (channel: Channel): string => `help-${channel}`;
