import { escapeHtml } from "../words/markup.ts";

/** What other sites put into a page of theirs to show an agency. */
export interface Embedding {
  /** Full address of the page made for frames. */
  address: string;
  /** What a screen reader says of the frame. */
  title: string;
  /** Pixels. */
  height: number;
  /** The element to copy. */
  html: string;
}

/** Where the page for frames of an agency stands. */
export const embedAddress = (code: string): string => `/agencies/${code}/embed/`;

/** High enough for a column of 640 pixels and most agencies; on a phone the frame scrolls. */
const heights = { curve: 870, figures: 420 } as const;

/** @param address full address of the page for frames; hasCurve: whether a drawing stands on it */
export function embeddingOf(address: string, title: string, hasCurve: boolean): Embedding {
  const height = heights[hasCurve ? "curve" : "figures"];
  return {
    address,
    title,
    height,
    html: `<iframe src="${escapeHtml(address)}" title="${escapeHtml(title)}" width="100%" height="${height}" style="border:0" loading="lazy"></iframe>`,
  };
}

/** The same for programs that ask how to show an address: https://oembed.com/ */
export function oembed(
  { html, height }: Embedding,
  { title, provider, home }: { title: string; provider: string; home: string },
): object {
  return { version: "1.0", type: "rich", title, provider_name: provider, provider_url: home, html, width: 640, height };
}
