import { BuildStop } from "../model/buildStop.ts";
import { detectionUnder, type CleaningRules } from "../privacy/cleaningRules.ts";
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
}

/** What was found, or the class of the error that a detector threw: thrown between threads, a stop would lose its code. */
export type VerifyingAnswer = { readonly found: readonly VerifiedFile[] } | { readonly failed: string };

/**
 * Makes what looks at files of the finished site, given their names. The detectors prove themselves with the first.
 *
 * @throws what the operating system says of a file it does not give
 */
export function lookAtFiles(site: FilesToVerify): (files: readonly string[]) => VerifyingAnswer {
  let inspect: ReturnType<typeof fileVerifier> | null = null;
  const open = () =>
    fileVerifier({
      siteDir: site.siteDir,
      address: site.address,
      known: new Set(site.known),
      lastLook: lastLook(detectionUnder(site.rules), site.own, new ReadTexts(FingerprintSet.of(site.read))),
    });
  return (files) => {
    try {
      return { found: files.map((inspect ??= open())) };
    } catch (error) {
      if (error instanceof BuildStop) return { failed: String(error.details["error"] ?? error.code) };
      throw error;
    }
  };
}
