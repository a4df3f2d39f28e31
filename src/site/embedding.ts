import { escapeHtml } from "../words/markup.ts";

/** What other sites put into a page of theirs, and what they may ask of it. The browser writes the same code: it imports this. */

/** One thing that can be shown alone. */
export interface EmbedPart {
  /** What its address ends in, and the id of its element. */
  id: string;
  /** What it is, for whoever chooses; it names no figure, since it stays in articles while figures change. */
  label: string;
  /** What a screen reader says of the frame. */
  title: string;
  /** Pixels that it takes in a frame of 320: in a broader one it takes less. */
  height: number;
}

/** Colours that a host may set; left out, they are those of the reader. */
export const embedThemes = ["light", "dark"] as const;
export type EmbedTheme = (typeof embedThemes)[number];

/** The part that is shown where an address names none. */
export const wholeCard = "card";

/** The part of the overview that shows every agency by month. */
export const multiplesPart = "multiples";

/** Where the page for frames of a subject stands. @param page see pageOf */
export const embedAddress = (page: string): string => (page === "" ? "/embed/" : `/${page}/embed/`);

/** Where it is told to programs how to show a subject: https://oembed.com/ */
export const oembedAddress = (page: string): string => (page === "" ? "/oembed.json" : `/${page}/oembed.json`);

/**
 * What stands behind the address of a page for frames: "#curve", "#curve-dark", nothing for the whole card. A fragment and no
 * query, because style sheets see it: the frame is right without a script.
 */
export const embedFragment = (part: string, theme: EmbedTheme | null): string =>
  part === wholeCard && theme === null ? "" : `#${themedPart(part, theme)}`;

/** Id of the element that a fragment names. */
export const themedPart = (part: string, theme: EmbedTheme | null): string =>
  theme === null ? part : `${part}-${theme}`;

/** The element to copy. @param address full address of the page for frames, fragment included */
export function embedHtml(address: string, { title, height }: Pick<EmbedPart, "title" | "height">): string {
  return `<iframe src="${escapeHtml(address)}" title="${escapeHtml(title)}" width="100%" height="${height}" style="border:0" loading="lazy"></iframe>`;
}

/** The answer for programs that ask how to show an address. */
export function oembed({
  html,
  height,
  title,
  provider,
  home,
  picture,
}: {
  html: string;
  height: number;
  title: string;
  provider: string;
  home: string;
  picture: { address: string; width: number; height: number };
}): object {
  return {
    version: "1.0",
    type: "rich",
    title,
    provider_name: provider,
    provider_url: home,
    html,
    width: 640,
    height,
    thumbnail_url: picture.address,
    thumbnail_width: picture.width,
    thumbnail_height: picture.height,
  };
}
