import type { Share } from "../model/figures.ts";
import type { FigureText } from "./figureText.ts";
import type { Telling } from "./telling.ts";

/**
 * A share within the norm, or silent past it. Where there are appeals but none can be judged, it says why: their norm has not
 * run out yet, or it holds for them and their dates, told to the week, say nothing of it.
 *
 * @param rules those that hold for the appeals, as the measures name them
 */
export function inNormText({ voice, figureText }: Telling, share: Share, rules: readonly number[]): FigureText {
  const text = figureText.share(share);
  if (share.state !== "missing") return text;
  if (share.reason === "none-eligible") return { ...text, note: voice.t("key.in-norm.none-due") };
  return share.reason === "no-norm" && rules.length > 0 ? { ...text, note: voice.t("key.in-norm.weeks") } : text;
}
