import type { PlainFigure, RememberedFigure, Revision } from "../../model/editions.ts";
import { tellsClosings, tellsReplyDates } from "../../model/toldFigures.ts";
import type { Voice } from "../../words/language.ts";
import type { Telling } from "../../words/telling.ts";
import type { StringKey } from "../../words/translate.ts";

const shares = new Set<RememberedFigure>([
  "resolvedStrict",
  "resolvedGenerous",
  "answeredInNorm",
  "closedInNorm",
  "silent",
]);
const waits = new Set<RememberedFigure>(["firstReplyMedian", "inSubstanceMedian", "closingMedian"]);

/** A remembered figure in words. Every state has some: an empty cell would be read as zero. */
export function plainFigureText(name: RememberedFigure, { state, value, whole }: PlainFigure, voice: Voice): string {
  const { t } = voice;
  if (state === "hidden" || state === "missing" || value === null)
    return t(state === "hidden" ? "figure.hidden" : "figure.missing");
  if (waits.has(name)) return state === "beyond" ? voice.beyond(value) : voice.duration(value, "minute");
  if (shares.has(name)) return t("edition.of", { share: voice.percent(value), whole: whole ?? 0 });
  return voice.integer(value);
}

/** «ответ или закрытие пришли позже: 211; отозваны: 21». Of an event that no export records nothing is said. */
export function reasonsText(
  { facts, voice }: Pick<Telling, "facts" | "voice">,
  { reasons }: Pick<Revision, "reasons">,
): string {
  const late = !tellsClosings(facts) ? ".reply" : !tellsReplyDates(facts) ? ".closing" : "";
  return reasons
    .map(({ reason, appeals }) => {
      if (reason === "privacy" || reason === "waiting" || reason === "method")
        return voice.t(`edition.reason.${reason}`);
      return voice.t(`edition.reason.${reason}${reason === "late-answer" ? late : ""}` as StringKey, {
        n: appeals ?? 0,
      });
    })
    .join("; ");
}
