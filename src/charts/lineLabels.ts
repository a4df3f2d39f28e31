import type { ChartLabel, ChartSeries } from "./definition.ts";

/** Lines nearer than this part of the axis leave no room for a name between them. */
const room = 0.11;

/**
 * Names beside the lines of a rising chart, each where its line is farthest from the others. The uppermost is named
 * above its line, the others below: there a rising line leaves space. A line too near to another has its name in the
 * key alone.
 *
 * @param end right end of the axis; the whole height of the chart is 1
 */
export function lineLabels(series: ChartSeries[], end: number): ChartLabel[] {
  if (series.length < 2) return [];
  const places = Array.from({ length: 15 }, (_, index) => (end * (index + 3)) / 20);
  return series.flatMap((line): ChartLabel[] => {
    const others = series.filter((other) => other !== line);
    let best: { x: number; y: number; free: number; top: boolean } | null = null;
    for (const x of places) {
      const y = heightAt(line, x);
      if (y === null) continue;
      const heights = others.flatMap((other) => heightAt(other, x) ?? []);
      const top = heights.every((height) => height < y);
      // A name above its line ends there, a name below begins there: either needs room along the axis.
      if (top ? x < end / 2 : x > end * 0.6) continue;
      // A name stands on one side only: what matters is the distance to the next line there, and to the edge.
      const free = top
        ? Math.min(1.04 - y, ...heights.map((height) => y - height))
        : Math.min(y, ...heights.filter((height) => height <= y).map((height) => y - height));
      if (!best || free > best.free + 1e-9) best = { x, y, free, top };
    }
    if (!best || best.free < room) return [];
    return [
      {
        x: best.x,
        y: best.y,
        text: line.label,
        colour: line.colour === "series-context" ? "chart-text" : line.colour,
        side: best.top ? "above" : "below",
        align: best.top ? "right" : "left",
      },
    ];
  });
}

function heightAt({ points }: ChartSeries, x: number): number | null {
  const before = points.findLast((point) => point.x <= x);
  const after = points.find((point) => point.x >= x);
  if (!before || !after || before.y === null || after.y === null) return null;
  return before.x === after.x ? before.y : before.y + ((after.y - before.y) * (x - before.x)) / (after.x - before.x);
}
