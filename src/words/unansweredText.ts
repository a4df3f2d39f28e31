import type { Measures } from "../model/facts.ts";
import type { Voice } from "./language.ts";

/** Appeals closed without any reply, by law or because their authors took them back; null where that is not told. */
export function unansweredNumber({ leftByLaw, withdrawnUnanswered }: Measures): number | null {
  return leftByLaw.state === "exact" && withdrawnUnanswered.state === "exact"
    ? leftByLaw.value + withdrawnUnanswered.value
    : null;
}

/**
 * «по закону — 5, отозвано авторами — 4»: why appeals were closed without any reply. Neither is silence of an agency, so
 * neither is told without saying which it is. null where there are none, or too few to tell.
 */
export function unansweredText({ leftByLaw, withdrawnUnanswered }: Measures, { t }: Voice): string | null {
  if (leftByLaw.state !== "exact" || withdrawnUnanswered.state !== "exact") return null;
  const [law, withdrawn] = [leftByLaw.value, withdrawnUnanswered.value];
  if (law > 0 && withdrawn > 0) return t("unanswered.both", { law, withdrawn });
  return law > 0 ? t("unanswered.law", { law }) : withdrawn > 0 ? t("unanswered.withdrawn", { withdrawn }) : null;
}
