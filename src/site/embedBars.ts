import { headlineOf } from "../model/headlineChoice.ts";
import type { Facts, Subject } from "../model/facts.ts";
import { findSubject, periodOf } from "../model/subjectsOfFacts.ts";
import { isTold } from "../model/toldFigures.ts";
import type { Telling } from "../words/telling.ts";
import type { BarRow } from "./breakdownRows.ts";
import { compareCard } from "./compare/compareCard.ts";
import { peersOfAgency } from "./compare/peersOfFacts.ts";
import { partLists } from "./partLists.ts";
import { subjectReport } from "./subjectReport.ts";
import { markRows, openRows } from "./subjectRows.ts";

/** A table with bars of a subject's page, as it stands in a frame: no row leads anywhere. */
export interface EmbedBars {
  /** Id of its part: that of the section of the page. */
  id: string;
  title: string;
  /** What is said above it; null: nothing. */
  lead: string | null;
  rows: BarRow[];
  /** Head of the first column. */
  head: string;
  /** How many smaller rows are left out, in words; null where none is. */
  rest: string | null;
  /** Whether it tells of which time it is itself. */
  isDated: boolean;
}

/** The part of an agency's frame that shows it beside those nearest by number of appeals. */
export const peersPart = "peers";

/** The tables with bars that stand on the page of an agency, a topic or a place; none of the overview, whose tables are others. */
export function embedBars(telling: Telling, subject: Subject): EmbedBars[] {
  const { dimension } = subject;
  if (dimension === "region" || dimension === "channel") return [];
  const { voice, figureText } = telling;
  const { t } = voice;
  const { parts, slice, span } = subjectReport(telling, subject, []);
  const { measures } = slice;
  const { open, rating } = measures;
  const bars = (id: string, part: Partial<EmbedBars> & Pick<EmbedBars, "title" | "rows" | "head">): EmbedBars => ({
    ...{ id, lead: null, rest: null, isDated: false, ...part },
    rows: part.rows.map((row) => ({ ...row, href: null })),
  });
  return [
    ...partLists.flatMap(({ id, head, least }) => {
      const { rows, rest } = parts[id];
      if (rows.length < least) return [];
      return [
        bars(id, {
          ...{ title: t(`section.${id}`), rows, head: t(head) },
          rest: rest > 0 ? t("table.rest", { rest }) : null,
        }),
      ];
    }),
    ...(isTold(measures, "open") && open.state === "exact" && open.value > 0
      ? [
          bars("open", {
            ...{ title: t("section.open"), rows: openRows(telling, measures), head: t("table.age") },
            lead: t("open.count", { span, count: figureText.count(open).text }),
            isDated: true,
          }),
        ]
      : []),
    ...(rating.state === "exact"
      ? [
          bars("ratings", {
            ...{ title: t("section.ratings"), rows: markRows(telling, measures), head: t("table.mark") },
            lead: t("ratings.mean", { mean: figureText.mean(rating).text }),
          }),
        ]
      : []),
    ...(dimension === "agency" ? peersBars(telling, subject, bars) : []),
  ];
}

/** An agency and those nearest by number of appeals by the share that its headline speaks of; none where it has no peers. */
function peersBars(
  telling: Telling,
  subject: Subject,
  bars: (id: string, part: Pick<EmbedBars, "title" | "lead" | "rows" | "head">) => EmbedBars,
): EmbedBars[] {
  const { facts, voice, names } = telling;
  const peers = peersOfAgency(facts, subject.code);
  const headline = headlineOf(facts, subject.periods[periodOf(facts, subject)]);
  if (peers.length === 0 || headline === null) return [];
  const figure = headline.event === "closing" ? "closedInNorm" : "inNorm";
  const cards = [subject, ...peers.map((code) => peerOf(facts, code))].map((one) => compareCard(telling, one, null));
  let label = "";
  const rows = cards.flatMap(({ code, name, groups }): BarRow[] => {
    const group = groups.find(({ id }) => id === headline.channel) ?? groups[0];
    const share = group?.rows.find(({ id }) => id === figure);
    const received = group?.rows.find(({ id }) => id === "received");
    if (group === undefined || share === undefined || received === undefined) return [];
    label ||= `${group.title}. ${share.label}`;
    return [
      {
        ...{ name, href: null, share: share.text, length: share.length ?? 0 },
        count: { state: received.absent ?? "exact", text: received.text, note: received.note, sort: null },
        colour: code === subject.code ? "series-subject" : "series-context",
      },
    ];
  });
  if (rows.length < 2) return [];
  const title = voice.t("compare.peers.title", { name: names.agencyShort(subject.code) });
  return [bars(peersPart, { title, lead: label, rows, head: voice.t("table.agency") })];
}

const peerOf = (facts: Facts, code: string): Subject => findSubject(facts, "agency", code)!;
