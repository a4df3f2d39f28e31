import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { type PublicAppeal } from "../../model/appeal.ts";
import { type Facts } from "../../model/facts.ts";
import { languagesOf } from "../../model/portal.ts";
import { type Place } from "../../model/buildStop.ts";
import { publishedAppeals } from "../release/releaseRecord.ts";
import { differingCounts } from "./countsAgree.ts";
import { fileTexts } from "./fileTexts.ts";
import { lostAddresses } from "./lostAddresses.ts";
import { anchorsOf, resolveReference, withoutOrigin } from "./pageLinks.ts";
import { missedBySearch } from "./searchFinds.ts";
import { filesBelow } from "../filesBelow.ts";
import { isTooLarge } from "./sizeBudget.ts";
import { stretchReader, type LastLook } from "./stretchReader.ts";

type ProblemReason =
  | "dead-link" | "dead-anchor" | "outside-base" | "personal-data" | "unknown-kind" | "appeal-count" | "page-missing"
  | "count-differs" | "too-large" | "search-misses" | "address-lost";

/** Something in the built site that must not be published. */
export interface Problem extends Place {
  reason: ProblemReason;
  /** Of personal data: the classes found, never what was found. */
  classes?: readonly string[];
}

export interface SiteToVerify {
  siteDir: string;
  facts: Facts;
  /** All published appeals. */
  appeals: readonly PublicAppeal[];
  lastLook: LastLook;
  /** Files of the site that readers see now, whose addresses must go on answering; empty where none must. */
  before: readonly string[];
  /** Is given every file as it was looked at. */
  seen?: (file: string, bytes: Buffer) => void;
  /** Files that passed this very check before, and that nothing has touched since. Left out: there are none. */
  passedBefore?: { files: readonly string[]; has: (file: string) => boolean };
  onProgress?: (looked: number, files: number) => void;
}

/** Files between two moments in which something else, such as the progress on the terminal, has its turn. */
const inOneGo = 200;

/**
 * Looks at a built site as an outsider would: every internal link and anchor leads somewhere, every subject of the facts
 * has its page in every language, there are as many appeal pages as appeals, tables and pages state the facts' counts, no
 * page is too large, the search finds what is there, every address of the site before still answers, and the detectors
 * find nothing personal in any file.
 *
 * @returns what is wrong, sorted by file; empty when the site may be published
 */
export async function verifySite({ siteDir, facts, appeals, lastLook, before, seen, passedBefore, onProgress }: SiteToVerify): Promise<Problem[]> {
  const files = await filesBelow(siteDir);
  const known = new Set(files);
  const portal = new URL(facts.portal.address.replace(/\/?$/, "/"));
  const base = portal.pathname;
  const problems: Problem[] = [];
  const anchors = new Map<string, Set<string>>();
  const anchorsWanted: { page: string; target: string; anchor: string }[] = [];
  const resolved = new Map<string, ReturnType<typeof resolveReference>>();
  const readStretch = stretchReader(lastLook);
  // Links of a page that passed before lead somewhere as long as all that was there then is there now.
  const isPassed = passedBefore !== undefined && passedBefore.files.every((file) => file.startsWith("search/") || known.has(file)) ? passedBefore.has : () => false;

  for (const [number, file] of files.entries()) {
    if (number % inOneGo === 0) {
      onProgress?.(number, files.length);
      await setImmediate();
    }
    if (isPassed(file)) continue;
    const bytes = readFileSync(join(siteDir, file));
    seen?.(file, bytes);
    if (isTooLarge(file, bytes.length)) problems.push({ file, reason: "too-large" });
    const texts = fileTexts(file, bytes);
    if (texts === null) problems.push({ file, reason: "unknown-kind" });
    const left = new Set<string>();
    const references: string[] = [];
    const offered: string[] = [];
    for (const { text, isMarkup } of texts ?? []) {
      const stretch = isMarkup ? readStretch(text) : null;
      for (const kind of stretch?.classes ?? lastLook(text, isMarkup)) left.add(kind);
      if (stretch === null) continue;
      references.push(...stretch.references);
      offered.push(...stretch.anchors);
    }
    if (left.size > 0) problems.push({ file, reason: "personal-data", classes: [...left].sort() });
    if (!file.endsWith(".html")) continue;
    if (references.some((address) => address.startsWith("#"))) anchors.set(file, new Set(offered));
    for (const written of references) {
      const address = withoutOrigin(written, portal);
      // Absolute addresses resolve alike from every page; only relative ones and bare anchors depend on it.
      const shared = address.startsWith("/") ? address : `${file} ${address}`;
      const target = resolved.get(shared) ?? resolveReference(address, file, base);
      if (address.startsWith("/")) resolved.set(shared, target);
      if (target.kind === "outside-base") problems.push({ file, reason: "outside-base" });
      if (target.kind !== "file") continue;
      if (!known.has(target.path)) problems.push({ file, reason: "dead-link" });
      else if (target.anchor !== "" && target.path.endsWith(".html")) anchorsWanted.push({ page: file, target: target.path, anchor: target.anchor });
    }
  }
  for (const { page, target, anchor } of anchorsWanted) {
    const offered = anchors.get(target) ?? anchorsOf(readFileSync(join(siteDir, target), "utf8"));
    anchors.set(target, offered);
    if (!offered.has(anchor)) problems.push({ file: page, reason: "dead-anchor" });
  }

  problems.push(...missingPages(facts, known));
  const { takedowns = [], takenBack = [] } = facts.edition;
  const down = new Set([...takedowns, ...takenBack].map(({ id }) => `appeals/${id}/index.html`));
  const appealPages = files.filter((file) => /^appeals\/[a-z0-9-]+\/index\.html$/.test(file) && !/^appeals\/\d{4}-\d{2}\//.test(file) && !down.has(file)).length;
  if (appealPages !== publishedAppeals(facts)) problems.push({ file: "appeals", reason: "appeal-count" });
  for (const file of differingCounts(facts, known, (name) => readFileSync(join(siteDir, name)))) problems.push({ file, reason: "count-differs" });
  for (const id of await missedBySearch(siteDir, appeals)) problems.push({ file: `appeals/${id}/index.html`, reason: "search-misses" });
  for (const file of lostAddresses(before, known)) problems.push({ file, reason: "address-lost" });
  const distinct = new Map(problems.map((problem) => [`${problem.file} ${problem.reason}`, problem]));
  return [...distinct.values()].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
}

function missingPages(facts: Facts, known: ReadonlySet<string>): Problem[] {
  const folders = { agency: "agencies", topic: "topics", place: "places" };
  const [, ...others] = languagesOf(facts.portal);
  const languages = ["", ...others.map((language) => `${language}/`)];
  return facts.subjects.flatMap(({ dimension, code }): Problem[] => {
    if (dimension === "region" || dimension === "channel" || code === "") return [];
    const pages = languages.map((language) => `${language}${folders[dimension]}/${code}/index.html`);
    return pages.filter((page) => !known.has(page)).map((page) => ({ file: page, reason: "page-missing" }));
  });
}
