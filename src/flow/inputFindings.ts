import type { IntakeReport } from "../intake/intakeReport.ts";
import { BuildStop } from "../model/buildStop.ts";
import { concernsWholeFile, type Finding } from "../model/finding.ts";
import { nextEditionAfter } from "../model/nextEdition.ts";
import { broadAllowances } from "../privacy/broadAllowances.ts";
import { cleaningRules } from "../privacy/cleaningRules.ts";
import { NO_PLACE_NAMES } from "../privacy/placeNames.ts";
import { unlistedSensitive } from "../privacy/unlistedSensitive.ts";
import type { Settings } from "../settings/readSettings.ts";
import type { DifferingCopies } from "../store/mergeRows.ts";
import type { ReusedNumbers } from "../store/reusedNumbers.ts";
import type { RowsThatWait } from "../store/rowsThatWait.ts";
import type { CheckedUses } from "./checkedUses.ts";
import type { KnownTakedowns } from "./knownTakedowns.ts";
import type { KnownStatements } from "./knownStatements.ts";
import type { MapOfRegion } from "./mapOfRegion.ts";
import type { MergedInput } from "./mergeExports.ts";
import type { PersonsInLabels } from "./personsInLabels.ts";
import type { Survey } from "./surveyAppeals.ts";
import { whereWordsAreListed } from "./whereWordsAreListed.ts";

/** What has been learnt of the input before the gate. */
export interface JudgedInput extends MergedInput {
  takedowns: KnownTakedowns;
  survey: Survey;
  persons: PersonsInLabels;
  statements: KnownStatements;
  reused: readonly ReusedNumbers[];
  uses: CheckedUses;
  map: MapOfRegion;
}

/** Everything that the stages up to the gate found, in their order. */
export function inputFindings(
  settings: Settings,
  { intake, merged, takedowns, survey, persons, statements, reused, uses, map }: JudgedInput,
): Finding[] {
  return [
    ...whereWordsAreListed(intake.findings, intake.files, settings.sources),
    ...differingCopies(merged.differing),
    ...reusedNumbers(reused),
    ...takedowns.findings,
    ...survey.findings,
    ...unlistedSensitive(settings.vocabulary, intake.vocabulary, cleaningRules(settings.portal, NO_PLACE_NAMES, "")),
    ...notRecorded(settings, intake),
    ...allowedBroadly(settings),
    ...promiseRunOut(settings, intake),
    ...uses.findings,
    ...map.findings,
    ...persons.findings,
    ...statements.findings,
  ];
}

/** How many they are is for the person who builds: published, the number would tell readers what the edition withholds. */
export function waitingRows(waiting: readonly RowsThatWait[], newest: string): Finding[] {
  return waiting
    .filter(({ edition, waiting }) => edition === newest && waiting > 0)
    .map(({ edition, file, waiting }): Finding => ({
      code: "WEEK_NOT_OVER",
      file: `${edition}/${file}`,
      count: waiting,
    }));
}

/**
 * A file that cannot be used at all stops everything: a portal without it would be false without saying so.
 *
 * @throws BuildStop EXPORT_UNUSABLE
 */
export function stopOnUnusableFiles(findings: readonly Finding[]): void {
  const unusable = findings.filter(concernsWholeFile);
  if (unusable.length > 0) {
    throw new BuildStop(
      "EXPORT_UNUSABLE",
      unusable.map(({ file }) => ({ file: `exports/${file}` })),
      { count: unusable.length },
    );
  }
}

/** Said beside the description that lacks it; a preset has none. */
function notRecorded({ sources }: Settings, { lacking }: IntakeReport): Finding[] {
  const place = (name: string): string =>
    sources.some((source) => source.name === name) ? `sources/${name}.yaml` : name;
  return Object.entries(lacking).flatMap(([name, fields]) =>
    fields.map((column): Finding => ({ code: "NOT_RECORDED", file: place(name), column })),
  );
}

/** Of a promise that has run out pages say nothing. */
function promiseRunOut({ portal: { nextEdition } }: Settings, { editions }: IntakeReport): Finding[] {
  const newest = editions.at(-1);
  return nextEdition === undefined || newest === undefined || nextEditionAfter(newest, nextEdition) !== null
    ? []
    : [{ code: "NEXT_EDITION_PAST", file: "portal.yaml", column: "nextEdition" }];
}

/** What residents' data would stay by, without anybody having meant it. */
function allowedBroadly({ portal }: Settings): Finding[] {
  if (portal.appeals !== "full") return [];
  return broadAllowances(portal.privacy.allow).map(({ list, count }) => ({
    code: "ALLOWED_BROADLY",
    file: "portal.yaml",
    column: `privacy.allow.${list}`,
    count,
  }));
}

/** Which of the rows with one number is used is decided by a rule; that they differ has to be said. */
function differingCopies(differing: readonly DifferingCopies[]): Finding[] {
  return differing.map(({ edition, file, count }) => ({
    code: "COPIES_DIFFER",
    file: file === null ? edition : `${edition}/${file}`,
    count,
  }));
}

/** Merged by such numbers, an appeal would lose its address to another one. */
function reusedNumbers(reused: readonly ReusedNumbers[]): Finding[] {
  return reused.map(({ edition, file, line, count }) => ({
    code: "NUMBERS_BEGIN_AGAIN",
    file: `${edition}/${file}`,
    line,
    column: "id",
    count,
  }));
}
