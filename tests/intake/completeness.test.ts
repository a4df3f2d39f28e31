import { describe, expect, test } from "vitest";
import { dayOfIsoDate, isoDateOfDay } from "../../src/model/moment.ts";
import { intake, sourceOf } from "./portal.ts";

const source = sourceOf("feed", {
  columns: { id: "id", received: "received", closed: "closed", agency: "agency", topic: "topic", reply: "reply" },
});
const start = dayOfIsoDate("2025-01-01");
const date = (day: number) => isoDateOfDay(start + day);
interface Row {
  day: number;
  closed?: number | string;
  topic?: string;
  reply?: string;
  agency?: string;
}
const csv = (rows: Row[]) =>
  [
    "id;received;closed;agency;topic;reply",
    ...rows.map(({ day, closed, topic = "Т", reply = "", agency = "А" }, index) =>
      [index + 1, date(day), typeof closed === "number" ? date(closed) : (closed ?? ""), agency, topic, reply].join(
        ";",
      ),
    ),
  ].join("\n");
const daily = (days: number, perDay: number, row: (day: number, index: number) => Partial<Row> = () => ({})): Row[] =>
  Array.from({ length: days * perDay }, (_, index) => ({
    day: Math.floor(index / perDay),
    ...row(Math.floor(index / perDay), index),
  }));
const codes = async (rows: Row[], edition = "2025-12-31") => {
  const { told, said, report } = await intake({ [`${edition}/a.csv`]: csv(rows) }, [source]);
  return { told, said, report };
};

describe("an export that is not whole is told:", () => {
  test("a sound one raises nothing", async () => {
    const { told, report } = await codes(
      daily(365, 2, (day, index) => (index % 5 === 0 ? {} : { closed: day + (index % 9) })).filter(
        ({ closed }) => typeof closed !== "number" || closed < 365,
      ),
    );
    expect(told).toEqual([]);
    expect(report.completeness).toMatchObject([
      { source: "feed", exported: "2025-12-31", from: "2025-01-01", to: "2025-12-31", collapsedMonths: [] },
    ]);
  });
  test("figures of deltas add up all their exports, and say how many; those of a register are its newest export's", async () => {
    const files = { "2025-11-30/a.csv": csv(daily(30, 1)), "2025-12-31/a.csv": csv(daily(60, 1)) };
    const summed = await Promise.all(
      (["delta", "snapshot"] as const).map(async (kind) =>
        (await intake(files, [sourceOf("feed", { kind, columns: source.columns })])).report.completeness.map(
          ({ rows, summed }) => [rows, summed],
        ),
      ),
    );
    expect(summed).toEqual([[[90, 2]], [[60, undefined]]]);
  });
  test("whether closings and replies are recorded is told apart from having none", async () => {
    const told = async (columns: object, rows: string) => {
      const head = "id;received;closed;status;reply\n";
      const lost = sourceOf("feed", {
        columns: { id: "id", received: "received", ...columns },
        outcomes: { "В работе": "open" },
      });
      const files = { "2025-12-31/a.csv": head + rows };
      const [source] = (await intake(files, [lost])).report.completeness;
      return [source?.closed, source?.tellsClosings, source?.replies, source?.tellsReplies];
    };
    expect(await told({}, "1;2025-12-01;;;")).toEqual([0, false, 0, false]);
    expect(await told({ closed: "closed", reply: "reply" }, "1;2025-12-01;;;")).toEqual([0, true, 0, true]);
    // A status says that an appeal is open, or it says nothing.
    expect(await told({ outcome: "status" }, "1;2025-12-01;;В работе;")).toEqual([0, true, 0, false]);
    expect(await told({ outcome: "status" }, "1;2025-12-01;;Ёлка;")).toEqual([0, false, 0, false]);
  });
  test("a newest export without the column that earlier ones had tells nothing of it", async () => {
    const files = {
      "2025-11-30/a.csv": "Номер;Поступило;Ведомство;Закрыто\n1;2025-11-01;Минтранс;2025-11-02\n",
      "2025-12-31/a.csv": "Номер;Поступило;Ведомство\n1;2025-11-01;Минтранс\n2;2025-12-01;Минтранс\n",
    };
    const { report } = await intake(files, []);
    expect(report.completeness.map(({ rows, closed, tellsClosings }) => [rows, closed, tellsClosings])).toEqual([
      [2, 0, false],
    ]);
  });
  test("only closed appeals", async () => {
    expect((await codes(daily(360, 1, (day) => ({ closed: day + 1 })))).told).toContain(
      "CLOSED_ONLY 2025-12-31/a.csv ×360",
    );
  });
  test("a feed that stopped long before the export", async () => {
    expect((await codes(daily(200, 1))).said("FEED_STOPPED")).toMatchInlineSnapshot(`
      "WARNING FEED_STOPPED · 165 times
        The last appeal came long before the day of the export.
        Check that the whole table is exported. The number is days without an appeal.
          2025-12-31/a.csv
          …"
    `);
  });
  test("a month with hardly any appeals", async () => {
    const rows = daily(365, 3).filter(({ day }, index) => day < 212 || day > 242 || index % 20 === 0);
    const { said, report } = await codes(rows);
    expect(said("MONTH_COLLAPSED")).toMatchInlineSnapshot(`
      "WARNING MONTH_COLLAPSED · once
        There are months with far fewer appeals than usual.
        Check that no file is missing. The number is months.
          2025-12-31/a.csv"
    `);
    expect(report.completeness[0]?.collapsedMonths).toEqual(["2025-08"]);
  });
  test("a column that has been empty since some month", async () => {
    const { said, report } = await codes(daily(365, 1, (day) => (day > 200 ? { topic: "" } : {})));
    expect(said("COLUMN_EMPTIED")).toMatchInlineSnapshot(`
      "WARNING COLUMN_EMPTIED · once
        A column has been empty since some month.
        Perhaps the system renamed it; add the new name under columns in the source description.
          2025-12-31/a.csv field topic"
    `);
    expect(report.completeness[0]?.emptiedFields).toEqual([{ field: "topic", since: "2025-08" }]);
  });
  test("a column of replies that is empty since a month in which they were due, not one of last weeks' appeals", async () => {
    const replied = (until: number) =>
      daily(365, 2, (day) => ({
        reply: day < until ? `Ответ ${day} о том, что сделано по этому обращению, кем и когда` : "",
      }));
    const young = await codes(replied(334));
    expect(young.told).not.toContain("COLUMN_EMPTIED 2025-12-31/a.csv reply");
    expect(young.report.completeness[0]?.emptiedFields).toEqual([]);
    const stopped = await codes(replied(304));
    expect(stopped.said("COLUMN_EMPTIED")).toMatchInlineSnapshot(`
      "WARNING COLUMN_EMPTIED · once
        A column has been empty since some month.
        Perhaps the system renamed it; add the new name under columns in the source description.
          2025-12-31/a.csv field reply"
    `);
    expect(stopped.report.completeness[0]?.emptiedFields).toEqual([{ field: "reply", since: "2025-11" }]);
  });
  test("a day on which hundreds were closed at once", async () => {
    const { said, report } = await codes(
      daily(360, 2, (day, index) => (index % 2 === 0 ? { closed: day + 1 } : day < 300 ? { closed: 320 } : {})),
    );
    expect(said("MASS_CLOSING")).toMatchInlineSnapshot(`
      "WARNING MASS_CLOSING · 301 times
        On some days far more appeals were closed than on others.
        They were probably closed in bulk. Closing times of these days say nothing about the work. If the system knows the real dates, export those.
          2025-12-31/a.csv field closed
          …"
    `);
    expect(report.completeness[0]?.massClosings).toEqual([{ day: date(320), count: 301 }]);
  });
  test("one reply under many appeals, and short replies", async () => {
    const { said } = await codes(
      daily(360, 1, (day) => ({
        reply:
          day % 3 === 0
            ? "Case Resolved"
            : `Ответ ${day} о том, что именно сделано по этому обращению, кем, когда и почему`,
      })),
    );
    expect(said("REPLY_PLACEHOLDER", "REPLY_SHORT")).toMatchInlineSnapshot(`
      "WARNING REPLY_PLACEHOLDER · 120 times
        One and the same reply stands under a great many appeals.
        If the system puts it there, list it under missing in the source description.
          2025-12-31/a.csv field reply
          …

      note REPLY_SHORT · 120 times
        Many replies have fewer than twelve words.
          2025-12-31/a.csv field reply
          …"
    `);
  });
  test("closings half a day before receipts", async () => {
    const rows = Array.from(
      { length: 40 },
      (_, index) =>
        `${index};2025-12-${String(1 + (index % 20)).padStart(2, "0")} 14:30;2025-12-${String(1 + (index % 20)).padStart(2, "0")} ${index < 12 ? "03:10" : "16:10"};А;Т;`,
    );
    const { said } = await intake(
      { "2025-12-31/a.csv": ["id;received;closed;agency;topic;reply", ...rows].join("\n") },
      [source],
    );
    expect(said("HALF_DAY_SHIFT", "CLOSED_BEFORE_RECEIVED")).toMatchInlineSnapshot(`
      "WARNING CLOSED_BEFORE_RECEIVED · 12 times
        Closed before it was received.
        The appeal counts, but not in closing times. Check the dates.
          2025-12-31/a.csv:2 field closed
          2025-12-31/a.csv:3 field closed
          2025-12-31/a.csv:4 field closed
          2025-12-31/a.csv:5 field closed
          …

      WARNING HALF_DAY_SHIFT · 12 times
        Closings eleven to twelve hours before receipts: AM and PM were probably lost.
        Export times by the 24-hour clock.
          2025-12-31/a.csv field closed
          …"
    `);
  });
  test("names of people among the agencies, and labels that are no list", async () => {
    const { said } = await codes(
      daily(200, 1, (_, index) => ({
        agency: index % 10 === 0 ? "Сидорова А. В." : "Минстрой",
        topic: `Тема ${index}`,
      })),
    );
    expect(said("AGENCY_IS_PERSON", "LABELS_TOO_MANY")).toMatchInlineSnapshot(`
      "WARNING AGENCY_IS_PERSON · 20 times
        The column of agencies holds names of people.
        Choose another column, or map the names to agencies in vocabulary/agencies.csv of the data folder.
          2025-12-31/a.csv:2 field agency
          2025-12-31/a.csv:12 field agency
          2025-12-31/a.csv:22 field agency
          2025-12-31/a.csv:32 field agency
          …

      WARNING LABELS_TOO_MANY · once
        The column has too many different values.
        This is no list. Choose another column, or give a vocabulary.
          2025-12-31 field topic"
    `);
  });
});

test("what vanished from a snapshot, came twice, or is absent from the newest edition is told", async () => {
  const rows = daily(10, 1);
  const files = {
    "2025-11-30/a.csv": csv(rows),
    "2025-12-31/a.csv": `${csv(rows.slice(0, 8))}\n3;2025-01-03;2025-01-09;А;Т;`,
  };
  expect((await intake(files, [source])).said()).toMatchInlineSnapshot(`
    "WARNING ROW_VANISHED · 2 times
      Appeals of the edition before are not in this one.
      If they were deleted on purpose, mark them as withdrawn; if the export is incomplete, repeat it. Until then they stay on the portal.
        2025-12-31/a.csv
        …

    note ID_REPEATED · once
      A number came more than once in an export.
        2025-12-31/a.csv"
  `);
  expect((await intake(files, [{ ...source, kind: "delta" }])).said()).toMatchInlineSnapshot(`
    "note ID_REPEATED · once
      A number came more than once in an export.
        2025-12-31/a.csv"
  `);
  const other = { ...source, name: "other", files: ["b.csv"] };
  const { said } = await intake({ "2025-11-30/b.csv": csv(rows), "2025-12-31/a.csv": csv(rows) }, [
    { ...source, files: ["a.csv"] },
    other,
  ]);
  expect(said()).toMatchInlineSnapshot(`
    "WARNING SOURCE_ABSENT · once
      A source is missing from the newest edition.
      If it is no longer exported, that is all right; otherwise add its file.
        2025-11-30/b.csv"
  `);
});

test("an appeal without a number keeps its id when it is closed", async () => {
  const bare = sourceOf("bare", { columns: { received: "received", closed: "closed", topic: "topic" } });
  const first = await intake({ "2025-11-30/a.csv": "received,closed,topic\n2025-11-01,,Ямы\n2025-11-02,,Свет\n" }, [
    bare,
  ]);
  const later = await intake(
    { "2025-12-31/a.csv": "received,closed,topic\n2025-11-01,2025-12-05,Ямы\n2025-11-02,,Свет\n" },
    [bare],
  );
  expect(later.appeals.map(({ id }) => id)).toEqual(first.appeals.map(({ id }) => id));
  const merged = await intake({ "2025-12-31/a.csv": "received,closed,topic\n2025-11-01,,Ямы\n2025-11-01,,Ямы\n" }, [
    { ...bare, identicalRows: "same" },
  ]);
  expect(new Set(merged.appeals.map(({ id }) => id)).size).toBe(1);
});
