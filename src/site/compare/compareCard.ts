import type { Measures, Slice, Subject } from "../../model/facts.ts";
import { everyChannel, type ChannelRow } from "../channelRows.ts";
import type { ChartDefinition, ChartSeries } from "../../charts/definition.ts";
import { waitingCurve } from "../../charts/waitingCurve.ts";
import type { FigureText } from "../../words/figureText.ts";
import { headlineText, normText } from "../../words/headline.ts";
import { headlineOf } from "../../model/headlineChoice.ts";
import { createReplyTexts } from "../../words/replyTexts.ts";
import { hasOneChannel, namesNoChannel } from "../../words/names.ts";
import { channelsOf, normFor, periodOf, regionOf } from "../../model/subjectsOfFacts.ts";
import { tellsClosings } from "../../model/toldFigures.ts";
import type { Telling } from "../../words/telling.ts";

/** What the compare page fetches of one agency: every figure ready to be shown, so that any two to four can be joined. */
export interface CompareCard {
  code: string;
  name: string;
  href: string;
  /** The headline of the agency's page. */
  sentence: string;
  groups: CompareGroup[];
  /** Its line on the common curve, and the table of it; null where its times cannot be shown. */
  line: ChartSeries | null;
  days: { day: number; text: string }[];
}

/** Figures that may stand side by side: of all appeals, or of one channel, whose rules they share. */
interface CompareGroup {
  id: string;
  title: string;
  rows: {
    id: string;
    label: string;
    text: string;
    note: string | null;
    length: number | null;
    absent: "hidden" | "missing" | null;
  }[];
}

const shares = new Set(["inNorm", "silent", "closedInNorm", "acted", "explained"]);

function row(id: string, label: string, figure: FigureText): CompareGroup["rows"][number] {
  const length =
    (shares.has(id) || id.startsWith("month-")) && figure.sort !== null ? Math.round(figure.sort * 1000) / 10 : null;
  return {
    id,
    label,
    text: figure.text,
    note: figure.note,
    length,
    absent: figure.state === "hidden" || figure.state === "missing" ? figure.state : null,
  };
}

export function compareCard(telling: Telling, subject: Subject, frame: ChartDefinition | null): CompareCard {
  const { facts, names, links } = telling;
  const slice = subject.periods[periodOf(facts, subject)];
  const curve = frame && ownCurve(telling, slice, names.agencyShort(subject.code), frame);
  return {
    code: subject.code,
    name: names.agencyShort(subject.code),
    href: links.agency(subject.code),
    sentence: headlineText(telling, subject).sentence,
    groups: [...groupsOf(telling, slice), ...monthsOf(telling, subject)],
    line: curve?.series[0] ?? null,
    days: curve?.table.rows.map(([day, share]) => ({ day: day!.value!, text: share!.text })) ?? [],
  };
}

/** Months that stand side by side: a year and its like the year before. */
const mostMonths = 13;

/** The share within the norm of every whole month, in the channel and of the event that the region's headline speaks of. */
function monthsOf({ facts, voice, names, figureText }: Telling, subject: Subject): CompareGroup[] {
  const headline = headlineOf(facts, regionOf(facts).periods.year);
  if (headline === null) return [];
  const { channel, event } = headline;
  const rows = (subject.monthsByChannel[channel] ?? [])
    .filter(({ complete }) => complete)
    .slice(-mostMonths)
    .flatMap((month) => {
      const share = event === "closing" ? month.closedInNorm : month.answeredInNorm;
      return share === undefined
        ? []
        : [row(`month-${month.month}`, voice.month(month.month), figureText.share(share))];
    })
    .reverse();
  return rows.length === 0
    ? []
    : [{ id: "months", title: voice.t(`compare.months.${event}`, { where: names.inChannel(channel) }), rows }];
}

/** The share of explanations; only outcomes that occur are listed, so that none at all is a nought. Null where nobody in the region explains, or too little is known. */
function explainedShare({ facts, voice, figureText }: Telling, { outcomes }: Measures): FigureText | null {
  const own = outcomes.find(({ outcome }) => outcome === "explained");
  if (own) return figureText.share(own.share);
  const isKnown = outcomes.length > 0 && outcomes.every(({ share }) => share.state === "exact");
  const occurs = regionOf(facts).periods.all.measures.outcomes.some(({ outcome }) => outcome === "explained");
  return isKnown && occurs ? { state: "exact", text: voice.percent(0), note: null, sort: 0 } : null;
}

function groupsOf(telling: Telling, slice: Slice): CompareGroup[] {
  const { facts, voice, names, figureText } = telling;
  const { t } = voice;
  const { measures } = slice;
  const explained = explainedShare(telling, measures);
  const all: CompareGroup = {
    id: "all",
    title: t(hasOneChannel(facts) ? "compare.group.plain" : "compare.group.all"),
    rows: [
      row("received", t("table.received"), figureText.count(measures.received)),
      ...(tellsClosings(facts) ? [row("open", t("compare.open"), figureText.count(measures.open))] : []),
      row("acted", t("table.acted"), figureText.share(measures.resolvedStrict)),
      ...(explained ? [row("explained", names.outcome("explained"), explained)] : []),
      row("rating", t("compare.rating"), figureText.mean(measures.rating)),
    ],
  };
  const timesOf = (figures: ChannelRow): CompareGroup["rows"] => [
    row("firstReply", t("table.median.half.first-reply"), figures.firstReply),
    row("inSubstance", createReplyTexts(voice.language).say("reactions.column"), figures.inSubstance),
    row("inNorm", t("table.in-norm.first-reply"), figures.inNorm),
    row("silent", t("table.silent"), figures.silent),
    row("closing", t("table.median.half.closing"), figures.closing),
    row("closedInNorm", t("table.in-norm.closing"), figures.closedInNorm),
  ];
  const channels = everyChannel(telling, slice);
  // Where no channel has a name there is one set of rules, and times stand with the rest.
  if (namesNoChannel(facts)) return [{ ...all, rows: [...all.rows, ...channels.flatMap(timesOf)] }];
  // everyChannel tells the channels of a slice in the order of channelsOf.
  const groups = channelsOf(slice).map(({ channel }, index): CompareGroup => {
    const figures = channels[index]!;
    return {
      id: channel,
      title: figures.norm ? `${figures.name}, ${figures.norm}` : figures.name,
      rows: [row("received", t("table.received"), figures.received), ...timesOf(figures)],
    };
  });
  return [all, ...groups];
}

/** The empty chart that all lines of the compare page share: channel, event, norm and axes of the region's headline. */
export function compareFrame({ facts, voice, names }: Telling): ChartDefinition | null {
  const headline = headlineOf(facts, regionOf(facts).periods.year);
  if (!headline) return null;
  const { channel, event, times, norm } = headline;
  const within = norm && normText(norm.norm, voice);
  const title = voice.t(`chart.curve.title.plain.${event}`);
  const texts = {
    title,
    subtitle: voice.t(`chart.curve.subtitle.${event}`, { where: names.inChannel(channel) }),
    figure: `${event === "closing" ? "closing" : "firstReply"}.curve`,
    description: title,
  };
  return waitingCurve(
    "compare",
    [{ label: facts.portal.region.name, colour: "series-context", dash: "solid", times, band: false }],
    norm === null || norm.days === null
      ? null
      : {
          days: norm.days,
          label: voice.t(norm.several ? "chart.curve.norms" : "chart.curve.norm", { norm: within ?? "" }),
        },
    texts,
    voice,
  );
}

function ownCurve(
  { facts, voice }: Telling,
  slice: Slice,
  label: string,
  frame: ChartDefinition,
): ChartDefinition | null {
  const headline = headlineOf(facts, regionOf(facts).periods.year);
  const measures = headline && slice.byChannel[headline.channel];
  if (!headline || !measures) return null;
  const times = headline.event === "closing" ? measures.closing : measures.firstReply;
  const norm = normFor(facts, measures, headline.event);
  return waitingCurve(
    "compare",
    [{ label, colour: "series-subject", dash: "solid", times, band: false }],
    norm === null || norm.days === null ? null : { days: norm.days, label: "" },
    frame,
    voice,
    frame.x.max,
  );
}
