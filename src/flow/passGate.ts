import type { PublicAppeal } from "../model/appeal.ts";
import type { ReplySays } from "../model/events/inSubstance.ts";
import type { PrivacyFacts } from "../model/facts.ts";
import type { Followed } from "../model/followed.ts";
import type { GateReport } from "../privacy/gateReport.ts";
import type { ReadTexts } from "../privacy/readTexts.ts";
import type { Settings } from "../settings/readSettings.ts";
import type { AppealStore } from "../store/appealStore.ts";
import type { ReplyMarker } from "./markReplies.ts";
import type { PortalGate } from "./portalGate.ts";
import type { Progress } from "./progress.ts";
import { PublishedTally } from "./publishedTally.ts";
import { requireJudged } from "./reviewFile.ts";
import type { Survey } from "./surveyAppeals.ts";

/** Where public appeals go: into the figures all of them, into the edition those that are not taken down. */
interface Destinations {
  /**
   * edition: that of the export in which the appeal was last seen; says: what its published reply says as a whole. Gives what the
   * figures of times take from it
   */
  count: (appeal: PublicAppeal, edition: string, says: ReplySays) => Followed;
  publish: (appeals: readonly PublicAppeal[]) => Promise<void>;
}

/** What the stages after the gate may know of it. */
export interface Passed extends Pick<PortalGate, "rules" | "past" | "keepTexts"> {
  report: GateReport;
  privacy: PrivacyFacts;
  /** For the last look: which texts the detectors have read. */
  readTexts: ReadTexts;
  /** Years of the working calendar that the norms of the appeals rest on. */
  calendarYears: number[];
}

/** Gets the doubtful finds that nobody has judged, once all appeals have passed; it throws where that stops the run. */
export type Judge = typeof requireJudged;

export interface Passage {
  settings: Settings;
  portalGate: PortalGate;
  store: AppealStore;
  survey: Survey;
  destinations: Destinations;
  replies: Pick<ReplyMarker, "mark">;
  progress: Progress;
  judge?: Judge | undefined;
}

/**
 * Lets every merged appeal through the gate, newest first, and closes its reader of texts.
 *
 * @throws BuildStop PRIVACY_… where the settings do not let the export pass
 */
export async function passGate({
  settings,
  portalGate,
  store,
  survey,
  destinations,
  replies,
  progress,
  judge = requireJudged,
}: Passage): Promise<Passed> {
  const { gate, plan, past, reader, rules, keepTexts } = portalGate;
  const tally = new PublishedTally(survey);
  return progress.stage("gate", async (say) => {
    try {
      const tell = (passed: number) => {
        const { maskedAppeals, withheldTexts } = gate.sofar;
        say({
          passed,
          masked: maskedAppeals,
          withheld: withheldTexts + tally.quoting,
          down: tally.takenDown + tally.alike,
          known: reader.counts.known,
        });
      };
      for await (const appeals of store.appeals([...past.sensitive].sort())) {
        await reader.read(appeals.flatMap((appeal) => gate.textsOf(appeal)));
        const passed = appeals.map((appeal): PublicAppeal => {
          // Figures are made of what is told, or they would tell the days of single appeals.
          const told = tally.unquoted(plan.coarsened(past.asTold(gate.pass(appeal))));
          const { appeal: marked, says } = replies.mark(appeal, told, !survey.down.has(told.id));
          return { ...marked, ...destinations.count(marked, appeal.edition, says) };
        });
        await destinations.publish(passed.filter((appeal) => tally.isPublished(appeal)));
        tell(gate.sofar.passed);
      }
      await judge(settings.dataDir, settings.review, gate.toJudge, settings.sources);
      const finished = gate.finish();
      const report = { ...finished, withheldTexts: finished.withheldTexts + tally.quoting };
      tell(report.passed);
      const groups = settings.portal.appeals === "full" ? { ...tally.likeness(), ...plan.counts } : null;
      return {
        report,
        privacy: { ...privacyFacts(report, tally), groups },
        rules,
        readTexts: tally.readTexts,
        calendarYears: portalGate.calendarYears(),
        past,
        keepTexts,
      };
    } finally {
      await reader.close();
    }
  });
}

function privacyFacts(
  { maskedByAgency, maskedDoubtful }: GateReport,
  { takenDown, alike }: PublishedTally,
): Omit<PrivacyFacts, "groups"> {
  return {
    maskedByAgency: Object.entries(maskedByAgency)
      .map(([agency, masked]) => ({ agency, masked }))
      .sort((a, b) => (a.agency < b.agency ? -1 : 1)),
    maskedDoubtful,
    takenDown,
    ...(alike > 0 && { alikeTakenDown: alike }),
  };
}
