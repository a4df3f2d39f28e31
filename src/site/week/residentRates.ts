import type { Weeks, WeekSubject } from "../../model/weeks.ts";
import type { Telling } from "../../words/telling.ts";

/** Smaller ones first; a rate per 1,000 is what maps tell of a year. */
const bases = [1_000, 10_000, 100_000] as const;

/**
 * Of how many residents the rates of a note are told: the fewest of which the region has at least one appeal, since a quarter of an
 * appeal means nothing to whoever hears it. All rates of a note have the same, or they could not be compared.
 */
export function residentsOf({ region }: Pick<Weeks, "region">): number {
  const rate = region.perThousand?.value ?? 0;
  return rate === 0 ? bases[0] : (bases.find((base) => (rate * base) / 1000 >= 1) ?? bases.at(-1)!);
}

/** {rate}, {low} and {high}, to the tenth, and {base}: of so many residents. */
export function rateValues(
  { value, low, high }: NonNullable<WeekSubject["perThousand"]>,
  base: number,
  { voice }: Pick<Telling, "voice">,
): { rate: string; low: string; high: string; base: number } {
  const told = (rate: number): string => voice.decimal((rate * base) / 1000, 1);
  return { rate: told(value), low: told(low), high: told(high), base };
}
