import type { HelpBlock } from "../model/help.ts";
import { markup, type Markup } from "./markup.ts";

/** [words](https://…): the address is cut to what can be one. */
const link = /\[([^\]]+)\]\((https?:\/\/[^\s()<>"]+)\)/gu;

/** Everything else than links stays text, whatever it holds. */
function inline(text: string): Markup {
  const parts: (Markup | string)[] = [];
  let position = 0;
  for (const match of text.matchAll(link)) {
    parts.push(text.slice(position, match.index), markup`<a href="${match[2] ?? ""}">${match[1] ?? ""}</a>`);
    position = match.index + match[0].length;
  }
  return markup`${parts}${text.slice(position)}`;
}

/** Paragraphs and lists of a portal's own advice. @param bound sets a text as those of the interface are set */
export function helpMarkup(blocks: readonly HelpBlock[], bound: (text: string) => string): Markup {
  const groups: { kind: HelpBlock["kind"]; texts: string[] }[] = [];
  for (const { kind, text } of blocks) {
    const last = groups.at(-1);
    if (last?.kind === "item" && kind === "item") last.texts.push(text);
    else groups.push({ kind, texts: [text] });
  }
  return markup`${groups.map(({ kind, texts }) =>
    kind === "item"
      ? markup`<ul>${texts.map((text) => markup`<li>${inline(bound(text))}</li>`)}</ul>`
      : markup`<p>${inline(bound(texts[0] ?? ""))}</p>`,
  )}`;
}
