/** Four shades can still be told apart, in grey as well. */
const mostClasses = 4;

/**
 * Bounds of the classes of a map, rising: a value belongs to the class above each bound that it reaches. About as many places in
 * each class; the bounds are round numbers of two figures, so that they can be read and quoted.
 *
 * @returns fewer than three bounds where the values do not allow for four classes; none where they are all alike
 */
export function classBounds(values: readonly number[]): number[] {
  const rising = values.toSorted((a, b) => a - b);
  const bounds: number[] = [];
  let below = 0;
  for (let at = 1; at < mostClasses; at += 1) {
    const bound = roundedDown(rising[Math.floor((rising.length * at) / mostClasses)] ?? 0, spread(rising));
    const reached = rising.filter((value) => value < bound).length;
    // No class is empty.
    if (reached <= below || reached === rising.length) continue;
    bounds.push(bound);
    below = reached;
  }
  return bounds;
}

const spread = (rising: readonly number[]): number => (rising.at(-1) ?? 0) - (rising[0] ?? 0);

/** Down to a twentieth of what the values span, told in 1, 2 or 5 of a power of ten. */
function roundedDown(value: number, span: number): number {
  if (span <= 0) return value;
  const power = 10 ** Math.floor(Math.log10(span / 20));
  const step = [1, 2, 5, 10].find((times) => times * power >= span / 20)! * power;
  // Down, so that the place whose value it is made of belongs to the class above.
  const steps = Math.floor(value / step + 1e-9);
  // Division keeps 0.35 from becoming 0.35000000000000003.
  return step >= 1 ? steps * step : steps / Math.round(1 / step);
}

/** The class of a value, from 0. */
export const classOf = (value: number, bounds: readonly number[]): number =>
  bounds.filter((bound) => value >= bound).length;
