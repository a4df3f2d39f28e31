import { pressChart } from "../../charts/pressChart.ts";
import { pictureTexts } from "../../charts/pictureTexts.ts";
import { standaloneSvg } from "../../charts/standaloneSvg.ts";
import { wordDocument } from "../../documents/wordDocument.ts";
import { zip } from "../../documents/zip.ts";
import type { Editions } from "../../model/editions.ts";
import type { Facts, Subject } from "../../model/facts.ts";
import type { Reviews } from "../../model/reviews.ts";
import { hasShifts } from "../../model/shifts.ts";
import { regionOf, subjectsOf } from "../../model/subjectsOfFacts.ts";
import { byteOrderMark, machineCsv } from "../../words/csv.ts";
import { kitAsText } from "../../words/press/kitAsText.ts";
import { pressKit } from "../../words/press/pressKit.ts";
import { toldReview } from "../../words/reviews/toldReview.ts";
import type { Telling } from "../../words/telling.ts";
import { shiftTable } from "../downloads/shiftTable.ts";
import { reviewDocument } from "../reviews/reviewDocument.ts";
import { reviewTable } from "../reviews/reviewTable.ts";
import type { KitTables } from "./kitTables.ts";

/**
 * What stays of an edition's press room for good: the texts of each kit, its chart as a drawing and its tables, what has changed
 * within a year, the note of the week, all cells of all reviews, and as documents the reviews of the periods that ended last, in the portal's own language.
 * Pictures and workbooks hold nothing else and are left out, which keeps it below a megabyte for 43 agencies. Single appeals
 * are left out as well: what is taken down later must not stand in a file that nobody changes.
 *
 * @param tellings one a language of the portal, its own first
 * @param notes of the week, by language
 */
export function keptArchive(
  tellings: readonly Telling[],
  editions: Editions,
  reviews: Reviews,
  tablesOf: (subject: Subject) => KitTables,
  notes: Readonly<Record<string, string>>,
): Uint8Array {
  const files: Record<string, string | Uint8Array> = {};
  const write = (name: string, text: string): void => {
    files[name] = byteOrderMark + text.replaceAll("\n", "\r\n");
  };
  const { facts } = tellings[0]!;
  for (const subject of [regionOf(facts), ...subjectsOf(facts, "agency")]) {
    const folder = `kits/${subject.code === "" ? "region" : subject.code}`;
    const { figures, months } = tablesOf(subject);
    files[`${folder}/figures.csv`] = machineCsv([figures.header, ...figures.rows]);
    files[`${folder}/months.csv`] = machineCsv([months.header, ...months.rows]);
    for (const telling of tellings) {
      const { language } = telling.voice;
      const kit = pressKit(telling, subject, editions, null);
      write(`${folder}/text.${language}.txt`, kitAsText(kit, telling));
      const chart = pressChart(telling, subject);
      if (chart !== null)
        files[`${folder}/chart.${language}.svg`] = standaloneSvg(
          chart,
          pictureTexts(telling, subject, chart, kit.address.slice(1, -1)),
        );
    }
  }
  if (hasShifts(facts)) {
    const { header, rows } = shiftTable(facts);
    files["shifts.csv"] = machineCsv([header, ...rows]);
  }
  for (const [language, note] of Object.entries(notes)) write(`week/bulletin.${language}.txt`, note);
  Object.assign(files, reviewFiles(tellings[0]!, facts, reviews));
  return zip(files);
}

function reviewFiles(telling: Telling, facts: Facts, reviews: Reviews): Record<string, string | Uint8Array> {
  if (reviews.periods.length === 0) return {};
  const { header, rows } = reviewTable(facts, reviews);
  const last = reviews.periods.reduce((latest, { to }) => (to > latest ? to : latest), "");
  const documents = reviews.periods
    .filter(({ to }) => to === last)
    .flatMap((period) => {
      const review = toldReview(telling, reviews.forms, period);
      return review.forms.map((form): [string, Uint8Array] => [
        `reviews/${review.id}/${form.name}.docx`,
        wordDocument(reviewDocument(telling, review, form)),
      ]);
    });
  return { "reviews/reviews.csv": machineCsv([header, ...rows]), ...Object.fromEntries(documents) };
}
