import type { Measures } from "../model/facts.ts";
import type { Voice } from "./language.ts";

/** «ответа не требуют 15 обращений», to be understood alone too: they are neither open nor closed; null where there are none, or too few to tell. */
export function unowedText({ outcomes }: Measures, voice: Voice): string | null {
  const count = outcomes.find(({ outcome }) => outcome === "unowed")?.count;
  return count?.state === "exact" && count.value > 0 ? voice.counted(count.value, "unowed") : null;
}
