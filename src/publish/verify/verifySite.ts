import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { PublicAppeal } from "../../model/appeal.ts";
import type { AnyFacts } from "../../model/facts.ts";
import { appealFile, bundleIn } from "../../model/appealBundle.ts";
import { languagesOf } from "../../model/portal.ts";
import type { Place } from "../../model/buildStop.ts";
import { publishedAppeals } from "../release/releaseRecord.ts";
import { appealsIn, citedFile } from "./citedPages.ts";
import { differingCounts } from "./countsAgree.ts";
import { filePieces } from "./filePieces.ts";
import type { FoundIn } from "./foundIn.ts";
import type { PageFault, VerifiedFile } from "./verifyFile.ts";
import { lostAddresses } from "./lostAddresses.ts";
import { anchorsOf } from "./pageLinks.ts";
import { personalInTexts, type TextLook } from "./personalInTexts.ts";
import { missedBySearch } from "./searchFinds.ts";

type ProblemReason = PageFault | "appeal-count" | "page-missing" | "count-differs" | "search-misses" | "address-lost";

/** Something in the built site that must not be published. */
interface Problem extends Place {
  reason: ProblemReason;
  /** Of personal data: the classes found, never what was found. */
  classes?: readonly string[];
  /** The appeals that it is about, by public id, and their fields; where the file tells them apart. */
  found?: readonly FoundIn[];
}

export interface SiteToVerify {
  siteDir: string;
  facts: AnyFacts;
  /** All published appeals, in any steady order; asked twice. */
  appeals: () => AsyncIterable<readonly PublicAppeal[]> | Iterable<readonly PublicAppeal[]>;
  /** Looks at a whole text of an appeal. */
  look: TextLook;
  /** Every file of the site. */
  files: readonly string[];
  /** Files that passed this very check before, and that nothing has touched since. */
  passedBefore: ReadonlySet<string>;
  /** Files of the site that readers see now, and cited addresses of appeals in its bundles, which must go on answering; empty where none must. */
  before: readonly string[];
  /** Looks at files (createInspection), and tells what it found in each of them. */
  inspect: (files: readonly string[], each: (found: VerifiedFile) => void) => Promise<void>;
  onProgress?: (looked: number, files: number) => void;
}

/** What came of looking at a site. */
export interface VerifiedSite {
  /** Sorted by file; empty where the site may be published. */
  problems: Problem[];
  /** The files that were looked at, as they were then. */
  inspected: Map<string, Pick<VerifiedFile, "sha256" | "size">>;
}

/**
 * Looks at a built site as an outsider would: every internal link and anchor leads somewhere, every subject of the facts
 * has its page in every language, elements of pages nest and have names of their own, there are as many appeal pages as appeals, tables and pages state the facts' counts, no
 * page is too large, the search finds what is there, every address of the site before still answers, and the detectors
 * find nothing personal in any file, nor in any whole text of the edition.
 */
export async function verifySite({
  siteDir,
  facts,
  appeals,
  look,
  files,
  passedBefore,
  before,
  inspect,
  onProgress,
}: SiteToVerify): Promise<VerifiedSite> {
  const known = new Set(files);
  const bundles = facts.portal.appealBundles;
  const problems: Problem[] = [];
  const inspected: VerifiedSite["inspected"] = new Map();
  const records = new Map<string, number>();
  const wanted = new Map<string, string[]>();

  const toInspect = files.filter((file) => !passedBefore.has(file));
  /** The bundle that holds an appeal, by public id. */
  const inBundles = new Map<string, string>();
  await inspect(
    toInspect,
    ({ file, sha256, size, records: counted, faults, classes, found, appeals, anchorsWanted }) => {
      inspected.set(file, { sha256, size });
      if (counted > 0) records.set(file, counted);
      for (const reason of faults)
        problems.push({ file, reason, ...(reason === "personal-data" && { classes, ...(found && { found }) }) });
      for (const id of appeals ?? []) inBundles.set(id, file);
      for (const anchor of anchorsWanted) wanted.set(anchor, [...(wanted.get(anchor) ?? []), file]);
      if (inspected.size % 200 === 0) onProgress?.(inspected.size, toInspect.length);
    },
  );

  for (const { appeal, fields, classes } of await personalInTexts(appeals(), look)) {
    problems.push({
      file: appealFile(appeal, bundles),
      reason: "personal-data",
      classes,
      found: fields.map((field) => ({ appeal, field })),
    });
  }

  const read = (file: string): Buffer => readFileSync(join(siteDir, file));
  for (const file of passedBefore)
    if (bundleIn(file) !== null) for (const id of appealsIn(read(file).toString("utf8"))) inBundles.set(id, file);
  const anchors = new Map<string, Set<string>>();
  for (const [target, pages] of wanted) {
    const [page = "", anchor = ""] = target.split("#", 2);
    if (inBundles.get(anchor) === page) continue;
    const offered = anchors.get(page) ?? anchorsOf(read(page).toString("utf8"));
    anchors.set(page, offered);
    if (!offered.has(anchor)) for (const file of pages) problems.push({ file, reason: "dead-anchor" });
  }

  problems.push(...missingPages(facts, known));
  const { takedowns = [], takenBack = [] } = facts.edition;
  const cited = [...inBundles.keys()].map(citedFile);
  const down = new Set([...takedowns, ...takenBack].map(({ id }) => citedFile(id)));
  const appealPages = files.filter(
    (file) => /^appeals\/[a-z0-9-]+\/index\.html$/.test(file) && !/^appeals\/\d{4}-\d{2}\//.test(file),
  );
  if ([...appealPages, ...cited].filter((file) => !down.has(file)).length !== publishedAppeals(facts))
    problems.push({ file: "appeals", reason: "appeal-count" });
  const recordsOf = (file: string): number =>
    records.get(file) ??
    Array.from(filePieces(join(siteDir, file)), (piece) => piece.records).reduce((sum, count) => sum + count, 0);
  for (const file of differingCounts(facts, known, read, recordsOf)) problems.push({ file, reason: "count-differs" });
  for (const id of await missedBySearch(siteDir, appeals(), publishedAppeals(facts)))
    problems.push({
      file: appealFile(id, bundles),
      reason: "search-misses",
      found: [{ appeal: id, field: "text" }],
    });
  for (const file of cited) known.add(file);
  for (const file of lostAddresses(before, known)) problems.push({ file, reason: "address-lost" });
  return {
    problems: problems.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.reason < b.reason ? -1 : 1)),
    inspected,
  };
}

function missingPages(facts: AnyFacts, known: ReadonlySet<string>): Problem[] {
  const folders = { agency: "agencies", topic: "topics", place: "places" };
  const [, ...others] = languagesOf(facts.portal);
  const languages = ["", ...others.map((language) => `${language}/`)];
  return facts.subjects.flatMap(({ dimension, code }): Problem[] => {
    if (dimension === "region" || dimension === "channel" || code === "") return [];
    const pages = languages.map((language) => `${language}${folders[dimension]}/${code}/index.html`);
    return pages.filter((page) => !known.has(page)).map((page) => ({ file: page, reason: "page-missing" }));
  });
}
