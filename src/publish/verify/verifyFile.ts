import { createHash } from "node:crypto";
import { join } from "node:path";
import { bundleIn } from "../../model/appealBundle.ts";
import { appealsIn } from "./citedPages.ts";
import { filePieces } from "./filePieces.ts";
import { fileSections } from "./fileSections.ts";
import type { LastLook } from "./lastLook.ts";
import { foundIn, isMarkup, tableHead, type FoundIn, type TableHead } from "./foundIn.ts";
import { anchorsOf, idsOf, referencesOf, resolveReference, withoutOrigin, type Target } from "./pageLinks.ts";
import { isTooLarge } from "./sizeBudget.ts";
import { isBalanced, tagBalance, type TagBalance } from "./tagBalance.ts";

/** What is wrong with one file by itself. */
export type PageFault =
  "dead-link" | "dead-anchor" | "outside-base" | "personal-data" | "unknown-kind" | "too-large" | "html-broken";

/** What a file of a site says to whoever looks at it from outside. Plain data, so that another thread can give it. */
export interface VerifiedFile {
  file: string;
  /** Of its bytes as they were read for this. */
  sha256: string;
  size: number;
  /** Of tables: records, the header counted. */
  records: number;
  faults: PageFault[];
  /** Of personal data: the classes found, never what was found. */
  classes: string[];
  /** Of personal data: the appeals and fields in which it stands, where that can be told. */
  found?: FoundIn[];
  /** Of a bundle: public ids of the appeals in it. */
  appeals?: string[];
  /** Anchors of other pages that it leads to: "path#anchor". */
  anchorsWanted: string[];
}

export interface VerifierSetting {
  siteDir: string;
  /** The portal's address, with its path. */
  address: string;
  /** Every file of the site. */
  known: ReadonlySet<string>;
  lastLook: LastLook;
}

interface Section {
  text: string;
  classes: readonly string[];
  references: readonly string[];
  anchors: readonly string[];
  ids: readonly string[];
  balance: TagBalance;
}

/** Addresses that are remembered as resolved. */
const resolvedKept = 200_000;

/** A string cut out of a page keeps the whole page in memory; one that is remembered must not. */
const ownCopy = (text: string): string => Buffer.from(text, "utf8").toString("utf8");

/** @returns looks at one file of the site after the other; what pages have in common is looked at once */
export function fileVerifier({ siteDir, address, known, lastLook }: VerifierSetting): (file: string) => VerifiedFile {
  const portal = new URL(address.replace(/\/?$/, "/"));
  const resolved = new Map<string, Target>();
  /** Of the page looked at last: head and foot of the frame come back on the next. */
  const before: Section[] = [];

  const sectionOf = (text: string, parts: () => Iterable<string>, place: number): Section => {
    const same = before[place];
    if (same?.text === text) return same;
    const classes = new Set<string>();
    for (const part of parts()) for (const kind of lastLook(part, true)) classes.add(kind);
    const section = {
      text,
      classes: [...classes],
      references: referencesOf(text),
      anchors: [...anchorsOf(text)],
      ids: idsOf(text),
      balance: tagBalance(text),
    };
    return (before[place] = section);
  };

  const targetOf = (written: string, file: string): Target => {
    const path = withoutOrigin(written, portal);
    // Absolute addresses resolve alike from every page; only relative ones and bare anchors depend on it.
    if (!path.startsWith("/")) return resolveReference(path, file, portal.pathname);
    const same = resolved.get(path);
    if (same) return same;
    const kept = ownCopy(path);
    const target = resolveReference(kept, file, portal.pathname);
    if (resolved.size >= resolvedKept) resolved.clear();
    resolved.set(kept, target);
    return target;
  };

  function* textsIn(file: string): Generator<string> {
    for (const { bytes } of filePieces(join(siteDir, file))) yield bytes.toString("utf8");
  }

  /** Of a page only where something was found: what pages share is read once. Others piece by piece, as they were looked at. */
  const placesIn = (file: string, sections: readonly string[]): FoundIn[] => {
    let head: TableHead | null = null;
    const found: FoundIn[] = [];
    const texts = isMarkup(file) ? sections : textsIn(file);
    for (const text of texts) {
      head ??= tableHead(text);
      found.push(...foundIn(file, text, lastLook, head));
    }
    return found;
  };

  return (file) => {
    const hash = createHash("sha256");
    const faults = new Set<PageFault>();
    const classes = new Set<string>();
    const references = new Set<string>();
    const anchors = new Set<string>();
    const ids: string[] = [];
    const balances: TagBalance[] = [];
    const dirty: string[] = [];
    const isBundle = bundleIn(file) !== null;
    const appeals: string[] = [];
    let size = 0;
    let records = 0;
    for (const piece of filePieces(join(siteDir, file))) {
      hash.update(piece.bytes);
      size += piece.bytes.length;
      records += piece.records;
      const found = fileSections(file, piece.bytes);
      if (found === null) {
        faults.add("unknown-kind");
        continue;
      }
      for (const text of found.plain) for (const kind of lastLook(text, false)) classes.add(kind);
      for (const [place, { text, parts }] of [...found.markup].entries()) {
        const section = sectionOf(text, parts, place);
        for (const kind of section.classes) classes.add(kind);
        if (section.classes.length > 0) dirty.push(section.text);
        for (const reference of section.references) references.add(reference);
        for (const anchor of section.anchors) anchors.add(anchor);
        ids.push(...section.ids);
        balances.push(section.balance);
        if (isBundle) appeals.push(...appealsIn(section.text).map(ownCopy));
      }
    }
    if (isTooLarge(file, size)) faults.add("too-large");
    if (classes.size > 0) faults.add("personal-data");
    const anchorsWanted: string[] = [];
    // A feed is followed as a page is.
    if (/\.(?:html|atom)$/u.test(file)) {
      if (!isBalanced(balances) || new Set(ids).size < ids.length) faults.add("html-broken");
      for (const reference of references) {
        const target = targetOf(reference, file);
        if (target.kind === "outside-base") faults.add("outside-base");
        if (target.kind !== "file") continue;
        if (!known.has(target.path)) faults.add("dead-link");
        else if (target.anchor === "" || !target.path.endsWith(".html")) continue;
        else if (target.path !== file) anchorsWanted.push(`${target.path}#${target.anchor}`);
        else if (!anchors.has(target.anchor)) faults.add("dead-anchor");
      }
    }
    const found = classes.size === 0 ? [] : placesIn(file, dirty);
    return {
      file,
      sha256: hash.digest("hex"),
      size,
      records,
      faults: [...faults],
      classes: [...classes].sort(),
      ...(found.length === 0 ? {} : { found }),
      ...(isBundle && { appeals }),
      anchorsWanted,
    };
  };
}
