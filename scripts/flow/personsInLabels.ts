import { BuildStop } from "../../src/model/buildStop.ts";
import { type Finding } from "../../src/model/finding.ts";
import { type Vocabulary } from "../../src/model/vocabulary.ts";
import { cleaningRules, detectionUnder } from "../../src/privacy/cleaningRules.ts";
import { isPerson, type LabelList, personalIn } from "../../src/privacy/labelNames.ts";
import { type Settings } from "../../src/settings/readSettings.ts";
import { type Survey } from "./surveyAppeals.ts";

const columns = { agencies: "agency", topics: "topic", places: "place" } as const;

/**
 * Names of people among the labels that the exports themselves give: how many of each list will be masked, and whether
 * the agencies are mostly people. What the portal's own vocabulary lists is the portal's word.
 *
 * @param lastEdition where the findings belong
 */
export function personsInLabels({ portal, vocabulary: listed, idKey }: Settings, extended: Vocabulary, survey: Survey, lastEdition: string): { findings: Finding[]; mostlyPersons: boolean } {
  const detection = detectionUnder(cleaningRules(portal, survey.placeNames, idKey ?? "", {}));
  const unlisted = (list: LabelList): string[] => {
    const known = new Set(listed[list].map(({ code }) => code));
    return extended[list].filter(({ code }) => !known.has(code)).map(({ name }) => name);
  };
  const findings = (Object.keys(columns) as LabelList[]).flatMap((list): Finding[] => {
    const count = unlisted(list).filter((label) => personalIn(label, list, detection).length > 0).length;
    return count === 0 ? [] : [{ code: "LABELS_MASKED", file: lastEdition, column: columns[list], ...(count === 1 ? {} : { count }) }];
  });
  const agencies = unlisted("agencies");
  return { findings, mostlyPersons: agencies.filter((label) => isPerson(label, detection)).length > agencies.length / 2 };
}

/** Officials are not the subject of a portal: pages of masks would say nothing, and pages of names too much. */
export function stopOnPersons(mostlyPersons: boolean, sources: readonly string[]): void {
  if (mostlyPersons) throw new BuildStop("AGENCIES_ARE_PERSONS", sources.map((name) => ({ file: `sources/${name}.yaml` })));
}
