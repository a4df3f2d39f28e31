import { crossesItself } from "../boundaries/crossings.ts";
import { drawRegion } from "../boundaries/drawRegion.ts";
import { joinShapes } from "../boundaries/joinShapes.ts";
import { readGeoJson, type Shape } from "../boundaries/readGeoJson.ts";
import { spellingKey } from "../intake/label.ts";
import type { MapContext } from "../measure/mapContext.ts";
import type { Finding } from "../model/finding.ts";
import type { DrawnRegion, MapFigure, RegionMap, TileRow } from "../model/regionMap.ts";
import type { Vocabulary } from "../model/vocabulary.ts";
import { boundariesFile, type Settings, tilesFile } from "../settings/readSettings.ts";
import type { WeeksContext } from "../measure/rising/weeksContext.ts";

/** Where the places of a portal lie: by their boundaries, as tiles, or not at all. */
export interface MapOfRegion {
  shapes: DrawnRegion | null;
  tiles: TileRow[];
  /** Codes of all places of the map, none inside another. */
  codes: string[];
  findings: Finding[];
}

type Places = Vocabulary["places"];

/**
 * Draws what the portal's own boundaries.geojson and tiles.csv tell of its places, and says what of them is no place, and
 * which places they lack. Without either file it does nothing.
 */
export function mapOfRegion(
  { boundaries = null, tiles = [], portal }: Pick<Settings, "boundaries" | "tiles" | "portal">,
  { places }: Pick<Vocabulary, "places">,
): MapOfRegion {
  const findings: Finding[] = [];
  if (boundaries === null && tiles.length === 0) return { shapes: null, tiles: [], codes: [], findings };
  const drawn = boundaries === null ? null : drawnFrom(boundaries, places, findings);
  const laid = tiles.length === 0 ? [] : laidOut(tiles, places, findings);
  if (drawn === null && laid.length === 0) return { shapes: null, tiles: [], codes: [], findings };
  if (drawn !== null && portal.map === undefined) findings.push({ code: "MAP_ATTRIBUTION", file: boundariesFile });
  const shown = [...(drawn?.places ?? []), ...laid].map(({ code }) => code);
  // What neither file has stands in the table beside the map all the same.
  const codes = outermost(new Set([...shown, ...uncovered(new Set(shown), places)]), places).sort();
  const unpeopled = places.filter(({ code, population }) => codes.includes(code) && !population);
  if (unpeopled.length > 0)
    findings.push({
      code: "MAP_POPULATION_LACKING",
      file: "vocabulary/places.csv",
      column: unpeopled.map(({ code }) => code).join(", "),
      count: unpeopled.length,
    });
  return { shapes: drawn, tiles: laid, codes, findings };
}

/** What the measures must know of the map; undefined where there is none. */
export function mapContextOf(
  { codes }: MapOfRegion,
  { populations, sensitiveTopics, shown }: WeeksContext,
): MapContext | undefined {
  if (codes.length === 0) return undefined;
  return { codes, populations: populations ?? new Map(), sensitiveTopics, shown };
}

/** What the edition tells of the map; undefined where it has nothing to show. */
export function mapFacts({ shapes, tiles }: MapOfRegion, figures: readonly MapFigure[] = []): RegionMap | undefined {
  if (figures.length === 0) return undefined;
  return { ...(shapes && { shapes }), ...(tiles.length > 0 && { tiles }), figures: [...figures] };
}

function drawnFrom(text: string, places: Places, findings: Finding[]): DrawnRegion | null {
  const file = boundariesFile;
  const { shapes, faults } = readGeoJson(text);
  for (const { code, records } of faults) findings.push({ code, file, ...numbered(records) });
  if (shapes.length === 0) return null;
  const crossed = shapes.filter(({ polygons }) => polygons.some((rings) => rings.some(crossesItself)));
  if (crossed.length > 0) findings.push({ code: "MAP_SHAPE_CROSSES", file, ...numbered(crossed.map(({ at }) => at)) });
  const { joined, unknown } = joinShapes(shapes, finderOf(places));
  if (unknown.length > 0) findings.push({ code: "MAP_PLACE_UNKNOWN", file, ...numbered(unknown) });
  const outer = new Set(outermost(new Set(joined.keys()), places));
  const nested = [...joined].filter(([code]) => !outer.has(code)).flatMap(([, found]) => found.map(({ at }) => at));
  if (nested.length > 0) findings.push({ code: "MAP_PLACE_NESTED", file, ...numbered(nested.sort((a, b) => a - b)) });
  const polygons = new Map(
    [...joined].filter(([code]) => outer.has(code)).map(([code, found]) => [code, partsOf(found)]),
  );
  if (polygons.size === 0) return null;
  tellLacking(outer, places, file, findings);
  return drawRegion(polygons);
}

const partsOf = (found: readonly Shape[]): Shape["polygons"] => found.flatMap(({ polygons }) => polygons);

function numbered([record = 1, ...others]: readonly number[]): Pick<Finding, "record" | "records" | "count"> {
  return others.length === 0 ? { record } : { record, records: [record, ...others], count: others.length + 1 };
}

/** Finds the one place that a code or a name means, whatever its spelling. */
function finderOf(places: Places): (label: string) => string | null {
  const codes = new Map<string, string | null>();
  for (const { code, name, aliases } of places)
    for (const spelling of new Set([code, name, ...aliases].map(spellingKey))) {
      const known = codes.get(spelling);
      codes.set(spelling, known === undefined ? code : null);
    }
  return (label) => codes.get(spellingKey(label)) ?? null;
}

/** Those of the codes that lie in none of the others. */
function outermost(codes: ReadonlySet<string>, places: Places): string[] {
  const parents = new Map(places.map(({ code, parent }) => [code, parent]));
  const isInside = (code: string): boolean => {
    for (let above = parents.get(code) ?? null; above !== null; above = parents.get(above) ?? null)
      if (codes.has(above)) return true;
    return false;
  };
  return [...codes].filter((code) => !isInside(code));
}

function tellLacking(codes: ReadonlySet<string>, places: Places, file: string, findings: Finding[]): void {
  const missing = uncovered(codes, places);
  if (missing.length > 0)
    findings.push({ code: "MAP_PLACE_LACKING", file, column: missing.join(", "), count: missing.length });
}

/** Places of which neither they themselves, nor what they lie in, nor anything in them is among the codes. */
function uncovered(codes: ReadonlySet<string>, places: Places): string[] {
  const parents = new Map(places.map(({ code, parent }) => [code, parent]));
  const covered = new Set(codes);
  for (const code of codes)
    for (let above = parents.get(code) ?? null; above !== null; above = parents.get(above) ?? null) covered.add(above);
  const isCovered = (code: string): boolean => {
    for (let at: string | null = code; at !== null; at = parents.get(at) ?? null) if (covered.has(at)) return true;
    return false;
  };
  return places.map(({ code }) => code).filter((code) => !isCovered(code));
}

/** The tiles of known places, the first of each place and of each spot. */
function laidOut(tiles: readonly TileRow[], places: Places, findings: Finding[]): TileRow[] {
  const file = tilesFile;
  const find = finderOf(places);
  const spots = new Set<string>();
  const laid = new Map<string, TileRow>();
  tiles.forEach(({ code: label, row, column }, index) => {
    const line = index + 2;
    const code = find(label);
    const spot = `${row} ${column}`;
    if (code === null) findings.push({ code: "MAP_PLACE_UNKNOWN", file, line });
    else if (laid.has(code) || spots.has(spot)) findings.push({ code: "MAP_TILE_TAKEN", file, line });
    else {
      spots.add(spot);
      laid.set(code, { code, row, column });
    }
  });
  const outer = new Set(outermost(new Set(laid.keys()), places));
  for (const [index, { code: label }] of tiles.entries()) {
    const code = find(label);
    if (code !== null && laid.has(code) && !outer.has(code))
      findings.push({ code: "MAP_PLACE_NESTED", file, line: index + 2 });
  }
  if (outer.size > 0) tellLacking(outer, places, file, findings);
  return [...laid.values()].filter(({ code }) => outer.has(code));
}
