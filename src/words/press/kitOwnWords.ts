import type { Subject } from "../../model/facts.ts";
import { createReplyTexts } from "../replyTexts.ts";
import type { Telling } from "../telling.ts";
import type { PressKit } from "./kit.ts";

/** What the agency itself says, with its date, as on its page: whoever takes the figures away takes its words along. */
export function ownWords({ facts, voice }: Telling, { dimension, code }: Subject): PressKit["long"] {
  const newest = dimension === "agency" ? facts.statements.find(({ agency }) => agency === code) : undefined;
  if (newest === undefined) return [];
  const { say } = createReplyTexts(voice.language);
  return [
    {
      title: say("statements.title"),
      sentences: [say("statements.dated", { date: voice.date(newest.date) }), ...newest.paragraphs],
    },
  ];
}
