import { type NormFinder, normFinder } from "../model/normOfAppeal.ts";
import type { Portal } from "../model/portal.ts";
import type { Vocabulary } from "../model/vocabulary.ts";
import { workingCalendar } from "../model/workingCalendar.ts";
import { zoneOffsets } from "../model/zoneOffset.ts";
import { cleanLabels } from "./cleanLabels.ts";
import { type CleaningRules, detectionUnder, type WrittenText } from "./cleaningRules.ts";
import { type CleanedText, textCleaner } from "./cleanText.ts";
import { Gate, type GateContext } from "./gate.ts";
import { personalIn } from "./labelNames.ts";
import { mask } from "./mask.ts";
import { keyedIds, registryIds } from "./publicId.ts";

/** What was masked in a label says that a person stands there, and what stands beside it may be theirs: it is read again. */
const readings = 3;

/** How this portal's public ids are made; where no appeal is published they are all one and stand for nothing. */
export function publicIds(portal: Portal, idKey: string | null): (source: string, id: string) => string {
  return portal.appeals === "figures-only"
    ? () => "unpublished"
    : idKey === null
      ? registryIds()
      : keyedIds(idKey, portal.idLetters);
}

/**
 * Prepares the gate for one portal: public ids, norms, sensitive topics, and labels that are free of personal data.
 *
 * @param listed the portal's own vocabulary; extended: with the labels of the exports added
 * @param clean gives a text of an appeal as the rules want it; left out: texts are read one by one as they come
 * @param norms left out: those of the portal, under no legal regime and a provisional calendar
 */
export function openGate(
  portal: Portal,
  idKey: string | null,
  listed: Vocabulary,
  extended: Vocabulary,
  rules: CleaningRules,
  clean: (written: WrittenText) => CleanedText = textCleaner(rules),
  norms: NormFinder = normFinder(portal, extended.topics, [], workingCalendar([])),
): { gate: Gate; vocabulary: Vocabulary; recode: ReadonlyMap<string, string>; pastGate: (named: boolean) => Gate } {
  const detection = detectionUnder(rules);
  const labels = cleanLabels(listed, extended, (label, list) => {
    let [text, masks] = [label, 0];
    for (let reading = 0; reading < readings; reading++) {
      const spans = personalIn(text, list, detection);
      if (spans.length === 0) break;
      text = mask(text, spans, { language: portal.language }).text;
      masks += spans.length;
    }
    return { text, masks };
  });

  const context: GateContext = {
    publicId: publicIds(portal, idKey),
    clean,
    recode: labels.recode,
    sensitiveTopics: new Set(labels.vocabulary.topics.filter((topic) => topic.sensitive).map((topic) => topic.code)),
    norms,
    offsetAt: zoneOffsets(portal.timeZone),
    stopAbove: portal.privacy.stopAbove,
    strict: new Set(portal.privacy.strict),
    publishTexts: portal.appeals === "full",
  };
  // Earlier states of an appeal pass without texts, and under the id they always had.
  return {
    gate: new Gate(context),
    vocabulary: labels.vocabulary,
    recode: labels.recode,
    pastGate: (named) => new Gate({ ...context, publishTexts: false, ...(named ? {} : { publicId: () => "" }) }),
  };
}
