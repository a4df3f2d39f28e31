/** A place of a text or a dot in a picture, in pixels. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** A straight piece of a line, from x, y to x, y. */
export type Stroke = readonly [number, number, number, number];

/** What a label is not to lie on. */
export interface Obstacles {
  strokes: Stroke[];
  boxes: Box[];
}

/** Where a label stands to its point: over or under it, or beside it at its height. */
type Stand = readonly [up: "above" | "below" | "beside", along: "left" | "center" | "right"];

/**
 * Places a label beside its point so that it covers no line, no dot and no other label, or as little of them as can be.
 *
 * @param point where the point is; gap: the distance that the label keeps from it
 * @param size of the text
 * @param wanted where it stands when all is free: side of the point, and which part of the text stands at the point
 * @param area that it may not leave; at its sides it is pushed back into it
 * @returns free: whether it covers nothing
 */
export function placeLabel(
  point: { x: number; y: number },
  gap: number,
  size: { width: number; height: number },
  wanted: { side: "above" | "below"; align: "left" | "center" | "right" },
  area: Box,
  obstacles: Obstacles,
): { box: Box; free: boolean } {
  const other = wanted.side === "above" ? "below" : "above";
  const sides = [wanted.side, other] as const;
  const stands: Stand[] = [
    [wanted.side, wanted.align],
    [other, wanted.align],
    ...sides.flatMap((side): Stand[] => [
      [side, "right"],
      [side, "left"],
      [side, "center"],
    ]),
    ["beside", "left"],
    ["beside", "right"],
  ];
  const places = [1, 1.75, 3]
    .flatMap((far) => stands.map((stand) => boxAt(point, gap * far, size, stand, area)))
    .filter((box) => box.top >= area.top && box.top + box.height <= area.top + area.height);
  let best: { box: Box; covered: number } | null = null;
  for (const box of places) {
    const covered = coveredBy(box, obstacles);
    if (covered === 0) return { box, free: true };
    if (!best || covered < best.covered - 1) best = { box, covered };
  }
  return { box: best?.box ?? boxAt(point, gap, size, [wanted.side, wanted.align], area), free: false };
}

/** "left" begins the text at the point, "right" ends it there. */
function boxAt(
  { x, y }: { x: number; y: number },
  gap: number,
  { width, height }: { width: number; height: number },
  [up, along]: Stand,
  area: Box,
): Box {
  const shift = up === "beside" ? gap : 0;
  const from = x + { left: shift, center: -width / 2, right: -width - shift }[along];
  return {
    left: Math.max(area.left, Math.min(area.left + area.width - width, from)),
    top: { above: y - gap - height, below: y + gap, beside: y - height / 2 }[up],
    width,
    height,
  };
}

/** Pixels that stay free around a label: what it touches looks as if it belonged to it. */
const clearance = 2;

/** How much of lines, dots and labels a box covers: pixels along lines, and the square root of surfaces. */
function coveredBy({ left, top, width, height }: Box, { strokes, boxes }: Obstacles): number {
  const box = {
    left: left - clearance,
    top: top - clearance,
    width: width + 2 * clearance,
    height: height + 2 * clearance,
  };
  const along = strokes.reduce((sum, stroke) => sum + lengthInside(stroke, box), 0);
  return along + boxes.reduce((sum, other) => sum + Math.sqrt(common(box, other)), 0);
}

function common(a: Box, b: Box): number {
  const width = Math.min(a.left + a.width, b.left + b.width) - Math.max(a.left, b.left);
  const height = Math.min(a.top + a.height, b.top + b.height) - Math.max(a.top, b.top);
  return width > 0 && height > 0 ? width * height : 0;
}

/** Length of the part of a stroke that lies inside a box (Liang and Barsky 1984). */
function lengthInside([x1, y1, x2, y2]: Stroke, { left, top, width, height }: Box): number {
  let [enter, leave] = [0, 1];
  for (const [start, step, low, high] of [
    [x1, x2 - x1, left, left + width],
    [y1, y2 - y1, top, top + height],
  ] as const) {
    if (step === 0) {
      if (start <= low || start >= high) return 0;
      continue;
    }
    const [near, far] = [(low - start) / step, (high - start) / step];
    enter = Math.max(enter, Math.min(near, far));
    leave = Math.min(leave, Math.max(near, far));
  }
  return leave > enter ? Math.hypot(x2 - x1, y2 - y1) * (leave - enter) : 0;
}
