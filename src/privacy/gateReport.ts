import { BuildStop } from "../model/buildStop.ts";

/** What the gate did, in numbers only. */
export interface GateReport {
  passed: number;
  maskedAppeals: number;
  /** Masks by class; the same by source, field and class, and by agency and class. */
  masked: Record<string, number>;
  /** How many of the masks of a class stand for a doubtful find; the others are confirmed. */
  maskedDoubtful: Record<string, number>;
  maskedByField: Record<string, Record<string, Record<string, number>>>;
  maskedByAgency: Record<string, Record<string, number>>;
  withheldTexts: number;
  /** By agency; "" where none is stated. */
  withheldByAgency: Record<string, number>;
}

/** The report of a gate that nothing has passed yet. */
export function emptyGateReport(): GateReport {
  return {
    passed: 0,
    maskedAppeals: 0,
    masked: {},
    maskedDoubtful: {},
    maskedByField: {},
    maskedByAgency: {},
    withheldTexts: 0,
    withheldByAgency: {},
  };
}

/** Counts up under a key. */
export function addTo(counts: Record<string, number>, key: string, by: number): void {
  counts[key] = (counts[key] ?? 0) + by;
}

/**
 * @param stopAbove share of appeals, 0–1
 * @throws BuildStop PRIVACY_SHARE when more than this share of appeals needed masking: the export is not the anonymized
 *   one it claims to be, and its source has to be mended first
 */
export function requireAnonymized({ passed, maskedAppeals, maskedByField }: GateReport, stopAbove: number): void {
  if (passed === 0 || maskedAppeals / passed <= stopAbove) return;
  throw new BuildStop("PRIVACY_SHARE", [], {
    appeals: maskedAppeals,
    passed,
    percent: percentOf(maskedAppeals / passed),
    limit: percentOf(stopAbove),
    problems: linesByField(maskedByField).join("\n"),
  });
}

/** Where to look at the source, most finds first: the mapping names the column behind each field. */
function linesByField(fields: GateReport["maskedByField"]): string[] {
  const sum = (counts: Record<string, number>) => Object.values(counts).reduce((total, count) => total + count, 0);
  return Object.entries(fields)
    .flatMap(([source, byField]) =>
      Object.entries(byField).map(([field, counts]) => ({ place: `sources/${source}.yaml: ${field}`, counts })),
    )
    .sort((a, b) => sum(b.counts) - sum(a.counts) || (a.place < b.place ? -1 : 1))
    .map(
      ({ place, counts }) =>
        `${place}: ${Object.entries(counts)
          .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
          .map(([kind, count]) => `${kind} ${count}`)
          .join(", ")}`,
    );
}

/** Per cent with one decimal. */
function percentOf(share: number): number {
  return Math.round(share * 1000) / 10;
}
