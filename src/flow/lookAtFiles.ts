import { BuildStop } from "../model/buildStop.ts";
import { detectionUnder, type CleaningRules } from "../privacy/cleaningRules.ts";
import { CleanPieces } from "../privacy/cleanPieces.ts";
import { FingerprintSet } from "../privacy/fingerprintSet.ts";
import { lastLook } from "../privacy/lastLook.ts";
import { ReadTexts } from "../privacy/readTexts.ts";
import { fileVerifier, type VerifiedFile } from "../publish/verify/verifyFile.ts";

/** What whoever looks at files needs to know. Plain data, so that another thread can be given it. */
export interface FilesToVerify {
  siteDir: string;
  address: string;
  /** Every file of the site. */
  known: readonly string[];
  /** The detectors' rules, texts of the portal itself, and the table of the texts that have passed the gate. */
  rules: CleaningRules;
  own: readonly string[];
  read: Float64Array;
  /** The table of what the build before found clean: see rememberedLook.ts. */
  clean: Float64Array | null;
}

/**
 * What was found, and fingerprints of what is clean; or the class of the error that a detector threw: thrown between
 * threads, a stop would lose its code.
 */
export type VerifyingAnswer =
  { readonly found: readonly VerifiedFile[]; readonly clean: Float64Array } | { readonly failed: string };

/**
 * Makes what looks at files of the finished site, given their names. The detectors prove themselves with the first.
 *
 * @throws what the operating system says of a file it does not give
 */
export function lookAtFiles(site: FilesToVerify): (files: readonly string[]) => VerifyingAnswer {
  let inspect: ReturnType<typeof fileVerifier> | null = null;
  const clean = new CleanPieces(site.clean, site.rules.turn);
  const open = () =>
    fileVerifier({
      siteDir: site.siteDir,
      address: site.address,
      known: new Set(site.known),
      lastLook: lastLook(detectionUnder(site.rules), site.own, new ReadTexts(FingerprintSet.of(site.read)), clean),
    });
  return (files) => {
    try {
      return { found: files.map((inspect ??= open())), clean: clean.take() };
    } catch (error) {
      if (error instanceof BuildStop) return { failed: String(error.details["error"] ?? error.code) };
      throw error;
    }
  };
}
