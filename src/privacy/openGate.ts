import { normInDays, type Portal } from "../model/portal.ts";
import { type Vocabulary } from "../model/vocabulary.ts";
import { zoneOffsets } from "../model/zoneOffset.ts";
import { createAllowList } from "./allowList.ts";
import { cleanLabels } from "./cleanLabels.ts";
import { createDetectionContext, detect } from "./detect.ts";
import { Gate } from "./gate.ts";
import { mask } from "./mask.ts";
import { type PlaceNames } from "./placeNames.ts";
import { plainText } from "./plainText.ts";
import { keyedIds, registryIds } from "./publicId.ts";

/** Texts remembered with their cleaned form: agencies answer many appeals in the same words. */
const rememberedTexts = 20_000;

/**
 * Prepares the gate for one portal: detectors with the portal's allow-list and the place names learned from its own
 * texts, public ids, norms, sensitive topics, and labels that are free of personal data.
 *
 * @param listed the portal's own vocabulary; extended: with the labels of the exports added
 */
export function openGate(
  portal: Portal,
  idKey: string | null,
  listed: Vocabulary,
  extended: Vocabulary,
  placeNames: PlaceNames,
): { gate: Gate; vocabulary: Vocabulary } {
  const detection = createDetectionContext({
    allowList: createAllowList(portal.privacy.allow),
    placeNames,
    mode: portal.privacy.names,
    addressLevel: portal.privacy.addresses,
  });
  const tiers = portal.privacy.doubtful === "mask" ? (["confirmed", "doubtful"] as const) : (["confirmed"] as const);
  const masked = (text: string) => mask(text, detect(text, detection), { language: portal.language, tiers });

  const remembered = new Map<string, ReturnType<typeof masked>>();
  const clean = (text: string) => {
    const known = remembered.get(text);
    if (known) return known;
    const result = masked(plainText(text));
    if (remembered.size < rememberedTexts) remembered.set(text, result);
    return result;
  };

  const labels = cleanLabels(listed, extended, (label) => {
    const spans = detect(label, detection).filter((span) => span.tier === "confirmed");
    const result = mask(label, spans, { language: portal.language });
    return { text: result.text, masks: spans.length };
  });

  const norms = (event: "first-reply" | "closing") =>
    new Map(portal.norms.filter((norm) => norm.event === event).map((norm) => [norm.channel, normInDays(norm)]));
  const gate = new Gate({
    publicId: portal.appeals === "figures-only" ? () => "unpublished" : idKey === null ? registryIds() : keyedIds(idKey),
    clean,
    recode: labels.recode,
    sensitiveTopics: new Set(labels.vocabulary.topics.filter((topic) => topic.sensitive).map((topic) => topic.code)),
    firstReplyNorm: norms("first-reply"),
    closingNorm: norms("closing"),
    offsetAt: zoneOffsets(portal.timeZone),
    stopAbove: portal.privacy.stopAbove,
    strict: new Set(portal.privacy.strict),
    publishTexts: portal.appeals === "full",
  });
  return { gate, vocabulary: labels.vocabulary };
}
