import type { Channel } from "../../model/channel.ts";
import type { EditionFigure, PlainFigure, RememberedFigure } from "../../model/editions.ts";
import type { Measures } from "../../model/facts.ts";
import type { Count, Share, Wait } from "../../model/figures.ts";
import type { YearOfSubject } from "../subject.ts";

const rounded = (value: number) => Math.round(value * 1e4) / 1e4;

const absent = ({ state, reason }: Pick<PlainFigure, "reason"> & { state: "hidden" | "missing" }): PlainFigure => ({
  state,
  value: null,
  whole: null,
  reason,
});

function plainCount(count: Count): PlainFigure {
  return count.state === "exact" ? { state: "exact", value: count.value, whole: null, reason: null } : absent(count);
}

function plainShare(share: Share): PlainFigure {
  return share.state === "exact"
    ? { state: "exact", value: rounded(share.value), whole: share.whole, reason: null }
    : absent(share);
}

function plainWait(wait: Wait): PlainFigure {
  if (wait.state === "exact") return { state: "exact", value: rounded(wait.days), whole: null, reason: null };
  if (wait.state === "not-reached")
    return { state: "beyond", value: rounded(wait.beyond), whole: null, reason: "not-reached" };
  return absent(wait);
}

const ofAll = (m: Measures): [RememberedFigure, PlainFigure][] => [
  ["received", plainCount(m.received)],
  ["closed", plainCount(m.closed)],
  ["resolvedStrict", plainShare(m.resolvedStrict)],
  ["resolvedGenerous", plainShare(m.resolvedGenerous)],
];

const ofChannel = (m: Measures): [RememberedFigure, PlainFigure][] => [
  ["answeredInNorm", plainShare(m.answeredInNorm)],
  ["closedInNorm", plainShare(m.closedInNorm)],
  ["silent", plainShare(m.silent)],
  ["firstReplyMedian", plainWait(m.firstReply.median)],
  ["inSubstanceMedian", plainWait(m.inSubstance.median)],
  ["closingMedian", plainWait(m.closing.median)],
];

/**
 * The figures of the last twelve months that an edition is remembered by: of the region, then of every agency by code;
 * all channels together, then each by itself. Figures that nothing records or tells are left out; others that are missing say why.
 */
export function rememberedFiguresOf(subjects: readonly YearOfSubject[]): EditionFigure[] {
  return subjects
    .filter(({ dimension }) => dimension === "region" || dimension === "agency")
    .flatMap(({ dimension, code, year }) => {
      const agency = dimension === "region" ? "" : code;
      const placed = (channel: Channel | null, figures: [RememberedFigure, PlainFigure][]): EditionFigure[] =>
        figures
          // Of an edition that is recomputed no reply is read again: it is remembered as it was published.
          .filter(([, { reason }]) => reason !== "not-recorded" && reason !== "no-reply-texts")
          .map(([figure, plain]) => ({ agency, channel, figure, ...plain }));
      const byChannel = year.measures.channels.flatMap((channel) => {
        const measures = year.byChannel[channel];
        return measures === undefined ? [] : placed(channel, [...ofAll(measures), ...ofChannel(measures)]);
      });
      return [...placed(null, ofAll(year.measures)), ...byChannel];
    });
}
