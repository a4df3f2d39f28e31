import { toldStates } from "../model/events/eventStates.ts";
import type { PublicAppeal } from "../model/appeal.ts";
import { markup, paragraphsOf, type Markup } from "../words/markup.ts";
import { highlightedReply, replyEvidence } from "./replyEvidence.ts";
import { appealShape } from "./appealShape.ts";
import { isLasting } from "./waitWords.ts";
import type { AppealPageSetting } from "./appealPageSetting.ts";

function text(paragraphs: readonly Markup[], absent: string): Markup {
  if (paragraphs.length === 0) return markup`<p class="appeal-absent">${absent}</p>`;
  return markup`<div class="appeal-text" dir="auto">${paragraphs}</div>`;
}

const plain = (content: string | null): Markup[] =>
  content === null ? [] : paragraphsOf(content).map((paragraph) => markup`<p>${paragraph}</p>`);

/** The text of an appeal, and its reply with the marks of substance; a text that is not there is said to be so. */
export function appealTexts(appeal: PublicAppeal, setting: AppealPageSetting): Markup {
  const { t } = setting.voice;
  const { part, named, naming } = appealShape(setting.facts);
  const withheld = appeal.withheld === null ? null : t(`appeal.withheld.${appeal.withheld}`);
  const { firstReplyState } = toldStates(appeal);
  const absent = firstReplyState === "waiting" ? "none" : firstReplyState === "never" ? "never" : "absent";
  const reply =
    withheld !== null && appeal.reply === null
      ? null
      : markup`<section${named("reply")}><${part}${naming("reply")}>${t("appeal.reply")}</${part}>${text(appeal.reply === null ? [] : highlightedReply(appeal.reply, appeal.replySpans ?? []), t(`appeal.reply.${absent}`))}${replyEvidence(appeal, setting, isLasting(setting))}</section>`;
  return markup`<section${named("text")}><${part}${naming("text")}>${t("appeal.text")}</${part}>${text(plain(appeal.text), withheld ?? t("appeal.text.none"))}</section>${reply}`;
}
