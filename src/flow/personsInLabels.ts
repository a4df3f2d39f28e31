import { join } from "node:path";
import { inspectFile } from "../intake/inspect/inspectFile.ts";
import { BuildStop } from "../model/buildStop.ts";
import type { FileCounts } from "../model/facts.ts";
import type { Finding } from "../model/finding.ts";
import type { Vocabulary } from "../model/vocabulary.ts";
import { cleaningRules, detectionUnder } from "../privacy/cleaningRules.ts";
import type { DetectionContext } from "../privacy/detect.ts";
import { isPerson, type LabelList, personalIn } from "../privacy/labelNames.ts";
import type { Settings } from "../settings/readSettings.ts";
import type { AppealStore } from "../store/appealStore.ts";
import type { Survey } from "./surveyAppeals.ts";

const columns = { agencies: "agency", topics: "topic", places: "place" } as const;

/** What was found of people among the labels. */
export interface PersonsInLabels {
  findings: Finding[];
  /** Sources whose column of agencies is mostly people. */
  ofPersons: string[];
  /** Whether a label names a person. */
  isPerson: (label: string) => boolean;
}

/**
 * Names of people among the labels that the exports themselves give: how many of each list will be masked, and which
 * sources have people for agencies: most of the labels of their column, or the labels of most of their rows. What the
 * portal's own vocabulary lists is the portal's word.
 *
 * @param agencyRows how many appeals of each source name which agency
 * @param lastEdition where the findings belong
 */
export function personsInLabels(
  { portal, vocabulary: listed, idKey }: Settings,
  extended: Vocabulary,
  survey: Survey,
  agencyRows: Awaited<ReturnType<AppealStore["agencyRows"]>>,
  lastEdition: string,
): PersonsInLabels {
  const detection: DetectionContext = detectionUnder(cleaningRules(portal, survey.placeNames, idKey ?? "", {}));
  const unlisted = (list: LabelList): Vocabulary[LabelList][number][] => {
    const known = new Set(listed[list].map(({ code }) => code));
    return extended[list].filter(({ code }) => !known.has(code));
  };
  const findings = (Object.keys(columns) as LabelList[]).flatMap((list): Finding[] => {
    const count = unlisted(list).filter(({ name }) => personalIn(name, list, detection).length > 0).length;
    return count === 0
      ? []
      : [{ code: "LABELS_MASKED", file: lastEdition, column: columns[list], ...(count === 1 ? {} : { count }) }];
  });
  const persons = new Set(
    unlisted("agencies")
      .filter(({ name }) => isPerson(name, detection))
      .map(({ code }) => code),
  );
  const ofPersons = [...Map.groupBy(agencyRows, ({ source }) => source)].filter(([, agencies]) => {
    const people = agencies.filter(({ agency }) => persons.has(agency));
    const sum = (rows: typeof agencies): number => rows.reduce((total, { rows }) => total + rows, 0);
    return people.length > agencies.length / 2 || sum(people) > sum(agencies) / 2;
  });
  return { findings, ofPersons: ofPersons.map(([source]) => source), isPerson: (label) => isPerson(label, detection) };
}

/**
 * Officials are not the subject of a portal: pages of masks would say nothing, and pages of names too much.
 *
 * @throws BuildStop AGENCIES_ARE_PERSONS with the description of each source, and the columns of its newest file that are
 *   lists of something else
 */
export async function stopOnPersons(
  { ofPersons, isPerson }: PersonsInLabels,
  { sources, vocabulary, exportsDir }: Settings,
  files: readonly FileCounts[],
): Promise<void> {
  if (ofPersons.length === 0) return;
  const problems: string[] = [];
  for (const name of ofPersons) {
    const newest = files.filter(({ source }) => source === name).at(-1);
    const lists =
      newest === undefined
        ? []
        : await listsIn(join(exportsDir, newest.edition, newest.file), sources, vocabulary, isPerson);
    problems.push(
      `sources/${name}.yaml`,
      ...(lists.length > 0 ? [`exports/${newest!.edition}/${newest!.file}: ${lists.join(", ")}`] : []),
    );
  }
  throw new BuildStop(
    "AGENCIES_ARE_PERSONS",
    ofPersons.map((name) => ({ file: `sources/${name}.yaml` })),
    { problems: problems.join("\n") },
  );
}

/** A file inside an archive, or one that is gone by now, is not looked into: the stop is told all the same. */
async function listsIn(
  path: string,
  sources: Settings["sources"],
  vocabulary: Vocabulary,
  isPerson: (label: string) => boolean,
): Promise<number[]> {
  const inspected = await inspectFile(path, sources, vocabulary, null, isPerson).catch(() => []);
  return inspected.flatMap((part) => ("fault" in part ? [] : part.otherLists)).slice(0, mostTold);
}

const mostTold = 8;
