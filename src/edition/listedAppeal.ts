import type { PublicAppeal } from "../model/appeal.ts";
import { excerptOf } from "../words/excerptOf.ts";
import { paragraphsOf } from "../words/markup.ts";

/** What is known of an appeal besides its texts, which are nine tenths of it, and the places in them. */
export type TextlessAppeal = Omit<PublicAppeal, "text" | "reply" | "replySpans">;

/** An appeal as lists need it: of its texts only the beginning of the resident's. */
export type ListedAppeal = TextlessAppeal & {
  /** Null where the text is not published. */
  excerpt: string | null;
};

export function listedAppeal({ text, reply: _reply, replySpans: _replySpans, ...appeal }: PublicAppeal): ListedAppeal {
  return { ...appeal, excerpt: text === null ? null : excerptOf(paragraphsOf(text).join(" ")) };
}
