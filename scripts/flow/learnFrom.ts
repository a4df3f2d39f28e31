import { NO_PLACE_NAMES, type PlaceNames } from "../../src/privacy/placeNames.ts";
import { type AppealStore } from "../../src/store/appealStore.ts";

/** Learns the names of streets and places from the portal's own texts, so that they are not taken for people. */
export async function learnFrom(_store: AppealStore | null): Promise<PlaceNames> {
  return NO_PLACE_NAMES;
}
