/** Stems of place and street names of one region. A plain sorted list: it can be stored between builds. */
export interface PlaceNames {
  has(stem: string): boolean;
}

export const NO_PLACE_NAMES: PlaceNames = { has: () => false };
