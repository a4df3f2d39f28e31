import { type Measures } from "../model/facts.ts";
import { type Voice } from "./language.ts";

/** «ещё 15 обращений ответа не требуют»: they are neither open nor closed; null where there are none, or too few to tell. */
export function unowedText({ outcomes }: Measures, voice: Voice): string | null {
  const count = outcomes.find(({ outcome }) => outcome === "unowed")?.count;
  return count?.state === "exact" && count.value > 0 ? voice.counted(count.value, "unowed") : null;
}
