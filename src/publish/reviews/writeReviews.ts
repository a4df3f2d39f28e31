import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { wordDocument } from "../../documents/wordDocument.ts";
import { workbook } from "../../documents/workbook.ts";
import { reviewFilesList } from "../../edition/editionFiles.ts";
import { readReviews } from "../../edition/readEdition.ts";
import type { Facts } from "../../model/facts.ts";
import { languagesOf } from "../../model/portal.ts";
import type { Reviews } from "../../model/reviews.ts";
import { reviewFile, toldReview } from "../../words/reviews/toldReview.ts";
import { createTelling } from "../../words/telling.ts";
import { downloadFolder, type DownloadFolder } from "../downloads/downloadFolder.ts";
import { reviewDocument } from "./reviewDocument.ts";
import { reviewWorkbook } from "./reviewWorkbook.ts";

/**
 * Writes the reviews of an edition as documents and workbooks, a pair for each period, form and language beside the page, and
 * tells the edition folder of each how long it is and its hash, for the pages. All of them as one table are among the downloads.
 */
export async function writeReviewFiles(facts: Facts, editionDir: string, siteDir: string): Promise<void> {
  const reviews = readReviews(editionDir);
  if (reviews.periods.length === 0) return;
  const folder = downloadFolder(siteDir);
  for (const language of languagesOf(facts.portal)) {
    const telling = createTelling(facts, language);
    const root = language === facts.portal.language ? "" : language;
    for (const period of reviews.periods) await writePeriod(telling, reviews, period, folder, root);
  }
  await writeFile(join(editionDir, reviewFilesList), JSON.stringify(folder.files));
}

async function writePeriod(
  telling: ReturnType<typeof createTelling>,
  reviews: Reviews,
  period: Reviews["periods"][number],
  folder: DownloadFolder,
  root: string,
): Promise<void> {
  const review = toldReview(telling, reviews.forms, period);
  for (const form of review.forms) {
    const rows = form.sections.reduce((sum, section) => sum + section.rows.length, 0);
    const path = (ending: "docx" | "xlsx"): string => join(root, reviewFile(review.id, form.name, ending).slice(1));
    await folder.write(path("docx"), wordDocument(reviewDocument(telling, review, form)), null, rows);
    await folder.write(path("xlsx"), await workbook(reviewWorkbook(telling, review, form)), null, rows);
  }
}
