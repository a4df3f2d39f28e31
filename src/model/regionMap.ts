import { z } from "zod";

/** The map of a region: where its places lie, and the figures that it shows of them. Coordinates are whole numbers, y downwards. */

/** Which place a tile stands for, and where; rows and columns begin with 1. A row of data/tiles.csv. */
export const tileRowSchema = z.strictObject({
  code: z.string().min(1),
  row: z.coerce.number().int().min(1).max(60),
  column: z.coerce.number().int().min(1).max(60),
});
export type TileRow = z.infer<typeof tileRowSchema>;

const drawnPlaceSchema = z.strictObject({
  code: z.string(),
  /**
   * Its outline, to be filled by the even-odd rule: holes are holes whatever way they run. Of each ring the first point, and
   * from each point the way to the next. Numbers and not a text: rows of figures in a text are taken for telephones.
   */
  rings: z.array(z.array(z.number().int()).min(2)),
  /** The middle of the widest stretch inside it, and how wide that is: where a name has room. */
  x: z.number().int(),
  y: z.number().int(),
  room: z.number().int().nonnegative(),
  /** Too small to be seen: a dot stands on it. */
  dot: z.literal(true).optional(),
});
export type DrawnPlace = z.infer<typeof drawnPlaceSchema>;

export const drawnRegionSchema = z.strictObject({
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  /** The largest first, so that none hides another that lies within it. */
  places: z.array(drawnPlaceSchema).min(1),
});
export type DrawnRegion = z.infer<typeof drawnRegionSchema>;

/** What a map can show: appeals per 1,000 residents, or the share answered in time, as adjusted as it is between agencies. */
export const mappedFigures = ["perThousand", "answeredInNorm"] as const;

/** Why a place has no figure: too few appeals, or nobody has said how many residents it has. */
export const mapReasons = ["too-few", "no-residents"] as const;

const mappedPlaceSchema = z.strictObject({
  code: z.string(),
  /** null: there is no figure, for the reason given. */
  value: z
    .strictObject({
      /** Appeals; residents, or appeals of which the share is. */
      part: z.number().int().nonnegative(),
      whole: z.number().int().positive(),
      value: z.number().nonnegative(),
      /** Interval of 95 %. */
      low: z.number().nonnegative(),
      high: z.number().nonnegative(),
      /** Beyond the limits of 99.8 %, which allow for scatter between places. null: too few appeals to be placed among the others. */
      position: z.enum(["above", "at", "below"]).nullable(),
    })
    .nullable(),
  reason: z.enum(mapReasons).optional(),
});
export type MappedPlace = z.infer<typeof mappedPlaceSchema>;

const mapFigureSchema = z.strictObject({
  figure: z.enum(mappedFigures),
  /** "": of all topics. */
  topic: z.string(),
  /** The figure of all places of the map together. */
  common: z.number().nonnegative(),
  /** By code. */
  places: z.array(mappedPlaceSchema),
});
export type MapFigure = z.infer<typeof mapFigureSchema>;

/** Of the last twelve months. At least one of shapes and tiles is there, and at least one figure. */
export const regionMapSchema = z.strictObject({
  shapes: drawnRegionSchema.optional(),
  tiles: z.array(tileRowSchema).optional(),
  figures: z.array(mapFigureSchema).min(1),
});
export type RegionMap = z.infer<typeof regionMapSchema>;
