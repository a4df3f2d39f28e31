import type { ListedAppeal } from "../../edition/listedAppeal.ts";
import type { ReplyGroup } from "../../model/replyGroups.ts";

/** When an appeal got the reply that is shown: at its closing where there is one, else at its first reply. */
export const repliedOn = ({ closed, firstReply }: ListedAppeal): string | null => closed ?? firstReply ?? null;

/** Whether the day of each reply of a group is known. */
export function areDaysKnown({ appeals }: ReplyGroup, own: readonly ListedAppeal[]): boolean {
  return (
    own.length === appeals.length && own.every((appeal) => repliedOn(appeal) !== null && appeal.datesToWeek !== true)
  );
}

/** How many of the replies were given in which month, the first first. */
export function repliedMonths(own: readonly ListedAppeal[]): { month: string; n: number }[] {
  const counts = new Map<string, number>();
  for (const appeal of own) {
    const month = repliedOn(appeal)!.slice(0, 7);
    counts.set(month, (counts.get(month) ?? 0) + 1);
  }
  return [...counts].map(([month, n]) => ({ month, n })).sort((a, b) => (a.month < b.month ? -1 : 1));
}

/** When the last of some replies was given. */
interface LastReply {
  readonly date: string;
  readonly toWeek: boolean;
}

export function lastReplyOf(appeals: readonly ListedAppeal[]): LastReply | null {
  return appeals.reduce<LastReply | null>((last, appeal) => {
    const date = repliedOn(appeal);
    return date === null || (last !== null && last.date >= date) ? last : { date, toWeek: appeal.datesToWeek === true };
  }, null);
}
