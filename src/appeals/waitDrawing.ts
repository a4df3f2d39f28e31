import type { AppealWait } from "./appealWait.ts";
import { markup, type Markup } from "../words/markup.ts";

const width = 240;
const height = 18;
const bar = { top: 5, height: 8 };

/** A distance in whole tenths of a pixel: enough to see, short to write. */
function pixels(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/**
 * A wait drawn against its norm: a bar from receipt to the event, open-ended where it goes on, and a line where the
 * norm ran out. The words beside it say the same.
 */
export function waitDrawing({ state, days, norm, inNorm, margin }: AppealWait): Markup | null {
  if (margin > 0 || days === null || norm === null || (state !== "done" && state !== "waiting")) return null;
  const longest = Math.max(days, norm) * 1.08;
  const end = Math.max((days / longest) * width, 2);
  const limit = pixels((norm / longest) * width);
  const kind = `${inNorm ? "in" : "late"}${state === "waiting" ? " waiting" : ""}`;
  const tip = state === "waiting" ? markup`<path d="M${pixels(end)} ${bar.top - 2}l6 6-6 6"/>` : null;
  return markup`<svg class="appeal-bar ${kind}" viewBox="0 0 ${width + 8} ${height}" aria-hidden="true"><path class="axis" d="M0 ${height - 1}h${width}"/><rect width="${pixels(end)}" y="${bar.top}" height="${bar.height}"/>${tip}<path class="norm" d="M${limit} 0v${height}"/></svg>`;
}
