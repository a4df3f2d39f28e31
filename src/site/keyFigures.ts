import type { Measures, Slice } from "../model/facts.ts";
import { brokenExports } from "../model/brokenExports.ts";
import { changeText } from "../words/changeText.ts";
import { closedAfterNorm } from "../words/closedAfterNorm.ts";
import type { FigureText } from "../words/figureText.ts";
import { headlineOf, rulesOf, type Headline } from "../model/headlineChoice.ts";
import { inNormText } from "../words/inNormText.ts";
import type { Voice } from "../words/language.ts";
import { hasOneChannel } from "../words/names.ts";
import { inNormOf } from "../model/subjectsOfFacts.ts";
import { isTold } from "../model/toldFigures.ts";
import { secondReaction } from "../words/secondReaction.ts";
import { unansweredText } from "../words/unansweredText.ts";
import { unowedText } from "../words/unowedText.ts";
import type { Telling } from "../words/telling.ts";

export interface KeyFigure {
  label: string;
  /** Id of its definition. */
  id: string;
  figure: FigureText;
  /** n, interval and what is counted; or why the figure is absent. */
  note: string | null;
  /** «в социальных сетях»: of the one channel that it is of; left out of those of all, and where there is but one. */
  where?: string;
}

/** What a figure is called where its note does not stand below it: with the channel that it speaks of. */
export const labelAlone = ({ label, where = "" }: KeyFigure): string => (where === "" ? label : `${label}, ${where}`);

/** Whether the share acted upon is one of all appeals: a channel that never says how appeals ended is left out of it. */
export function isOfAll({ received, resolvedStrict }: Measures): boolean {
  return received.state !== "exact" || resolvedStrict.state !== "exact" || resolvedStrict.whole === received.value;
}

const joined = (...parts: (string | null)[]): string => parts.filter(Boolean).join("; ");

/** Who else waits: what is told beside the headline counts all of them, this figure only those whose norm has passed. */
function alsoWaiting(
  { event, times: { waiting, never = 0 }, measures: { silent } }: Headline,
  { t }: Voice,
): string | null {
  const others = silent.state === "exact" ? waiting - never - silent.part : 0;
  return event === "first-reply" && others > 0 ? t("key.silent.more", { n: others }) : null;
}

/** Who has no reply and waits for none. */
function notWaiting({ measures }: Headline, voice: Voice): string | null {
  const why = measures.silent.state === "exact" ? unansweredText(measures, voice) : null;
  const late = closedAfterNorm(measures) ?? 0;
  if (why !== null && late > 0) return voice.t("key.silent.closed", { late: voice.integer(late) });
  return why === null ? null : voice.t("key.silent.apart", { why });
}

/** Four figures that sum a subject up: received, answered within the norm, silence, acted upon. Times of one channel. */
export function keyFigures(telling: Telling, slice: Slice): KeyFigure[] {
  const { facts, voice, names, figureText } = telling;
  const { measures } = slice;
  const { t } = voice;
  const headline = headlineOf(facts, slice);
  const open = figureText.count(measures.open);
  const together = hasOneChannel(facts) ? null : t("key.received.together");
  // Where the exports tell nothing of closings, nothing is said of open appeals.
  const receivedNote = !isTold(measures, "open")
    ? together
    : t(hasOneChannel(facts) ? "key.received.note.plain" : "key.received.note", { open: open.text });
  const received: KeyFigure = {
    id: "received",
    label: t("key.received"),
    figure: figureText.count(measures.received),
    note: joined(receivedNote, open.state === "hidden" ? open.note : null, unowedText(measures, voice)),
  };
  const acted = figureText.share(measures.resolvedStrict);
  const isClosedOnly = measures.open.state === "missing" && measures.open.reason === "closed-only";
  const ofWhat = isClosedOnly
    ? "key.acted.definition.closed-only"
    : isOfAll(measures)
      ? "key.acted.definition"
      : "key.acted.definition.told";
  const actedFigure: KeyFigure = {
    id: "resolvedStrict",
    label: t("key.acted"),
    figure: acted,
    note: joined(isTold(measures, "resolvedStrict") ? t(ofWhat) : null, acted.note),
  };
  if (!headline) return [received, actedFigure];
  const where = names.inChannel(headline.channel);
  const id = inNormOf[headline.event];
  const inNorm = inNormText(telling, headline.measures[id], rulesOf(headline));
  // A year of which months are missing is not to be compared with another.
  const yearBefore = brokenExports(facts, headline.channel) === null ? headline.measures.yearBefore : undefined;
  const share = yearBefore?.[id];
  const before = share?.state === "exact" ? t("key.year-before", { share: voice.percent(share.value) }) : null;
  const change = changeText(yearBefore?.[`${id}Change`], voice);
  const silent = inNormText(telling, headline.measures.silent, headline.measures.norms.firstReply);
  return [
    received,
    {
      id,
      label: t(`key.in-norm.${headline.event}`),
      figure: inNorm,
      note: joined(
        where,
        inNorm.note,
        secondReaction(headline, voice),
        before,
        change && t("key.year-change", { change }),
      ),
      where,
    },
    {
      id: "silent",
      label: t("key.silent"),
      figure: silent,
      note: joined(where, silent.note, alsoWaiting(headline, voice), notWaiting(headline, voice)),
      where,
    },
    actedFigure,
  ];
}
