import { type PublishedAppeal } from "../edition.ts";
import { excerptOf } from "../latestAppeals.ts";
import { paragraphsOf } from "./markup.ts";

/** An appeal as lists need it: without its texts, which are nine tenths of it, but for the beginning of the resident's. */
export type ListedAppeal = Omit<PublishedAppeal, "text" | "reply"> & {
  /** Null where the text is not published. */
  excerpt: string | null;
};

export function listedAppeal({ text, reply: _reply, ...appeal }: PublishedAppeal): ListedAppeal {
  return { ...appeal, excerpt: text === null ? null : excerptOf(paragraphsOf(text).join(" ")) };
}
