import type { Portal } from "../model/portal.ts";
import { createAllowList, type AllowListSettings } from "./allowList.ts";
import { createDetectionContext, type DetectionContext } from "./detectionContext.ts";
import { orDetectorFailed } from "./detectorFailed.ts";
import { placeNamesFrom, type PlaceNames } from "./placeNames.ts";
import { requireProvenDetectors } from "./provenDetectors.ts";

/** Everything that decides how a portal's texts are cleaned. Plain data, so that another thread can be given it. */
export interface CleaningRules {
  readonly language: "ru" | "en";
  readonly doubtful: "mask" | "review" | "keep";
  readonly names: "default" | "strict";
  readonly addresses: "house" | "street";
  /** Whether a name in the closing signature of a reply stays. */
  readonly replySignatures: "mask" | "keep";
  readonly allow: AllowListSettings;
  /** Stems, as PlaceNames keeps them. */
  readonly placeNames: readonly string[];
  /** Secret behind the hashes of doubtful finds. */
  readonly key: string;
  /** What a person decided about doubtful finds, by hash. */
  readonly decisions: Readonly<Record<string, "accept" | "mask">>;
  /** Which part of the remembered texts is read anew: see rememberedCheck. Decides nothing of what is made of a text. */
  readonly turn: number;
}

export function cleaningRules(
  portal: Portal,
  placeNames: PlaceNames,
  key: string,
  decisions: CleaningRules["decisions"] = {},
  turn = 0,
): CleaningRules {
  const { doubtful, names, addresses, replySignatures, allow } = portal.privacy;
  return {
    language: portal.language,
    doubtful,
    names,
    addresses,
    replySignatures,
    allow,
    placeNames: placeNames.stems,
    key,
    decisions,
    turn,
  };
}

/** A text of an appeal with whose it is: the resident's, or the agency's reply. */
export interface WrittenText {
  readonly text: string;
  readonly field: "text" | "reply";
  /** Stems of the surnames of people whom the other text of the same appeal names: here they may stand without a first name. */
  readonly named?: readonly string[];
}

/**
 * The same for texts that are cleaned alike: by whom a text was written counts where signatures of replies or officials stay,
 * and so do the people whom the other text of its appeal names.
 */
export function cleaningKey({ text, field, named = [] }: WrittenText, rules: CleaningRules): string {
  const tellsApart = rules.replySignatures === "keep" || (rules.allow.officials?.length ?? 0) > 0;
  const people = named.length > 0 ? `named\u0000${named.join(" ")}\u0000` : "";
  return tellsApart && field === "reply" ? `${people}reply\u0000${text}` : people + text;
}

/**
 * The detectors' knowledge under these rules, once the detectors have shown in this thread that they work.
 *
 * @throws BuildStop DETECTOR_FAILED where the dictionary cannot be read or is damaged, or a detector is blind
 */
export function detectionUnder(rules: CleaningRules): DetectionContext {
  return orDetectorFailed(() => {
    const context = createDetectionContext({
      allowList: createAllowList(rules.allow),
      placeNames: placeNamesFrom(rules.placeNames),
      mode: rules.names,
      addressLevel: rules.addresses,
    });
    requireProvenDetectors(context);
    return context;
  });
}
