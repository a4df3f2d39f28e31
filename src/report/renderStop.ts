import type { Language } from "../model/portal.ts";
import type { BuildStop, Place } from "../model/buildStop.ts";
import { reportWords } from "../words/reportStrings.ts";

const placesShown = 8;

function placeText({ file, line, column }: Place): string {
  return [file, line, column].filter((part) => part !== undefined).join(":");
}

/** Why a run stopped, for a terminal: what happened, where, what to do, and the permanent code. */
export function renderStop(stop: BuildStop, language: Language): string {
  const words = reportWords(language);
  const problems = String(stop.details["problems"] ?? stop.details["problem"] ?? stop.details["reasons"] ?? "")
    .split("\n")
    .filter(Boolean);
  // Problems name their own places.
  const places = problems.length > 0 ? problems : stop.places.map(placeText);
  const shown = (value: string | number | undefined) =>
    typeof value === "number" ? words.number(value) : (value ?? "…");
  // A stop that tells less than its text asks for is still told.
  const details = new Proxy(stop.details, { get: (known, name: string) => shown(known[name]) });
  const lines = [
    `${words.say("stop.heading")} ${stop.code}`,
    `  ${words.say(`stop.${stop.code}.message`, details)}`,
    `  ${words.say(`stop.${stop.code}.advice`, details)}`,
    ...places.slice(0, placesShown).map((place) => `    ${place}`),
    ...(places.length > placesShown ? [`    ${words.say("report.more")}`] : []),
  ];
  return `${lines.join("\n")}\n`;
}
