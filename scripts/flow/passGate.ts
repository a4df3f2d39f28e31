import { type Appeal, type PublicAppeal } from "../../src/model/appeal.ts";
import { type Followed } from "../../src/model/followed.ts";
import { type PrivacyFacts } from "../../src/model/facts.ts";
import { normInDays } from "../../src/model/norm.ts";
import { normFinder } from "../../src/model/normOfAppeal.ts";
import { type Vocabulary } from "../../src/model/vocabulary.ts";
import { workingCalendar } from "../../src/model/workingCalendar.ts";
import { cleaningRules, type CleaningRules } from "../../src/privacy/cleaningRules.ts";
import { type Gate, type GateReport } from "../../src/privacy/gate.ts";
import { type AppealGroup } from "../../src/model/appealGroup.ts";
import { byMonthOfWeek, datesToWeek, type GroupPlan, mondayOf, planGroups, weeksOfChange } from "../../src/privacy/groupPlan.ts";
import { openGate } from "../../src/privacy/openGate.ts";
import { ReadTexts } from "../../src/privacy/readTexts.ts";
import { paragraphsOf } from "../../src/site/appeals/markup.ts";
import { excerptOf } from "../../src/site/appeals/excerptOf.ts";
import { type Settings } from "../../src/settings/readSettings.ts";
import { type AppealStore } from "../../src/store/appealStore.ts";
import { openCleanedTexts } from "./cleanedTexts.ts";
import { type Progress } from "./progress.ts";
import { requireJudged } from "./reviewFile.ts";
import { type Survey } from "./surveyAppeals.ts";
import { openTextReader } from "./textReader.ts";

/** Where public appeals go: into the figures all of them, into the edition those that are not taken down. */
export interface Destinations {
  /** edition: that of the export in which the appeal was last seen; gives what the figures of times take from it */
  count: (appeal: PublicAppeal, edition: string) => Followed;
  publish: (appeals: readonly PublicAppeal[]) => Promise<void>;
}

/** How appeals of earlier editions are made public. */
export interface PastRules {
  /** @param named false where only figures are made of the appeals, which need no public ids */
  openGate: (named: boolean) => Pick<Gate, "pass">;
  /** What was to be done with small groups, given the groups of that edition; it takes appeals as they are told. */
  planOf: (groups: readonly AppealGroup[]) => GroupPlan;
  /** Final codes of topics of which nothing but the week is told. */
  sensitive: ReadonlySet<string>;
  /** An appeal with its dates as they may be told: those of sensitive topics to the week. */
  asTold: (appeal: PublicAppeal) => PublicAppeal;
  /** Its day of receipt as it is told. */
  toldDay: (appeal: Pick<Appeal, "topic" | "received">) => number;
}

/** What the stages after the gate may know of it. */
export interface Passed {
  report: GateReport;
  privacy: PrivacyFacts;
  /** For the last look: the detectors' rules, and which texts they have read. */
  rules: CleaningRules;
  readTexts: ReadTexts;
  /** Years of the working calendar that the norms of the appeals rest on. */
  calendarYears: number[];
  /** The same rules for appeals as earlier editions had them, without their texts. */
  past: PastRules;
  /** Remembers the cleaned texts for the next build. */
  keepTexts: () => Promise<void>;
}

/**
 * Lets every merged appeal through the gate, newest first.
 *
 * @param extended the portal's vocabulary with the labels of the exports
 * @param open is told the vocabulary without personal data, before the first appeal
 * @param judge gets the doubtful finds that nobody has judged, once all appeals have passed
 * @param turn which part of the texts of the build before is read anew: the number of editions
 * @throws BuildStop PRIVACY_… where the settings do not let the export pass
 */
export async function passGate(
  settings: Settings,
  cacheFile: string | null,
  store: AppealStore,
  survey: Survey,
  extended: Vocabulary,
  progress: Progress,
  open: (vocabulary: Vocabulary) => Destinations,
  judge: typeof requireJudged = requireJudged,
  turn = 0,
): Promise<Passed> {
  const { portal, review, idKey } = settings;
  const decisions = Object.fromEntries(review.flatMap((row) => (row.decision === "" ? [] : [[row.hash, row.decision] as const])));
  const rules = cleaningRules(portal, survey.placeNames, idKey ?? "", decisions, turn);
  const cleaned = await openCleanedTexts(cacheFile, rules);
  const reader = openTextReader(rules, cleaned);
  const norms = normFinder(portal, extended.topics, settings.sources, workingCalendar(settings.calendar, portal.calendar));
  const changing = weeksOfChange(portal.norms);
  const plainNorms = portal.norms.map((norm) => (norm.extension === undefined ? normInDays(norm) : null));
  const { gate, vocabulary, recode, pastGate } = openGate(portal, idKey, settings.vocabulary, extended, rules, reader.clean, norms);
  const recoded = (code: string) => recode.get(code) ?? code;
  const sensitive = new Set(vocabulary.topics.filter((topic) => topic.sensitive).map((topic) => topic.code));
  // Where no appeal is published there are no weeks that figures could be held against.
  const weekly = portal.appeals === "full" ? sensitive : new Set<string>();
  const planOf = (groups: readonly AppealGroup[]) => {
    const named = groups.map((group) => ({ ...group, topic: recoded(group.topic), place: recoded(group.place), agency: recoded(group.agency) }));
    return planGroups(named.flatMap((group) => (weekly.has(group.topic) ? byMonthOfWeek(group) : [group])), portal.privacy, vocabulary);
  };
  const plan = planOf(survey.groups);
  const asTold = (appeal: PublicAppeal) => (appeal.topic !== null && weekly.has(appeal.topic) ? datesToWeek(appeal, plainNorms, changing) : appeal);
  const toldDay = ({ topic, received }: Pick<Appeal, "topic" | "received">) => (weekly.has(recoded(topic)) ? mondayOf(received.day) : received.day);
  const readTexts = new ReadTexts();
  const sizes = new Map<string, number>();
  const destinations = open(vocabulary);

  return progress.stage("gate", async (say) => {
    try {
      let takenDown = 0;
      let alike = 0;
      let quoting = 0;
      const tell = (passed: number) => {
        const { maskedAppeals, withheldTexts } = gate.sofar;
        say({ passed, masked: maskedAppeals, withheld: withheldTexts + quoting, down: takenDown + alike, known: reader.counts.known });
      };
      for await (const appeals of store.appeals([...sensitive].sort())) {
        await reader.read(appeals.flatMap((appeal) => gate.textsOf(appeal)));
        const published: PublicAppeal[] = [];
        for (const appeal of appeals) {
          // Figures are made of what is told, or they would tell the days of single appeals.
          const counted = plan.coarsened(asTold(gate.pass(appeal)));
          const followed = { ...counted, ...destinations.count(counted, appeal.edition) };
          const passed = survey.quoting.has(followed.id) ? withoutTexts(followed) : followed;
          if (passed !== followed) quoting++;
          const down = survey.down.get(passed.id);
          if (down !== undefined) {
            if (down.alike) alike++;
            else takenDown++;
            continue;
          }
          for (const text of [passed.text, passed.reply]) if (text !== null) readTexts.add(text);
          // Lists show the beginning of a text, cut in the middle of a sentence.
          if (passed.text !== null) readTexts.add(excerptOf(paragraphsOf(passed.text).join(" ")));
          const group = [passed.topic, passed.place, passed.received.slice(0, 7), passed.channel].join("\n");
          sizes.set(group, (sizes.get(group) ?? 0) + 1);
          published.push(passed);
        }
        await destinations.publish(published);
        tell(gate.sofar.passed);
      }
      await judge(settings.dataDir, review, gate.toJudge, settings.sources);
      const finished = gate.finish();
      const report = { ...finished, withheldTexts: finished.withheldTexts + quoting };
      tell(report.passed);
      const privacy: PrivacyFacts = {
        maskedByAgency: Object.entries(report.maskedByAgency)
          .map(([agency, masked]) => ({ agency, masked }))
          .sort((a, b) => (a.agency < b.agency ? -1 : 1)),
        maskedDoubtful: report.maskedDoubtful,
        takenDown,
        ...(alike > 0 && { alikeTakenDown: alike }),
        groups: portal.appeals === "full" ? { ...likeness(sizes), ...plan.counts } : null,
      };
      return { report, privacy, rules, readTexts, calendarYears: norms.calendarYears(), past: { openGate: pastGate, planOf, sensitive, asTold, toldDay }, keepTexts: () => cleaned.keep() };
    } finally {
      await reader.close();
    }
  });
}

/** What was taken down is not to be read in the words of another. */
function withoutTexts(appeal: PublicAppeal): PublicAppeal {
  return appeal.text === null && appeal.reply === null ? appeal : { ...appeal, text: null, reply: null, withheld: "quotation" };
}

/** Size of the smallest group, and share of appeals alone in theirs. */
function likeness(sizes: ReadonlyMap<string, number>): { smallest: number; alone: number } {
  let all = 0;
  let alone = 0;
  let smallest = Infinity;
  for (const size of sizes.values()) {
    all += size;
    if (size === 1) alone++;
    smallest = Math.min(smallest, size);
  }
  return all === 0 ? { smallest: 0, alone: 0 } : { smallest, alone: Math.round((1e4 * alone) / all) / 1e4 };
}
