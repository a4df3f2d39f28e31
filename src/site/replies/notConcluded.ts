import type { ReplyTelling } from "./replyTelling.ts";

/** What nobody may conclude from the figures of replies. */
export function notConcluded({ say }: ReplyTelling): string[] {
  return [
    say("method.not.repeated"),
    say("method.not.absent"),
    say("method.not.done"),
    say("method.not.better"),
    say("method.not.size"),
    say("method.not.person"),
  ];
}
