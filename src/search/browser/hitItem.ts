import { appealAddress } from "../../model/appealBundle.ts";
import { lineWait } from "../../appeals/lineWait.ts";
import { isHollow } from "../../model/hollowOutcome.ts";
import type { ExcerptPiece } from "../read/excerpt.ts";
import type { ShownHit } from "../read/searchAnswer.ts";
import type { BrowserTexts, SearchSettings } from "../../words/browserTexts.ts";
import { element } from "./element.ts";

/** Pieces of a text; whatever it contains stays text. */
function marked(pieces: readonly ExcerptPiece[]): (Node | string)[] {
  return pieces.map(({ text, marked: isMarked }) => (isMarked ? element("mark", "", text) : text));
}

function waitText(hit: ShownHit, { text, shortWait }: BrowserTexts): string | null {
  const told = lineWait(hit);
  if (told === null) return null;
  return told.text === "search.wait.first-reply"
    ? text(told.text, { wait: shortWait(told.days, told.precise) })
    : text(told.text);
}

/** Names of topics and places by code, as the filters have them, and the short ones of agencies. */
export type HitNames = Readonly<Record<"topic" | "place", Readonly<Record<string, string>>>> & {
  agency: (code: string) => string;
};

/** A hit as the lists of the build draw their appeals (appeals/appealLine.ts), with the searched words marked. */
export function hitItem(hit: ShownHit, names: HitNames, settings: SearchSettings, texts: BrowserTexts): HTMLLIElement {
  const { text, formats } = texts;
  const topic = hit.topic === null ? text("name.no-topic") : (names.topic[hit.topic] ?? hit.topic);
  const place = hit.place === null ? null : (names.place[hit.place] ?? hit.place);
  const agency = hit.agency === null ? text("name.no-agency") : names.agency(hit.agency);
  const date = formats.plainDate(hit.received);
  const day = hit.datesToWeek ? text("appeal.week", { date }) : date;
  const link = element(
    "a",
    "",
    place === null ? topic : `${topic}, ${place}`,
    " ",
    element("span", "facts", `${day} · ${agency}`),
  ) as HTMLAnchorElement;
  link.href = settings.site + appealAddress(hit.id, settings.bundles).slice(1);
  const outcome = element("span", "appeal-outcome", text(`outcome.${hit.outcome}`));
  outcome.dataset["outcome"] = hit.outcome;
  if (isHollow(hit.outcome)) outcome.dataset["hollow"] = "";
  const wait = waitText(hit, texts);
  const excerpt = element("p", "excerpt", ...(hit.text.length > 0 ? marked(hit.text) : [text("latest.withheld")]));
  excerpt.dir = "auto";
  if (settings.textLanguage !== undefined && hit.text.length > 0) excerpt.lang = settings.textLanguage;

  const item = document.createElement("li");
  item.append(element("h3", "", link), excerpt);
  if (hit.reply.length > 0) {
    const [before = "", after = ""] = settings.texts["search.reply"].split("{text}");
    const reply = element("p", "excerpt", before, ...marked(hit.reply), after);
    reply.dir = "auto";
    if (settings.textLanguage !== undefined) reply.lang = settings.textLanguage;
    item.append(reply);
  }
  item.append(element("p", "facts", outcome, wait === null ? "" : ` · ${wait}`));
  return item;
}
