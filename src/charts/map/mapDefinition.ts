import { hasPage } from "../../model/subjectsOfFacts.ts";
import type { MapFigure, MappedPlace } from "../../model/regionMap.ts";
import { mapWords } from "../../words/mapWords.ts";
import { nameOrder } from "../../words/nameOrder.ts";
import type { Telling } from "../../words/telling.ts";
import { classBounds, classOf } from "./classBounds.ts";
import { mapLabel } from "./mapLabel.ts";

/** A place as a map and the table beside it show it. */
interface ToldPlace {
  code: string;
  name: string;
  /** What there is room for on the map. */
  label: string;
  /** null: nobody has written from there, so it has no page. */
  href: string | null;
  /** «Белоструйск: 12,3 на 1 000 жителей, больше обычного» */
  text: string;
  /** Class of its value, from 0; why there is none. */
  shade: number | "few" | "no-residents";
  isOutside: boolean;
  /** «12,3», or why there is no value. */
  value: string;
  /** Its interval: «11,9–12,7»; null where there is no value. */
  range: string | null;
  /** «больше обычного», or that its appeals are too few to say so; null within the limits. */
  position: string | null;
  isDrawn: boolean;
  measured: MappedPlace;
}

/** One map, described without any drawing: what it shows, in words and in numbers. */
export interface MapDefinition {
  /** Unique on its page, part of the addresses of its files. */
  id: string;
  figure: MapFigure["figure"];
  title: string;
  subtitle: string;
  description: string;
  /** What must not be concluded from it. */
  warning: string;
  /** Head of the column of values. */
  head: string;
  /** The shades that occur, in words. */
  classes: string[];
  hasFew: boolean;
  hasNoResidents: boolean;
  hasOutside: boolean;
  /** Rates by their value, which tell of no merit; shares by name, as everywhere. */
  places: ToldPlace[];
  /** «Границы: …»; null where the portal has none to name. */
  attribution: string | null;
}

const idOf = { perThousand: "map-rate", answeredInNorm: "map-in-time" } as const;

/** The maps of a page: of all topics, or those of one topic. None where the edition has no map. */
export function mapsOf(telling: Telling, topic = "", span: string): MapDefinition[] {
  const figures = telling.facts.map?.figures ?? [];
  return figures
    .filter((figure) => figure.topic === topic && figure.places.some(({ value }) => value !== null))
    .map((figure) => mapDefinition(telling, figure, span));
}

function mapDefinition(telling: Telling, { figure, topic, common, places }: MapFigure, span: string): MapDefinition {
  const { facts, voice, names, links } = telling;
  const m = mapWords(voice);
  const digits = common >= 1 ? 1 : 2;
  const write = figure === "perThousand" ? (value: number) => voice.decimal(value, digits) : voice.percent;
  const values = places.flatMap(({ value }) => (value === null ? [] : [value]));
  const bounds = classBounds(values.map(({ value }) => value));
  // Of few appeals a figure is mostly chance: nothing is said of the whole region by it.
  const compared = values.filter(({ position }) => position !== null);
  const spoken = (compared.length > 0 ? compared : values).map(({ value }) => value);
  const isShort = spoken.length < values.length;
  const few = { compared: facts.portal.minimum.compared };
  const drawn = new Set([...(facts.map?.shapes?.places ?? []), ...(facts.map?.tiles ?? [])].map(({ code }) => code));
  const told = places.map((measured): ToldPlace => {
    const { code, value, reason } = measured;
    const name = names.place(code);
    const isOutside = value?.position === "above" || value?.position === "below";
    const position = isOutside
      ? m(`map.${value.position as "above" | "below"}`)
      : value !== null && value.position === null
        ? m("map.scarce", few)
        : null;
    const absent = m(reason === "no-residents" ? "map.no-residents" : "map.few");
    return {
      code,
      name,
      label: mapLabel(name),
      href: hasPage(facts, "place", code) ? links.place(code) : null,
      text: [
        value === null ? `${name}: ${absent}` : m(`map.${figure}.value`, { name, value: write(value.value) }),
        ...(position === null ? [] : [position]),
      ].join(", "),
      shade: value === null ? (reason === "no-residents" ? "no-residents" : "few") : classOf(value.value, bounds),
      isOutside,
      value: value === null ? absent : write(value.value),
      range:
        value === null
          ? null
          : figure === "perThousand"
            ? m("map.table.range", { low: write(value.low), high: write(value.high) })
            : voice.percentRange(value.low, value.high),
      position,
      isDrawn: drawn.has(code),
      measured,
    };
  });
  const byName = nameOrder(voice.language);
  told.sort(
    (a, b) =>
      (figure === "perThousand" ? (b.measured.value?.value ?? -1) - (a.measured.value?.value ?? -1) : 0) ||
      byName(a.name, b.name),
  );
  const [low, high] = [write(Math.min(...spoken)), write(Math.max(...spoken))];
  const outside = told.filter(({ isOutside }) => isOutside).map(({ label }) => label);
  return {
    id: idOf[figure],
    figure,
    title: m(low === high ? `map.${figure}.title.same` : `map.${figure}.title`, low === high ? { low } : { low, high }),
    subtitle: [
      m(figure === "perThousand" && topic !== "" ? "map.perThousand.subtitle.topic" : `map.${figure}.subtitle`, {
        span,
        common: write(common),
        ...(topic !== "" && { topic: names.topic(topic) }),
      }),
      ...(isShort ? [m("map.without-scarce", few)] : []),
    ].join(". "),
    description: m("map.description", {
      low,
      high,
      common: write(common),
      outside: outside.length === 0 ? m("map.description.none") : outside.join(", "),
    }),
    warning: m(`map.${figure}.warning`),
    head: m(`map.${figure}.head`),
    classes: classTexts(bounds, figure === "perThousand" ? boundText(voice.decimal) : voice.percent, m),
    hasFew: told.some(({ shade }) => shade === "few"),
    hasNoResidents: told.some(({ shade }) => shade === "no-residents"),
    hasOutside: outside.length > 0,
    places: told,
    attribution:
      facts.map?.shapes && facts.portal.map
        ? m("map.attribution", { attribution: facts.portal.map.attribution })
        : null,
  };
}

/** Bounds are round: as few figures as they have. */
const boundText =
  (decimal: (value: number, digits?: number) => string) =>
  (value: number): string =>
    decimal(
      value,
      [0, 1].find((digits) => Math.abs(value * 10 ** digits - Math.round(value * 10 ** digits)) < 1e-9) ?? 2,
    );

function classTexts(
  bounds: readonly number[],
  write: (value: number) => string,
  m: ReturnType<typeof mapWords>,
): string[] {
  if (bounds.length === 0) return [m("map.class.only")];
  return Array.from({ length: bounds.length + 1 }, (_, at) =>
    at === 0
      ? m("map.class.first", { to: write(bounds[0]!) })
      : at === bounds.length
        ? m("map.class.last", { from: write(bounds[at - 1]!) })
        : m("map.class", { from: write(bounds[at - 1]!), to: write(bounds[at]!) }),
  );
}
