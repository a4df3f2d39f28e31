/** What one build took; processors: seconds of all of them, NaN where the system does not tell. */
export interface Took {
  seconds: number;
  processors: number;
}

/** The builds of one number of appeals. */
export interface MeasuredSize {
  appeals: number;
  isOneLanguage: boolean;
  full: Took;
  verify: Took;
  /** Builds after an export that changes one appeal in a hundred. */
  again: Partial<Record<"lately" | "anywhere", Took>>;
  /** Of the largest process, in MB; null where the system does not tell. */
  peak: number | null;
  files: number;
  onDisk: number;
}

/** A row of the table: what was measured in seconds or per cent by the clock and by the processors, and what it should be at most. */
interface Row {
  name: string;
  unit: string;
  clock: number;
  processors: number;
  floor: number;
  goal: number;
}

const percent = (part: Took, whole: Took): Took => ({
  seconds: (100 * part.seconds) / whole.seconds,
  processors: (100 * part.processors) / whole.processors,
});

const row = (name: string, unit: string, { seconds, processors }: Took, floor: number, goal: number): Row => ({
  name,
  unit,
  clock: seconds,
  processors,
  floor,
  goal,
});

function rowsOf({ appeals, isOneLanguage, full, verify, again, peak, files, onDisk }: MeasuredSize): Row[] {
  const size = `${appeals} appeals, ${isOneLanguage ? "one language" : "two languages"}`;
  const limits = { lately: [30, 15], anywhere: [40, 25] } as const;
  const single = (value: number): Took => ({ seconds: value, processors: NaN });
  return [
    ...(appeals === 100_000 && !isOneLanguage ? [row(`${size}: full`, "s", full, 120, 75)] : []),
    ...(appeals === 1_000_000 && isOneLanguage
      ? [
          row(`${size}: full`, "s", full, 25 * 60, 12 * 60),
          ...(peak === null ? [] : [row(`${size}: largest process`, "MB", single(peak), 3_000, 2_500)]),
          row(`${size}: files`, "", single(files), 60_000, 60_000),
          row(`${size}: on this disk`, "MB", single(onDisk / 1e6), 5_000, 5_000),
        ]
      : []),
    row(`${size}: verify, of the full build`, "%", percent(verify, full), 15, 8),
    ...(["lately", "anywhere"] as const).flatMap((which) =>
      again[which] === undefined
        ? []
        : [
            row(
              `${size}: after 1 % changed ${which}, of the full build`,
              "%",
              percent(again[which], full),
              limits[which][0],
              limits[which][1],
            ),
          ],
    ),
  ];
}

/** How much longer ten times as many appeals take, where both were measured in the same languages. */
function growthOf(measured: readonly MeasuredSize[]): Row[] {
  return measured.flatMap((large) =>
    measured
      .filter((small) => small.appeals * 10 === large.appeals && small.isOneLanguage === large.isOneLanguage)
      .map((small) =>
        row(
          `growth from ${small.appeals} to ${large.appeals}`,
          "×",
          {
            seconds: large.full.seconds / small.full.seconds,
            processors: large.full.processors / small.full.processors,
          },
          11,
          10,
        ),
      ),
  );
}

/**
 * What was measured beside the floors and goals that are set for a quiet machine of two cores: by the clock, and by the
 * seconds of processors, which other work on the machine changes less. What is not reached is said by both.
 *
 * @returns lines to print
 */
export function numbersTable(measured: readonly MeasuredSize[]): string[] {
  const told = (value: number, unit: string): string =>
    Number.isNaN(value) ? "–" : `${value < 20 ? value.toFixed(1) : Math.round(value)} ${unit}`.trim();
  const verdict = (value: number, { floor, goal }: Row): string =>
    Number.isNaN(value) ? "–" : value <= goal ? "goal" : value <= floor ? "floor" : "MISSED";
  const rows = [...measured.flatMap(rowsOf), ...growthOf(measured)].map((one) => [
    one.name,
    told(one.clock, one.unit),
    told(one.processors, one.unit),
    told(one.floor, one.unit),
    told(one.goal, one.unit),
    `${verdict(one.clock, one)} / ${verdict(one.processors, one)}`,
  ]);
  const table = [["", "clock", "processors", "floor", "goal", "reached by clock / processors"], ...rows];
  const widths = table[0]!.map((_, column) => Math.max(...table.map((cells) => cells[column]!.length)));
  return table.map((cells) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join("  ")
      .trimEnd(),
  );
}
