import { type Crossing, crossingAddress } from "../../model/crossings.ts";
import { crossingWords } from "../../words/crossingWords.ts";
import { nameOrder } from "../../words/nameOrder.ts";
import type { Telling } from "../../words/telling.ts";

/** A link to the page of a topic in one place. */
export interface CrossingLink {
  href: string;
  text: string;
}

/** More links than these would bury a page: the largest stay. */
const mostLinks = 100;
const mostOfAgency = 12;

/** From a topic to its places, from a place to its topics, by name; from an agency to what it answers most. */
export function crossingLinks(
  telling: Telling,
  crossings: readonly Crossing[],
  dimension: "agency" | "topic" | "place",
  code: string,
): CrossingLink[] {
  return dimension === "agency"
    ? linksOfAgency(telling, crossings, code)
    : linksOfPart(telling, crossings, dimension, code);
}

function linksOfPart(
  { voice, names, links }: Telling,
  crossings: readonly Crossing[],
  dimension: "topic" | "place",
  code: string,
): CrossingLink[] {
  const c = crossingWords(voice);
  const byName = nameOrder(voice.language);
  return crossings
    .filter((crossing) => crossing[dimension] === code)
    .sort((a, b) => b.received - a.received)
    .slice(0, mostLinks)
    .map((crossing) => ({
      href: links.path(crossingAddress(crossing)),
      name: dimension === "topic" ? names.place(crossing.place) : names.topic(crossing.topic),
      appeals: voice.counted(crossing.received, "appeal"),
    }))
    .sort((a, b) => byName(a.name, b.name))
    .map(({ href, name, appeals }) => ({ href, text: c("of.row", { name, appeals }) }));
}

function linksOfAgency(
  { voice, names, links }: Telling,
  crossings: readonly Crossing[],
  agency: string,
): CrossingLink[] {
  const c = crossingWords(voice);
  return crossings
    .flatMap((crossing) => {
      const row = crossing.year?.agencies.find(({ code }) => code === agency);
      return row?.share.state === "exact" ? [{ crossing, own: row.share.part, all: row.share.whole }] : [];
    })
    .sort((a, b) => b.own - a.own || b.all - a.all)
    .slice(0, mostOfAgency)
    .map(({ crossing, own, all }) => ({
      href: links.path(crossingAddress(crossing)),
      text: c("of.agency.row", { topic: names.topic(crossing.topic), place: names.place(crossing.place), own, all }),
    }));
}
