import { chartRemarks } from "../charts/pictureTexts.ts";
import { keyedSeries, type ChartDefinition } from "../charts/definition.ts";
import { drawings } from "../charts/drawSvg.ts";
import { textHeight, type TypeSize } from "../charts/textHeight.ts";
import type { SmallMultiple, SmallMultiples } from "../charts/smallMultiples.ts";
import type { MapDefinition } from "../charts/map/mapDefinition.ts";
import type { DrawnRegion, TileRow } from "../model/regionMap.ts";
import type { mapWords } from "../words/mapWords.ts";
import type { Voice } from "../words/language.ts";
import type { HeadlineText } from "../words/headline.ts";
import type { EmbedBars } from "./embedBars.ts";
import { labelAlone, type KeyFigure } from "./keyFigures.ts";
import type { OutcomePart } from "./outcomeParts.ts";

/**
 * How high the parts of a page for frames stand in the narrowest frame, reckoned from its type and distances in embed.css.
 * What a host sees who listens for nothing: too high by a line rather than cut; a browser test holds every part to it.
 */

/** Inside the edge and the padding of a frame of 320 pixels. */
const room = 320 - 2 - 32;
const gap = 16;
/** One line more than today: titles name figures, and those change with every edition. The word that one is late takes its place. */
const spare = 24;

type MapTexts = ReturnType<typeof mapWords>;

const xs: TypeSize = { size: 13, leading: 1.35 };
const title: TypeSize = { size: 17, leading: 1.35, weight: 640 };
const value: TypeSize = { size: 22, leading: 1.2, weight: 600 };
const absent: TypeSize = { size: 17, leading: 1.2 };

const stacked = (heights: readonly number[], between = gap): number =>
  heights.reduce((sum, height) => sum + height + between, -between);

/** What surrounds a part: whose and of what it is, of which day. */
export function surroundings(texts: {
  demo: string | null;
  name: string;
  source: string;
  late: { text: string } | null;
  more: string;
}): number {
  const { demo, name, source, late, more } = texts;
  return stacked([
    ...(demo === null ? [] : [8 + textHeight(demo, room - 16, { size: 13, leading: 1.55 })]),
    textHeight(name, room, { ...title, leading: 1.2 }),
    stacked(
      [source, more].map((text) => textHeight(text, room, xs)),
      4,
    ) + Math.max(spare, late === null ? 0 : 4 + textHeight(late.text, room, xs)),
  ]);
}

/** A part together with its surroundings, in whole pixels. */
export const frameHeight = (around: number, part: number): number => Math.ceil(2 + 32 + around + gap + part);

/** A sentence of twenty lines gains one or two in a typeface that is a little wider: what a short one has to spare is not enough. */
const roomOfSentence = room * 0.96;

export const headlineHeight = ({ sentence, evidence }: HeadlineText): number =>
  stacked([
    textHeight(sentence, roomOfSentence, { size: 20, leading: 1.2, weight: 500 }),
    textHeight(evidence, room, xs),
  ]);

/** The line below figures that says of which time they are. */
export const spanHeight = (span: string): number => gap + textHeight(span, room, xs);

/** @param columns two of them where the figures stand without their notes */
export function figuresHeight(figures: readonly KeyFigure[], columns: 1 | 2): number {
  const width = columns === 1 ? room : (room - gap) / 2;
  const heights = figures.map(
    (one) =>
      textHeight(columns === 1 ? one.label : labelAlone(one), width, xs) +
      textHeight(one.figure.text, width, one.figure.state === "exact" ? value : absent) +
      (columns === 1 ? 4 + textHeight(one.note ?? "", width, xs) : 0),
  );
  const rows = Array.from({ length: Math.ceil(heights.length / columns) }, (_, row) =>
    Math.max(...heights.slice(row * columns, (row + 1) * columns)),
  );
  return 2 + 16 + stacked(rows);
}

export function chartHeight(definition: ChartDefinition, voice: Voice): number {
  const { narrow } = drawings;
  const key = [
    ...keyedSeries(definition).map(({ label }) => textHeight(label, room - 36, xs)),
    ...chartRemarks(definition, voice).map((remark) => textHeight(remark, room, xs)),
  ];
  return (
    textHeight(definition.title, room, title) +
    textHeight(definition.subtitle, room, xs) +
    (key.length === 0 ? 0 : 8 + stacked(key, 4)) +
    8 +
    (room * narrow.height) / narrow.width
  );
}

/** As high as the region is, with a line for each shade of the key. */
export function mapHeight(
  { title: finding, subtitle, classes, hasFew, hasNoResidents, hasOutside, attribution, warning }: MapDefinition,
  { shapes, tiles = [] }: { shapes?: DrawnRegion | undefined; tiles?: readonly TileRow[] | undefined },
  m: MapTexts,
): number {
  const key = [
    ...classes,
    ...(hasFew ? [m("map.few")] : []),
    ...(hasNoResidents ? [m("map.no-residents")] : []),
    ...(hasOutside ? [m("map.outside")] : []),
  ];
  const [rows, columns] = [tiles.map(({ row }) => row), tiles.map(({ column }) => column)].map(
    (places) => Math.max(...places) - Math.min(...places) + 1,
  );
  const drawing = shapes ? (shapes.height + 12) / (shapes.width + 12) : (rows ?? 1) / (columns ?? 1);
  return (
    textHeight(finding, room, title) +
    textHeight(subtitle, room, xs) +
    8 +
    stacked(
      key.map((label) => textHeight(label, room - 32, xs)),
      4,
    ) +
    8 +
    room * drawing +
    [...(attribution === null ? [] : [attribution]), warning].reduce(
      (sum, text) => sum + 4 + textHeight(text, room, xs),
      0,
    )
  );
}

/** Two small pictures beside each other; a row is as high as its longest name and its longest words below need. */
export function multiplesHeight({ subtitle, items, left }: SmallMultiples, { t, counted }: Voice): number {
  const width = (room - gap) / 2;
  const small: TypeSize = { size: 15, leading: 1.35 };
  const rowHeight = (row: readonly SmallMultiple[]): number =>
    Math.max(...row.map(({ name }) => 8 + textHeight(name, width, small))) +
    56 +
    Math.max(...row.map(({ last, range }) => 3 + textHeight(`${last} ${range}`, width, xs))) +
    24;
  const kinds = [...Map.groupBy(items, ({ kind }) => kind).values()].map((ofKind) => {
    const rows = Array.from({ length: Math.ceil(ofKind.length / 2) }, (_, row) => ofKind.slice(row * 2, row * 2 + 2));
    return rows.reduce((sum, row) => sum + rowHeight(row), gap);
  });
  const heading = kinds.length > 1 ? 17 * 1.35 : 0;
  return stacked([
    textHeight(t("multiples.title"), room, title),
    textHeight(subtitle, room, small),
    ...kinds.map((height) => heading + height),
    ...(left > 0 ? [textHeight(t("multiples.left", { agencies: counted(left, "agency") }), room, small)] : []),
  ]);
}

/** Each name has a line of its own above its bar, and its share and count the next. */
export function barsHeight({ title: heading, lead, rows, rest }: EmbedBars): number {
  const name: TypeSize = { size: 17, leading: 1.35 };
  const table = rows.reduce((sum, row) => sum + 6 + textHeight(row.name, room, name) + 12 + 12 + 17 * 1.35, 0);
  return stacked([
    textHeight(heading, room, title),
    ...(lead === null ? [] : [textHeight(lead, room, xs)]),
    table,
    ...(rest === null ? [] : [textHeight(rest, room, xs)]),
  ]);
}

/** Figures of a topic, and the way to its page, in the frame of a place. */
export const crossingHeight = (name: string, more: string): number =>
  textHeight(name, room, title) + gap + textHeight(more, room, xs) + gap;

/** Each name has a line of its own above its share and count. */
export const outcomesHeight = (parts: readonly OutcomePart[], caption: string): number =>
  40 +
  gap +
  8 +
  textHeight(caption, room, { size: 15, leading: 1.35 }) +
  parts.reduce((sum, { name }) => sum + textHeight(name, room - 26, { size: 15, leading: 1.35 }) + 21 + 20, 0);
