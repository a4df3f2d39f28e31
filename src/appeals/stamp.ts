/** Places in a page that are filled for each appeal. */
export const slots = ["title", "description", "id", "month", "monthAddress", "body"] as const;
export type Slot = (typeof slots)[number];

/** How a place to be filled is written in the frame. */
export function slot(name: Slot): string {
  return `{{${name}}}`;
}

export type Fill = Readonly<Record<Slot, string>>;

/**
 * Turns a rendered frame into a function that fills it and gives the bytes of the page. What all pages share is encoded
 * once.
 *
 * @throws where the frame lacks one of the places
 */
export function createStamp(frame: string): (fill: Fill) => Uint8Array {
  const pieces = frame.split(/\{\{(\w+)\}\}/);
  const missing = slots.filter((name) => !pieces.includes(name));
  if (missing.length > 0) throw new Error(`The frame of the appeal pages has no place for: ${missing.join(", ")}`);
  const parts = pieces.map((piece, at) => (at % 2 === 0 ? Buffer.from(piece) : (piece as Slot)));
  return (fill) => {
    const filled = new Map(slots.map((name) => [name, Buffer.from(fill[name])]));
    return Buffer.concat(parts.map((part) => (typeof part === "string" ? filled.get(part)! : part)));
  };
}
