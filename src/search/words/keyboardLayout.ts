/** Keys of the usual Russian layout, by what the same keys write in the Latin one. */
const latin = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`";
const cyrillic = "йцукенгшщзхъфывапролджэячсмитьбюё";
const keys = new Map(Array.from(latin, (key, at) => [key, cyrillic[at] ?? key]));
// The same keys with Shift.
for (const [key, at] of Array.from('{}:"<>~', (key, at) => [key, at] as const)) keys.set(key, "хъжэбюё"[at] ?? key);

/**
 * What was meant where somebody typed Russian without changing the layout: «ghjdfk» → «провал».
 *
 * @returns null for a piece that can be no such slip: it has other letters, or none that are Latin
 */
export function otherLayout(piece: string): string | null {
  const small = piece.toLowerCase();
  if (!/[a-z]/.test(small)) return null;
  const letters = Array.from(small, (key) => keys.get(key));
  return letters.includes(undefined) ? null : letters.join("");
}

/** Rows of keys, for telling which letters stand beside each other. */
const rows = ["йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю", "qwertyuiop", "asdfghjkl", "zxcvbnm"];
const place = new Map(rows.flatMap((row, y) => Array.from(row, (letter, x) => [letter, [x, y % 3] as const])));

/** Whether two letters are neighbours on the keyboard, along a row or between rows. */
export function areNeighbours(a: string, b: string): boolean {
  const [here, there] = [place.get(a), place.get(b)];
  return (
    here !== undefined && there !== undefined && Math.abs(here[0] - there[0]) <= 1 && Math.abs(here[1] - there[1]) <= 1
  );
}
