import { type Share } from "../model/figures.ts";
import { type FigureTexts } from "./figureText.ts";
import { type Voice } from "./language.ts";

/**
 * A share in a table whose shares add up to 100: with one decimal, so that it reads as the same number as in the text,
 * where it is rounded by itself. (In whole percents 166 of 742 would be 23 % here and 22 % there.) A share that rounds to
 * nothing is not written as 0; all of them and none at all need no decimal.
 *
 * @param tenths tenths of a percent by the largest remainder
 */
export function tenthsText(share: Share, tenths: number, voice: Voice, figureText: FigureTexts): string {
  if (share.state !== "exact") return figureText.share(share).text;
  if (share.part === 0 || share.part === share.whole) return voice.percent(share.value);
  return voice.percent(tenths === 0 ? share.value : tenths / 1000, 1);
}
