import { relative } from "node:path";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/**
 * Tests of the site suite that need no demonstration portal, in the order in which they begin: first what renders no
 * pages for long (pages are compiled then, for all of them), then the longest.
 */
export const withoutDemo = [
  "tests/build/realFiles.test.ts",
  "tests/build/badInput.test.ts",
  "tests/build/inspectCommand.test.ts",
  "tests/build/review.test.ts",
  "tests/build/newYork.test.ts",
  "tests/browser/smallRegion.test.ts",
  "tests/browser/bundles.test.ts",
  "tests/build/releaseKilled.test.ts",
  "tests/build/release.test.ts",
  "tests/build/fullDisk.test.ts",
  "tests/build/takedowns.test.ts",
  "tests/build/canaries.test.ts",
  "tests/build/incremental.test.ts",
  "tests/build/hosting.test.ts",
  "tests/build/reproducible.test.ts",
  "tests/build/nothingRecorded.test.ts",
  "tests/build/halfRecorded.test.ts",
  "tests/browser/underPath.test.ts",
  "tests/build/watch.test.ts",
  "tests/build/slurm.test.ts",
  "tests/browser/sameStems.test.ts",
  "tests/browser/carriedChromium.test.ts",
  "tests/browser/browser.test.ts",
];

/** Long ones among the others: what begins last should be short, or one core waits for the other. */
const longWithDemo = [
  "tests/browser/everyPage.test.ts",
  "tests/browser/errands.test.ts",
  "tests/browser/search.test.ts",
  "tests/browser/manyShards.test.ts",
  "tests/browser/languages.test.ts",
  "tests/build/markup.test.ts",
  "tests/browser/hostileTexts.test.ts",
  "tests/browser/comparePage.test.ts",
  "tests/browser/embeds.test.ts",
  "tests/browser/printedPages.test.ts",
  "tests/browser/agencyPage.test.ts",
];

const order = new Map([...withoutDemo, ...longWithDemo].map((file, at) => [file, at]));

/** Begins the files in the order above, whatever an earlier run has left in a cache; what stands in no list comes last. */
export class LongFilesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number =>
      order.get(relative(process.cwd(), moduleId)) ?? order.size;
    return files.toSorted((a, b) => rank(a) - rank(b) || (a.moduleId < b.moduleId ? -1 : 1));
  }
}
