import type { AnyFacts, Subject } from "../../model/facts.ts";
import type { DownloadTable } from "../../words/csv.ts";
import { monthTable, subjectTable } from "../downloads/subjectTable.ts";

/** The rows of one subject out of the tables that the portal offers for download: the same columns, the same numbers. */
export interface KitTables {
  figures: DownloadTable;
  months: DownloadTable;
}

/** @returns the tables of any subject of the region's or the agencies' */
export function kitTables(facts: AnyFacts): (subject: Pick<Subject, "dimension" | "code">) => KitTables {
  const [region, agency] = [subjectTable(facts, "region"), subjectTable(facts, "agency")];
  const told = facts.subjects.filter(({ dimension }) => dimension === "region" || dimension === "agency");
  const months = monthTable({ ...facts, subjects: told });
  const byCode = (table: DownloadTable, keyOf: (row: DownloadTable["rows"][number]) => string) =>
    Map.groupBy(table.rows, keyOf);
  const rowsOf = {
    region: byCode(region, ([code]) => String(code)),
    agency: byCode(agency, ([code]) => String(code)),
  };
  const monthsOf = byCode(months, ([dimension, code]) => `${dimension} ${code}`);
  return ({ dimension, code }) => ({
    figures: {
      header: region.header,
      rows: rowsOf[dimension === "region" ? "region" : "agency"].get(code) ?? [],
    },
    months: { header: months.header, rows: monthsOf.get(`${dimension} ${code}`) ?? [] },
  });
}
