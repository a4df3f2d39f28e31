import { pageOf } from "../charts/chartFiles.ts";
import type { ChartDefinition } from "../charts/definition.ts";
import { type MapDefinition, mapsOf } from "../charts/map/mapDefinition.ts";
import { smallMultiples, type SmallMultiples } from "../charts/smallMultiples.ts";
import type { SubjectCharts } from "../charts/subjectCharts.ts";
import { nextEditionAfter } from "../model/nextEdition.ts";
import type { Subject } from "../model/facts.ts";
import { periodOf, regionOf } from "../model/subjectsOfFacts.ts";
import { isTold } from "../model/toldFigures.ts";
import { embedWords } from "../words/embedWords.ts";
import { capitalised, headlineText, periodText, type HeadlineText } from "../words/headline.ts";
import { mapWords } from "../words/mapWords.ts";
import { weekWords } from "../words/weekWords.ts";
import { renderedCrossings } from "../edition/renderedEdition.ts";
import { chartsOf } from "./chartsOf.ts";
import { facts, links, names, t, telling, voice } from "./current.ts";
import { embedBars, type EmbedBars } from "./embedBars.ts";
import { embedCrossings, topicOutcomesPart, topicPart, type EmbedCrossing } from "./embedCrossings.ts";
import { embedAddress, multiplesPart, wholeCard, type EmbedPart } from "./embedding.ts";
import {
  barsHeight,
  chartHeight,
  crossingHeight,
  figuresHeight,
  frameHeight,
  headlineHeight,
  mapHeight,
  multiplesHeight,
  outcomesHeight,
  spanHeight,
  surroundings,
} from "./frameHeight.ts";
import { keyFigures, type KeyFigure } from "./keyFigures.ts";
import { yearSpan } from "./yearSpan.ts";
import { outcomeParts, type OutcomePart } from "./outcomeParts.ts";

const e = embedWords(voice);

/** What every frame says of itself, whichever part it shows. */
interface FrameTexts {
  /** Of a demonstration: that it is one. */
  demo: string | null;
  name: string;
  source: string;
  /** Day of the next edition, and what is said to whoever reads this after it; null where none is promised. */
  late: { promised: string; text: string } | null;
  more: string;
}

/** Everything of a subject that can stand in a frame. */
export interface Embed {
  /** Full address of its page for frames. */
  address: string;
  texts: FrameTexts;
  headline: HeadlineText;
  /** Of which time the figures are, for parts that stand without the headline. */
  span: string;
  /** The same of topics in one place. */
  yearLine: string;
  figures: KeyFigure[];
  outcomes: OutcomePart[] | null;
  charts: { part: string; chart: ChartDefinition }[];
  curve: ChartDefinition | null;
  maps: MapDefinition[];
  /** Every agency by month, in the frame of the overview. */
  multiples: SmallMultiples | null;
  /** Tables with bars. */
  bars: EmbedBars[];
  /** Topics of a place that have pages of their own. */
  crossings: EmbedCrossing[];
  /** What can be asked for, the whole card first. */
  parts: EmbedPart[];
  /** The same on the page of a topic in a place, by the topic. */
  topicParts: ReadonlyMap<string, EmbedPart[]>;
}

/** Id of the part that shows one figure, by that of its definition. */
export const figurePart = (id: string): string => `figure-${id}`;

const known = new WeakMap<Subject, Embed>();

/**
 * The parts of an overview, an agency, a topic or a place: the same figures and drawings that stand on its page. They are
 * asked for by that page, by the page for frames and by the description for editors, and measured and made once.
 */
export function embedOf(subject: Subject): Embed {
  const embed = known.get(subject) ?? madeEmbed(subject);
  known.set(subject, embed);
  return embed;
}

function madeEmbed(subject: Subject): Embed {
  const period = periodOf(facts, subject);
  const slice = subject.periods[period];
  const name = capitalised(names.of(subject.dimension, subject.code));
  const texts = frameTexts(name);
  const headline = headlineText(telling, subject);
  const span = `${capitalised(periodText(telling, period))}.`;
  const yearLine = `${capitalised(periodText(telling, "year"))}.`;
  const figures = keyFigures(telling, slice);
  const outcomes = outcomeParts(telling, slice.measures);
  const charts = Object.entries(chartsOf(subject)) as [keyof SubjectCharts, ChartDefinition | null][];
  const drawn = charts.flatMap(([kind, chart]) => (chart === null ? [] : [{ kind, chart }]));
  const curve = drawn.find(({ kind }) => kind === "curve")?.chart ?? null;

  const maps = mapsOfSubject(subject);
  const multiples = subject.dimension === "region" ? smallMultiples(telling) : null;

  const bars = embedBars(telling, subject);
  const crossings =
    subject.dimension === "place" ? embedCrossings(telling, subject.code, renderedCrossings().crossings) : [];

  const around = surroundings(texts);
  const part = (id: string, label: string, height: number): EmbedPart => ({
    id,
    label,
    title: e("frame", { name, part: label }),
    height: frameHeight(around, height),
  });
  const card =
    headlineHeight(headline) + 16 + figuresHeight(figures, 2) + (curve === null ? 0 : 16 + chartHeight(curve, voice));
  return {
    address: links.absolute(embedAddress(pageOf(subject)!)),
    texts,
    headline,
    span,
    figures,
    outcomes,
    charts: drawn.map(({ chart }) => ({ part: chart.id, chart })),
    curve,
    maps,
    multiples,
    bars,
    crossings,
    topicParts: new Map(
      crossings.map((one) => {
        const about = { topic: one.name };
        const height = crossingHeight(one.name, e("more")) + spanHeight(yearLine);
        return [
          one.topic,
          [
            part(topicPart(one.topic), e("part.topic", about), height + figuresHeight(one.figures, 1)),
            ...(one.outcomes === null
              ? []
              : [
                  part(
                    topicOutcomesPart(one.topic),
                    e("part.topic.outcomes", about),
                    height + outcomesHeight(one.outcomes, t("outcomes.caption")),
                  ),
                ]),
          ],
        ];
      }),
    ),
    yearLine,
    parts: [
      part(wholeCard, e("part.card"), card),
      part("figures", e("part.figures"), spanHeight(span) + figuresHeight(figures, 1)),
      ...figures
        .filter(isRecorded)
        .map((figure) =>
          part(
            figurePart(figure.id),
            e("part.figure", { label: figure.label }),
            spanHeight(span) + figuresHeight([figure], 1),
          ),
        ),
      ...(outcomes === null
        ? []
        : [part("outcomes", e("part.outcomes"), spanHeight(span) + outcomesHeight(outcomes, t("outcomes.caption")))]),
      ...drawn.map(({ kind, chart }) => part(chart.id, e(`part.${kind}`), chartHeight(chart, voice))),
      ...maps.map((map) => part(map.id, e(`part.${map.figure}`), mapHeight(map, facts.map ?? {}, mapWords(voice)))),
      ...bars.map((one) => part(one.id, one.title, barsHeight(one) + (one.isDated ? 0 : spanHeight(span)))),
      ...(multiples === null ? [] : [part(multiplesPart, e("part.multiples"), multiplesHeight(multiples, voice))]),
    ],
  };
}

/** The maps that stand on the subject's page, or of all topics, which those of the region are. */
function mapsOfSubject({ dimension, code }: Subject): MapDefinition[] {
  if (dimension !== "region" && dimension !== "topic") return [];
  return mapsOf(telling, dimension === "region" ? "" : code, yearSpan(telling));
}

/** A figure of what no export records is offered to nobody: its frame would never show a number. */
const isRecorded = ({ id }: KeyFigure): boolean => isTold(regionOf(facts).periods.all.measures, id);

function frameTexts(name: string): FrameTexts {
  const { portal, edition } = facts;
  const promised = nextEditionAfter(edition.date, portal.nextEdition);
  const { w } = weekWords(voice);
  return {
    demo: portal.demo ? t("site.demo") : null,
    name,
    source: `${portal.title}, ${portal.region.name}. ${t("site.as-of", { date: voice.date(edition.date) })}.`,
    late:
      promised === null
        ? null
        : { promised, text: w("next.late", { date: voice.date(promised), edition: voice.date(edition.date) }) },
    more: e("more"),
  };
}
