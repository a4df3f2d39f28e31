import type { Facts } from "../../model/facts.ts";
import type { Telling } from "../telling.ts";
import type { PressKit } from "./kit.ts";
import { pressTexts } from "./pressTexts.ts";

/** All of a kit as plain text, for messengers and mail. */
export function kitAsText(kit: PressKit, { facts, voice }: Pick<Telling, "facts" | "voice">): string {
  const say = pressTexts(voice);
  const demo = demoMark({ facts, voice });
  return [
    [kit.name, ...(demo === null ? [] : [demo])].join("\n"),
    `${say("short")}\n\n${kit.short}`,
    `${say("medium")}\n\n${kit.medium.join(" ")}`,
    `${say("long")}\n\n${kit.long.map(({ title, sentences }) => `${title}\n${sentences.join("\n")}`).join("\n\n")}`,
    `${say("evidence")}\n${kit.evidence}`,
    `${say("cite")}\n${kit.cite}`,
  ].join("\n\n\n");
}

/** What every text of a demonstration begins with; null where the data are real. */
export function demoMark({ facts, voice }: { facts: Facts; voice: Telling["voice"] }): string | null {
  return facts.portal.demo ? voice.t("site.demo") : null;
}
