import { BuildStop } from "../model/buildStop.ts";
import type { StoredFacts } from "../model/facts.ts";
import { detectionUnder } from "../privacy/cleaningRules.ts";
import { structuralLook } from "../privacy/structuralLook.ts";
import { readAppeals } from "../edition/readEdition.ts";
import { citedInBundles } from "../publish/verify/citedPages.ts";
import { verifySite, type SiteToVerify, type VerifiedSite } from "../publish/verify/verifySite.ts";
import { problemLine } from "../report/problemLine.ts";
import type { Settings } from "../settings/readSettings.ts";
import { filesBelow } from "../system/filesBelow.ts";
import type { BuildFolders } from "../system/switchSite.ts";
import { reportWords } from "../words/reportStrings.ts";
import { textsOfUse } from "./checkedUses.ts";
import { ownTexts, titlesOf } from "./ownTexts.ts";
import type { Passed } from "./passGate.ts";
import type { Progress } from "./progress.ts";
import { openRememberedLook } from "./rememberedLook.ts";
import { openVerifiedBefore } from "./verifiedBefore.ts";
import { verifyFiles } from "./verifyFiles.ts";

/** A finished site, and what it may be held against. */
export interface FinishedSite {
  settings: Settings;
  folders: BuildFolders;
  facts: StoredFacts;
  passed: Passed;
  /** The site that readers see now; null: there is none. */
  live: string | null;
  /** The site whose addresses must go on answering; null: none. */
  answering: string | null;
  /** What codeHash gives, and what stands for the settings of the portal. */
  code: string;
  settingsHash: string;
}

/** A site that passed the check, as it was then. */
export interface CheckedSite {
  files: number;
  bytes: number;
  /** SHA-256 of every file: what was looked at is what the checksums vouch for. */
  hashes: Map<string, string>;
  /** Remembers for the next build what was looked at. @param checksums the text of the site's list of checksums */
  keep: (checksums: string) => Promise<void>;
}

/**
 * Looks at every file of a finished site, but for those that passed this very check before.
 *
 * @throws BuildStop VERIFY_FAILED, with the pages, the reasons, and the appeals and fields that they are about
 */
export async function checkSite(finished: FinishedSite, progress: Progress): Promise<CheckedSite> {
  const { settings, folders, facts, passed, live, answering, code, settingsHash } = finished;
  const verified = await openVerifiedBefore(folders.verified, live, folders.site, code, settingsHash, settings.idKey);
  const remembered = await openRememberedLook(folders.cleanPieces, code, settingsHash, settings.idKey);
  const files = filesBelow(folders.site);
  const before = verified.passed(files);
  const inspected = await passTheCheck(settings.portal.language, progress, {
    siteDir: folders.site,
    facts,
    look: structuralLook(detectionUnder(passed.rules)),
    appeals: () => (facts.portal.appeals === "full" ? readAppeals(folders.edition) : []),
    files,
    passedBefore: new Set(before.keys()),
    before: answering === null ? [] : addressesOf(answering, folders.site),
    inspect: verifyFiles(
      {
        siteDir: folders.site,
        address: facts.portal.address,
        known: files,
        rules: passed.rules,
        own: [...ownTexts(settings), ...titlesOf(facts, passed.rules), ...(facts.uses ?? []).flatMap(textsOfUse)],
        read: passed.readTexts.known.table,
        clean: remembered.before,
      },
      remembered.add,
    ),
  });
  const looked = [...before, ...inspected];
  return {
    files: files.length,
    bytes: looked.reduce((sum, [, { size }]) => sum + size, 0),
    hashes: new Map(looked.map(([file, { sha256 }]) => [file, sha256])),
    keep: async (checksums) => {
      await verified.keep(checksums);
      await remembered.keep();
    },
  };
}

function addressesOf(site: string, now: string): string[] {
  const files = filesBelow(site);
  return [...files, ...citedInBundles(site, files, now)];
}

async function passTheCheck(
  language: Settings["portal"]["language"],
  progress: Progress,
  site: SiteToVerify,
): Promise<VerifiedSite["inspected"]> {
  const words = reportWords(language);
  return progress.stage("verify", async (say) => {
    const { problems, inspected } = await verifySite({
      ...site,
      onProgress: (looked, files) => say({ problems: 0 }, looked / files),
    });
    say({ problems: problems.length });
    if (problems.length === 0) return inspected;
    const reasons = [...new Set(problems.map((problem) => problem.reason))].sort().join(", ");
    const lines = problems.map((problem) => problemLine(problem, words));
    if (
      problems.some(({ reason, found }) => reason === "personal-data" && found?.some(({ appeal }) => appeal !== null))
    )
      lines.push(words.say("verify.personal-data.advice"));
    if (problems.some(({ reason }) => reason === "address-lost")) lines.push(words.say("verify.address-lost.advice"));
    throw new BuildStop("VERIFY_FAILED", problems, { count: problems.length, reasons, problems: lines.join("\n") });
  });
}
