import { silenceOf } from "../../report/silence.ts";
import { lookOf } from "./sourceComments.ts";
import type { ReportWords } from "../../words/reportStrings.ts";
import { FindingLedger } from "../../intake/findingLedger.ts";
import { findingCodes } from "../../model/finding.ts";
import { placesOf } from "../../report/renderReport.ts";
import { lackingFields } from "../../intake/lackingFields.ts";
import type { Inspection, InspectionFault } from "../../intake/inspect/inspection.ts";

const labelsShown = 12;
const shapeWidth = 44;

function aligned(rows: readonly string[][]): string[] {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ")}`.trimEnd());
}

const percent = (part: number, whole: number): string => `${Math.round((100 * part) / Math.max(1, whole))} %`;

/** What was found out about a file, for a terminal: forms of values, never the values of texts, names and numbers. */
export function renderInspection(inspection: Inspection, words: ReportWords): string {
  const { file, encoding, delimiter, headerLine, rows, recognised, columns, proposals, dates, labels } = inspection;
  const shownDelimiter = delimiter === "\t" ? "TAB" : delimiter;
  const lines = [
    file,
    ...aligned([
      [words.say("inspect.format"), delimiter.length > 1 ? delimiter : `${encoding}, ${shownDelimiter}`],
      [
        words.say("inspect.header"),
        headerLine > 0 || !inspection.headerless
          ? words.say("inspect.headerLine", { line: headerLine })
          : words.say("inspect.noHeader"),
      ],
      [words.say("inspect.rows"), words.number(rows)],
      [
        words.say("inspect.recognised"),
        recognised
          ? words.say(recognised.preset ? "inspect.asPreset" : "inspect.asSource", { name: recognised.name })
          : words.say("inspect.unknown"),
      ],
    ]),
    "",
    ...aligned([
      (["column", "name", "filled", "distinct", "shapes", "field"] as const).map((key) => words.say(`inspect.${key}`)),
      ...columns.map((column) => {
        const feeds = proposals.filter((proposal) => proposal.column.number === column.number);
        const reasons = feeds.map(
          ({ field, reasons: why }) =>
            `${field} (${why.map((reason) => words.say(`inspect.reason.${reason}`)).join(", ")})`,
        );
        const long = column.length.mean > 40 || column.persons > column.distinct / 2;
        return [
          String(column.number),
          column.header.slice(0, 32),
          percent(column.filled, inspection.profiled),
          words.number(column.distinct),
          long ? "" : column.shapes.join(" | ").slice(0, shapeWidth),
          feeds.length > 0 ? reasons.join("; ") : words.say("inspect.unread"),
        ];
      }),
    ]),
  ];
  if (dates.length > 0) {
    lines.push("", words.say("inspect.dates"));
    for (const { field, evidence, verdict } of dates) {
      const { dayFirst, monthFirst, either, clear } = evidence;
      // One column tells the order for all, and the description says it.
      const settled = verdict === "unknown" && inspection.source.dateOrder !== undefined;
      lines.push(
        `  ${field}: ${settled ? words.say("inspect.order.settled", { order: inspection.source.dateOrder! }) : words.say(`inspect.order.${verdict}`)} (${words.say("inspect.evidence", { dayFirst, monthFirst, either, clear })})`,
      );
    }
  }
  if (inspection.halfSwapped) lines.push("", words.say("inspect.halfSwapped"));
  for (const [field, list] of Object.entries(labels)) {
    if (!list || list.length === 0) continue;
    lines.push("", words.say("inspect.labels", { field }));
    for (const { label, count, known, guess } of list.slice(0, labelsShown)) {
      const coded = field === "outcome" || field === "channel";
      const guessed = guess === null ? words.say("inspect.unlisted") : words.say("inspect.guess", { code: guess });
      const meaning =
        known === null
          ? coded
            ? guessed
            : ""
          : words.say(coded ? "inspect.meaning" : "inspect.close", { code: known });
      lines.push(`  ${words.number(count).padStart(9)}  ${label.slice(0, 60)}${meaning === "" ? "" : ` → ${meaning}`}`);
    }
    if (list.length > labelsShown)
      lines.push(`  ${words.say("inspect.others", { count: words.number(list.length - labelsShown) })}`);
  }
  for (const { code, count, ...place } of inspection.findings) {
    const told =
      place.line === undefined && place.record === undefined ? "" : ` (${placesOf({ code, ...place }, words)[0]})`;
    lines.push(
      "",
      `${code} · ${words.count("report.times", count ?? 1)}${told}`,
      `  ${words.say(`finding.${code}.message`)}`,
      ...(findingCodes[code] === "note" ? [] : [`  ${words.say(`finding.${code}.advice`)}`]),
    );
  }
  for (const number of inspection.unreadDates)
    lines.push(
      "",
      words.say("inspect.datesUnread", {
        number,
        shape: columns[number - 1]?.shapes.join(" | ").slice(0, shapeWidth) ?? "",
      }),
    );
  for (const number of inspection.rowNumbers) lines.push("", words.say("inspect.rowNumbers", { number }));
  for (const number of inspection.personColumns) lines.push("", words.say("inspect.persons", { number }));
  if (inspection.closing !== null)
    lines.push(
      "",
      words.say(inspection.headerless ? "inspect.closingHeaderless" : "inspect.closingCandidate", {
        number: inspection.closing.column.number,
        filled: percent(inspection.closing.filled, 1),
        after: percent(inspection.closing.after, 1),
      }),
    );
  if (inspection.earlier !== null) {
    const { column, registered, pairs, earlier } = inspection.earlier;
    lines.push(
      "",
      words.say("inspect.earlier", {
        number: column.number,
        registered: registered.number,
        pairs: words.number(pairs),
        earlier: words.number(earlier),
      }),
    );
  }
  const { groupedBy } = inspection.source;
  if (inspection.groups !== null)
    lines.push(
      "",
      words.say(groupedBy === undefined ? "inspect.groupedByWhat" : "inspect.groupedBy", {
        field: groupedBy ?? "",
        headings: words.number(inspection.groups.labels.size),
      }),
    );
  if (inspection.headerless) {
    lines.push("", words.say("inspect.headerless"));
    for (const column of columns) lines.push(`  ${column.number}: ${lookOf(column, words)}`);
  }
  const fields = new Set(proposals.map(({ field }) => field));
  if (!fields.has("received")) lines.push("", words.say("inspect.noReceived"));
  if (!fields.has("agency") && groupedBy !== "agency") lines.push("", words.say("inspect.noAgency"));
  const silent = silenceOf(lackingFields(fields, inspection.source.channel !== undefined), words);
  if (silent !== null) lines.push("", silent);
  return `${lines.join("\n")}\n`;
}

/** Why a table cannot be used: what happened, where, and what to do. */
export function renderFault({ file, fault }: InspectionFault, words: ReportWords): string {
  const ledger = new FindingLedger(file);
  ledger.addFault(fault);
  const { code } = fault;
  const [place] = ledger.findings().flatMap((finding) => placesOf(finding, words));
  // Nothing describes the file yet, so nothing can be compared with its description.
  if (code === "HEADER_UNKNOWN")
    return `${place}\n  ${words.say("report.error")} ${code}: ${words.say("inspect.noTable")}`;
  return `${place}\n  ${words.say("report.error")} ${code}: ${words.say(`finding.${code}.message`)}\n  ${words.say(`finding.${code}.advice`)}`;
}
