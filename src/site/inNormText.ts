import { type Share } from "../model/figures.ts";
import { type FigureText, type FigureTexts } from "./figureText.ts";
import { type Voice } from "./language.ts";

/** A share within the norm. Where there are appeals but none can be judged, it says why: their norm has not run out yet. */
export function inNormText(share: Share, voice: Voice, figureText: FigureTexts): FigureText {
  const text = figureText.share(share);
  return share.state === "missing" && share.reason === "none-eligible" ? { ...text, note: voice.t("key.in-norm.none-due") } : text;
}
