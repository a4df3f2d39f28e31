import { type Portal } from "../model/portal.ts";
import { createAllowList, type AllowListSettings } from "./allowList.ts";
import { createDetectionContext, type DetectionContext } from "./detectionContext.ts";
import { placeNamesFrom, type PlaceNames } from "./placeNames.ts";

/** Everything that decides how a portal's texts are cleaned. Plain data, so that another thread can be given it. */
export interface CleaningRules {
  readonly language: "ru" | "en";
  readonly doubtful: "mask" | "review" | "keep";
  readonly names: "default" | "strict";
  readonly addresses: "house" | "street";
  readonly allow: AllowListSettings;
  /** Stems, as PlaceNames keeps them. */
  readonly placeNames: readonly string[];
  /** Secret behind the hashes of doubtful finds. */
  readonly key: string;
  /** What a person decided about doubtful finds, by hash. */
  readonly decisions: Readonly<Record<string, "accept" | "mask">>;
}

export function cleaningRules(portal: Portal, placeNames: PlaceNames, key: string, decisions: CleaningRules["decisions"] = {}): CleaningRules {
  const { doubtful, names, addresses, allow } = portal.privacy;
  return { language: portal.language, doubtful, names, addresses, allow, placeNames: placeNames.stems, key, decisions };
}

/** The detectors' knowledge under these rules. */
export function detectionUnder(rules: CleaningRules): DetectionContext {
  return createDetectionContext({
    allowList: createAllowList(rules.allow),
    placeNames: placeNamesFrom(rules.placeNames),
    mode: rules.names,
    addressLevel: rules.addresses,
  });
}
