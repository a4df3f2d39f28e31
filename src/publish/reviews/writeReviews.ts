import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { wordDocument } from "../../documents/wordDocument.ts";
import { workbook } from "../../documents/workbook.ts";
import { readReviews } from "../../edition/readEdition.ts";
import { type Facts } from "../../model/facts.ts";
import { languagesOf } from "../../model/portal.ts";
import { type Reviews } from "../../model/reviews.ts";
import { reviewFile, toldReview } from "../../words/reviews/toldReview.ts";
import { createTelling } from "../../words/telling.ts";
import { reviewDocument } from "./reviewDocument.ts";
import { reviewWorkbook } from "./reviewWorkbook.ts";

/**
 * Writes the reviews of an edition as documents and workbooks, a pair for each period, form and language beside the page. All
 * of them as one table are among the downloads.
 */
export async function writeReviewFiles(facts: Facts, editionDir: string, siteDir: string): Promise<void> {
  const reviews = readReviews(editionDir);
  if (reviews.periods.length === 0) return;
  for (const language of languagesOf(facts.portal)) {
    const telling = createTelling(facts, language);
    const root = language === facts.portal.language ? siteDir : join(siteDir, language);
    for (const period of reviews.periods) await writePeriod(telling, reviews, period, root);
  }
}

async function writePeriod(
  telling: ReturnType<typeof createTelling>,
  reviews: Reviews,
  period: Reviews["periods"][number],
  root: string,
): Promise<void> {
  const review = toldReview(telling, reviews.forms, period);
  for (const form of review.forms) {
    const document = join(root, reviewFile(review.id, form.name, "docx"));
    await mkdir(dirname(document), { recursive: true });
    await writeFile(document, wordDocument(reviewDocument(telling, review, form)));
    await writeFile(
      join(root, reviewFile(review.id, form.name, "xlsx")),
      await workbook(reviewWorkbook(telling, review, form)),
    );
  }
}
