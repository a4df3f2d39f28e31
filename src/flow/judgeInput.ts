import { BuildStop } from "../model/buildStop.ts";
import type { EditionMemory } from "../intake/editionMemory.ts";
import type { Finding } from "../model/finding.ts";
import { cleaningRules } from "../privacy/cleaningRules.ts";
import type { InputReport } from "../report/renderReport.ts";
import type { Settings } from "../settings/readSettings.ts";
import type { AppealStore } from "../store/appealStore.ts";
import { checkedUses } from "./checkedUses.ts";
import { inputFindings, type JudgedInput, stopOnUnusableFiles, waitingRows } from "./inputFindings.ts";
import { knownStatements } from "./knownStatements.ts";
import { knownTakedowns } from "./knownTakedowns.ts";
import { mapOfRegion } from "./mapOfRegion.ts";
import { mergeExports } from "./mergeExports.ts";
import { personsInLabels, stopOnPersons } from "./personsInLabels.ts";
import type { Progress } from "./progress.ts";
import { surveyOf } from "./surveyInput.ts";

/** Input that can be published. */
export interface UsableInput extends JudgedInput {
  findings: Finding[];
}

/**
 * Reads, merges and surveys the exports, and judges them.
 *
 * @param memory of the editions that were read in builds before; null: there is none
 * @param onReport called as soon as the input has been judged, before anything can stop because of it
 * @throws BuildStop where the input cannot be published
 */
export async function judgeInput(
  settings: Settings,
  store: AppealStore,
  progress: Progress,
  onReport: (report: InputReport) => void,
  memory: EditionMemory | null,
): Promise<UsableInput> {
  const input = await mergeExports(settings, store, progress, { memory });
  const { intake, merged, files } = input;
  const newest = intake.editions.at(-1)!;
  const takedowns = await knownTakedowns(settings, store);
  const survey = await progress.stage("survey", () =>
    surveyOf(settings, intake.vocabulary, store, merged.remaining, takedowns),
  );
  const persons = personsInLabels(settings, intake.vocabulary, survey, await store.agencyRows(), newest);
  const statements = knownStatements(
    settings,
    intake.vocabulary,
    cleaningRules(settings.portal, survey.placeNames, settings.idKey ?? "", {}),
  );
  const uses = checkedUses(settings, intake.vocabulary);
  const map = mapOfRegion(settings, intake.vocabulary);
  const judged: JudgedInput = {
    ...input,
    takedowns,
    survey,
    persons,
    statements,
    reused: await store.reusedNumbers(),
    uses,
    map,
  };
  const findings = inputFindings(settings, judged);
  onReport({ files, findings: [...findings, ...takedowns.told, ...waitingRows(merged.waiting, newest)] });
  stopOnUnusableFiles(findings);
  if (merged.remaining === 0) throw new BuildStop("NO_APPEALS");
  await stopOnPersons(persons, settings, files);
  return { ...judged, findings };
}
