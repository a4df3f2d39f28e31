import type { ListedAppeal } from "../edition/listedAppeal.ts";
import type { Subject } from "../model/facts.ts";
import { type LongCase, longCases } from "../model/longCases.ts";

const known = new WeakMap<readonly ListedAppeal[], ReturnType<typeof longCases>>();

/** The open appeals of the region or an agency that have waited longest, as its press kit tells them. */
export function pressCases(
  appeals: readonly ListedAppeal[],
  { dimension, code }: Pick<Subject, "dimension" | "code">,
): LongCase[] {
  let cases = known.get(appeals);
  if (cases === undefined) {
    cases = longCases();
    for (const appeal of appeals) cases.add(appeal);
    known.set(appeals, cases);
  }
  return cases.of(dimension === "region" ? null : code);
}
