/** Places in a page that are filled for each appeal. */
export const slots = ["title", "description", "id", "month", "monthAddress", "body"] as const;
export type Slot = (typeof slots)[number];

/** How a place to be filled is written in the frame. */
export function slot(name: Slot): string {
  return `{{${name}}}`;
}

export type Fill = Readonly<Record<Slot, string>>;

/**
 * Turns a rendered frame into a function that fills it.
 *
 * @throws where the frame lacks one of the places
 */
export function createStamp(frame: string): (fill: Fill) => string {
  const pieces = frame.split(/\{\{(\w+)\}\}/);
  const missing = slots.filter((name) => !pieces.includes(name));
  if (missing.length > 0) throw new Error(`The frame of the appeal pages has no place for: ${missing.join(", ")}`);
  return (fill) => pieces.map((piece, at) => (at % 2 === 0 ? piece : fill[piece as Slot])).join("");
}
