import type { FigureChange } from "../model/figures.ts";
import type { Voice } from "./language.ts";

/** «+3,2 процентного пункта, от −0,5 до +6,9»; null where there is no change to tell. */
export function changeText(change: FigureChange | undefined, voice: Voice): string | null {
  if (change?.state !== "exact") return null;
  const points = (value: number): string => `${value < 0 ? "−" : "+"}${voice.decimal(Math.abs(value) * 100)}`;
  return voice.t("example.change", {
    change: points(change.value),
    low: points(change.low),
    high: points(change.high),
  });
}
