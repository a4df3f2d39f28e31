import type { Vocabulary } from "../model/vocabulary.ts";
import { publicIds } from "../privacy/openGate.ts";
import { NO_PLACE_NAMES, withPortalNames } from "../privacy/placeNames.ts";
import type { Settings } from "../settings/readSettings.ts";
import type { AppealStore } from "../store/appealStore.ts";
import type { KnownTakedowns } from "./knownTakedowns.ts";
import { surveyAppeals, type Survey } from "./surveyAppeals.ts";

/** What has to be known of the appeals of a portal before the gate: nothing where neither texts nor small groups are to be looked after. */
export async function surveyOf(
  { portal, idKey, vocabulary }: Settings,
  extended: Vocabulary,
  store: AppealStore,
  appeals: number,
  takedowns: KnownTakedowns,
): Promise<Survey> {
  const isFull = portal.appeals === "full";
  if (appeals === 0 || (!isFull && !extended.topics.some((topic) => topic.sensitive)))
    return {
      placeNames: NO_PLACE_NAMES,
      groups: [],
      down: takedowns.down,
      quoting: new Set(),
      common: new Set(),
      findings: [],
    };
  const survey = await surveyAppeals(store, takedowns, publicIds(portal, idKey), isFull);
  const names = [...vocabulary.places, ...vocabulary.agencies].flatMap(({ name, aliases }) => [name, ...aliases]);
  return { ...survey, placeNames: withPortalNames(survey.placeNames, names) };
}
