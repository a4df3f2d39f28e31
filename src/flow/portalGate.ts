import { createHash } from "node:crypto";
import type { Appeal, PublicAppeal } from "../model/appeal.ts";
import type { AppealGroup } from "../model/appealGroup.ts";
import { normInDays } from "../model/norm.ts";
import { normFinder } from "../model/normOfAppeal.ts";
import type { Vocabulary } from "../model/vocabulary.ts";
import { workingCalendar } from "../model/workingCalendar.ts";
import { cleaningRules, type CleaningRules } from "../privacy/cleaningRules.ts";
import type { Gate } from "../privacy/gate.ts";
import {
  byMonthOfWeek,
  datesToWeek,
  type GroupPlan,
  mondayOf,
  planGroups,
  weeksOfChange,
} from "../privacy/groupPlan.ts";
import { openGate } from "../privacy/openGate.ts";
import type { Settings } from "../settings/readSettings.ts";
import { openCleanedTexts } from "./cleanedTexts.ts";
import type { Survey } from "./surveyAppeals.ts";
import { openTextReader, type TextReader } from "./textReader.ts";

/** How appeals of earlier editions are made public. */
export interface PastRules {
  /** @param named false where only figures are made of the appeals, which need no public ids */
  openGate: (named: boolean) => Pick<Gate, "pass">;
  /** What was to be done with small groups, given the groups of that edition; it takes appeals as they are told. */
  planOf: (groups: readonly AppealGroup[]) => GroupPlan;
  /** Final codes of topics whose appeals are dated by their week only. */
  sensitive: ReadonlySet<string>;
  /** An appeal with its dates as they may be told: those of sensitive topics to the week. */
  asTold: (appeal: PublicAppeal) => PublicAppeal;
  /** Its day of receipt as it is told. */
  toldDay: (appeal: Pick<Appeal, "topic" | "received">) => number;
  /** Stands for what these rules make of an appeal beside the settings: names and codes as the labels of all exports left them. */
  mark: string;
}

/** The gate of one build, ready for the first appeal. */
export interface PortalGate {
  gate: Gate;
  /** The vocabulary without personal data. */
  vocabulary: Vocabulary;
  /** What is done with small groups. */
  plan: GroupPlan;
  /** The same rules for appeals as earlier editions had them, without their texts. */
  past: PastRules;
  /** Reads the texts that the gate is about to ask for. Whoever opens the gate closes it. */
  reader: TextReader;
  /** The detectors' rules. */
  rules: CleaningRules;
  /** What was made of the texts, for whoever merges shards. */
  writtenTexts: () => string;
  /** Remembers the cleaned texts for the next build. */
  keepTexts: () => Promise<void>;
  /** Years of the working calendar that the norms of the appeals rest on, as far as they have passed. */
  calendarYears: () => number[];
}

export interface GateInput {
  settings: Settings;
  survey: Survey;
  /** The portal's vocabulary with the labels of the exports. */
  extended: Vocabulary;
  /** What the detectors made of texts in the build before; null: nothing is remembered. */
  cacheFile: string | null;
  /** What the shards of this build made of texts; left out: it has none. */
  shards?: AsyncIterable<string> | null;
  /** Which part of the texts of the build before is read anew: the number of editions. */
  turn: number;
}

/** Makes the gate of a portal ready. */
export async function openPortalGate({
  settings,
  survey,
  extended,
  cacheFile,
  shards = null,
  turn,
}: GateInput): Promise<PortalGate> {
  const { portal, review, idKey } = settings;
  const decisions = Object.fromEntries(
    review.flatMap((row) => (row.decision === "" ? [] : [[row.hash, row.decision] as const])),
  );
  const rules = cleaningRules(portal, survey.placeNames, idKey ?? "", decisions, turn);
  const cleaned = await openCleanedTexts(cacheFile, rules, shards);
  const reader = openTextReader(rules, cleaned);
  const norms = normFinder(
    portal,
    extended.topics,
    settings.sources,
    workingCalendar(settings.calendar, portal.calendar),
  );
  const { gate, vocabulary, recode, pastGate } = openGate(
    portal,
    idKey,
    settings.vocabulary,
    extended,
    rules,
    reader.clean,
    norms,
  );
  const past: PastRules = { openGate: pastGate, ...rulesOfTelling(settings, vocabulary, recode) };
  return {
    gate,
    vocabulary,
    plan: past.planOf(survey.groups),
    past,
    reader,
    rules,
    writtenTexts: () => cleaned.written(),
    keepTexts: () => cleaned.keep(),
    calendarYears: () => norms.calendarYears(),
  };
}

/** What is told of small groups, and of the dates of sensitive appeals. */
function rulesOfTelling(
  { portal }: Settings,
  vocabulary: Vocabulary,
  recode: ReadonlyMap<string, string>,
): Omit<PastRules, "openGate"> {
  const changing = weeksOfChange(portal.norms);
  const plainNorms = portal.norms.map((norm) => (norm.extension === undefined ? normInDays(norm) : null));
  const recoded = (code: string) => recode.get(code) ?? code;
  const sensitive = new Set(vocabulary.topics.filter((topic) => topic.sensitive).map((topic) => topic.code));
  // Where no appeal is published there are no weeks that figures could be held against.
  const weekly = portal.appeals === "full" ? sensitive : new Set<string>();
  return {
    sensitive,
    mark: createHash("sha256")
      .update(JSON.stringify([vocabulary, [...recode]]))
      .digest("hex"),
    planOf(groups) {
      const named = groups.map((group) => ({
        ...group,
        topic: recoded(group.topic),
        place: recoded(group.place),
        agency: recoded(group.agency),
      }));
      return planGroups(
        named.flatMap((group) => (weekly.has(group.topic) ? byMonthOfWeek(group) : [group])),
        portal.privacy,
        vocabulary,
      );
    },
    asTold: (appeal) =>
      appeal.topic !== null && weekly.has(appeal.topic) ? datesToWeek(appeal, plainNorms, changing) : appeal,
    toldDay: ({ topic, received }) => (weekly.has(recoded(topic)) ? mondayOf(received.day) : received.day),
  };
}
