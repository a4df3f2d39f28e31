import { type Facts, type Slice } from "../model/facts.ts";
import { type FigureText, type FigureTexts } from "../words/figureText.ts";
import { normText } from "../words/headline.ts";
import { inNormText } from "../words/inNormText.ts";
import { type Voice } from "../words/language.ts";
import { namesNoChannel, type Names } from "../words/names.ts";
import { channelsOf, normFor } from "../model/subjectsOfFacts.ts";
import { isTold } from "../model/toldFigures.ts";

/** The figures of one channel beside the others: times stand apart, because the rules differ. */
export interface ChannelRow {
  name: string;
  /** «срок 3 дня», or null where the portal has no norm. */
  norm: string | null;
  received: FigureText;
  firstReply: FigureText;
  closing: FigureText;
  inNorm: FigureText;
  silent: FigureText;
  closedInNorm: FigureText;
}

/** @returns nothing where the portal tells no channels apart */
export function channelRows(facts: Facts, slice: Slice, voice: Voice, names: Names, figureText: FigureTexts): ChannelRow[] {
  return namesNoChannel(facts) ? [] : everyChannel(facts, slice, voice, names, figureText);
}

/** The same also where there is but one channel and it has no name. */
export function everyChannel(facts: Facts, slice: Slice, voice: Voice, names: Names, figureText: FigureTexts): ChannelRow[] {
  return channelsOf(slice).map(({ channel, measures }) => {
    // Beside the figures stands the deadline that they are judged by.
    const [first, last] = isTold(measures, "firstReply.median") || !isTold(measures, "closing.median") ? (["first-reply", "closing"] as const) : (["closing", "first-reply"] as const);
    const norm = normFor(facts, measures, first) ?? normFor(facts, measures, last);
    const { firstReply, closing } = measures;
    return {
      name: names.channel(channel),
      norm: norm && voice.t(norm.several ? "chart.curve.norms" : "chart.curve.norm", { norm: normText(norm.norm, voice) }),
      received: figureText.count(measures.received),
      firstReply: figureText.shortWait(firstReply.median, firstReply.precision, firstReply.n),
      closing: figureText.shortWait(closing.median, closing.precision, closing.n),
      inNorm: inNormText(measures.answeredInNorm, measures.norms.firstReply, voice, figureText),
      silent: inNormText(measures.silent, measures.norms.firstReply, voice, figureText),
      closedInNorm: inNormText(measures.closedInNorm, measures.norms.closing, voice, figureText),
    };
  });
}
