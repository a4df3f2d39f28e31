import type { Shift } from "../../model/shifts.ts";
import { normFor, regionOf } from "../../model/subjectsOfFacts.ts";
import { normText } from "../../words/headline.ts";
import { shiftWords } from "../../words/shiftWords.ts";
import type { Telling } from "../../words/telling.ts";
import { figureEvents, figureWords } from "./toldShifts.ts";

/** What each of the compared shares is a share of, and by which deadlines, as they hold for most appeals of each channel. */
export function shiftDefinitions({ facts, voice, names }: Telling): string[] {
  const { s } = shiftWords(voice);
  const looked = facts.shifts?.looked ?? [];
  const { byChannel } = regionOf(facts).periods.year;
  const normOf = (figure: Shift["figure"], channel: Shift["channel"]): string[] => {
    const measures = byChannel[channel];
    const found = measures && normFor(facts, measures, figureEvents[figure]);
    if (!found) return [];
    const words = { where: names.inChannel(channel), norm: normText(found.norm, voice) };
    return [s(found.several ? "define.norm.several" : "define.norm", words).trim()];
  };
  return (["answeredInNorm", "closedInNorm"] as const).flatMap((figure) => {
    const channels = new Set(looked.filter((shift) => shift.figure === figure).map(({ channel }) => channel));
    const norms = [...channels].flatMap((channel) => normOf(figure, channel));
    return norms.length === 0
      ? []
      : [s(`define.${figure}`, { figure: voice.t(figureWords[figure]), norms: norms.join("; ") })];
  });
}
