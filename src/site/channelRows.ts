import type { Slice } from "../model/facts.ts";
import type { Share } from "../model/figures.ts";
import type { FigureText } from "../words/figureText.ts";
import { normText } from "../words/headline.ts";
import { inNormText } from "../words/inNormText.ts";
import { namesNoChannel } from "../words/names.ts";
import { channelsOf, normFor } from "../model/subjectsOfFacts.ts";
import { isTold } from "../model/toldFigures.ts";
import type { Telling } from "../words/telling.ts";

/** The figures of one channel beside the others: times stand apart, because the rules differ. */
export interface ChannelRow {
  name: string;
  /** «срок 3 дня», or null where the portal has no norm. */
  norm: string | null;
  received: FigureText;
  firstReply: FigureText;
  /** The wait for a reply that says more than that the appeal was taken in. */
  inSubstance: FigureText;
  closing: FigureText;
  inNorm: FigureText;
  silent: FigureText;
  closedInNorm: FigureText;
}

/** @returns nothing where the portal tells no channels apart */
export function channelRows(telling: Telling, slice: Slice): ChannelRow[] {
  const { facts } = telling;
  return namesNoChannel(facts) ? [] : everyChannel(telling, slice);
}

/** The same also where there is but one channel and it has no name. */
export function everyChannel(telling: Telling, slice: Slice): ChannelRow[] {
  const { facts, voice, names, figureText } = telling;
  // «6 из 9», not a bare 66,7 %: of so few a share alone sounds surer than it is.
  const ofFew = (share: Share, rules: readonly number[]): FigureText => {
    const told = inNormText(telling, share, rules);
    return share.state === "exact" && share.whole < facts.portal.minimum.compared
      ? { ...told, text: voice.t("figure.share.few", { part: share.part, whole: share.whole }) }
      : told;
  };
  return channelsOf(slice).map(({ channel, measures }) => {
    // Beside the figures stands the deadline that they are judged by.
    const [first, last] =
      isTold(measures, "firstReply.median") || !isTold(measures, "closing.median")
        ? (["first-reply", "closing"] as const)
        : (["closing", "first-reply"] as const);
    const norm = normFor(facts, measures, first) ?? normFor(facts, measures, last);
    const { firstReply, inSubstance, closing } = measures;
    return {
      name: names.channel(channel),
      norm:
        norm && voice.t(norm.several ? "chart.curve.norms" : "chart.curve.norm", { norm: normText(norm.norm, voice) }),
      received: figureText.count(measures.received),
      firstReply: figureText.shortWait(firstReply.median, firstReply.precision, firstReply.n),
      inSubstance: figureText.shortWait(inSubstance.median, inSubstance.precision, inSubstance.n),
      closing: figureText.shortWait(closing.median, closing.precision, closing.n),
      inNorm: ofFew(measures.answeredInNorm, measures.norms.firstReply),
      silent: ofFew(measures.silent, measures.norms.firstReply),
      closedInNorm: ofFew(measures.closedInNorm, measures.norms.closing),
    };
  });
}
