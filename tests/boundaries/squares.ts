/** Invented boundaries for tests: squares of one degree, named as asked. */

export type Ring = [number, number][];

/** A square with its south-western corner there, counterclockwise, as RFC 7946 wants outlines to run. */
export const square = (west: number, south: number, side = 1): Ring => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
  [west, south],
];

export const polygon = (...rings: Ring[]): unknown => ({ type: "Polygon", coordinates: rings });

export const featureOf = (geometry: unknown, properties: unknown = {}): Record<string, unknown> => ({
  type: "Feature",
  properties,
  geometry,
});

export const collection = (features: unknown[], more: Record<string, unknown> = {}): string =>
  JSON.stringify({ type: "FeatureCollection", ...more, features });
