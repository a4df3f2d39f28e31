import { type ChartDefinition, type ChartSeries, dashes } from "./definition.ts";

const radius = { dot: 3.5, own: 5, ring: 4 } as const;

/** How a line or a point looks in a key: the inside of an svg element, with its measures. Colours are CSS variables. */
export function keySample(
  { colour, dash, point = "dot" }: Pick<ChartSeries, "colour" | "dash" | "point">,
  kind: ChartDefinition["kind"],
): { sample: string; width: number; height: number } {
  const ink = `var(--${colour})`;
  if (kind !== "funnel") {
    const strokes = dashes[dash].length === 0 ? "" : ` stroke-dasharray="${dashes[dash].join(" ")}"`;
    return { sample: `<path d="M0 6h28" stroke="${ink}" stroke-width="3"${strokes}/>`, width: 28, height: 12 };
  }
  const [fill, stroke] = point === "ring" ? ["none", ink] : [ink, "none"];
  const sample = `<circle cx="6" cy="6" r="${radius[point]}" fill="${fill}" stroke="${stroke}" stroke-width="2"/>`;
  return { sample, width: 12, height: 12 };
}
