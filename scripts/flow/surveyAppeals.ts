import { isoDateOfDay } from "../../src/model/moment.ts";
import { type AppealGroup } from "../../src/model/appealGroup.ts";
import { learnPlaceNames, type PlaceNames } from "../../src/privacy/placeNames.ts";
import { plainText } from "../../src/privacy/plainText.ts";
import { type AppealStore } from "../../src/store/appealStore.ts";

/** Texts enough to meet every street that matters twice; more would only cost memory. */
const textsRead = 50_000;

/** What has to be known of all appeals before the first can pass the gate. */
export interface Survey {
  /** Names of streets and places from the newest texts, so that they are not taken for people. */
  placeNames: PlaceNames;
  /** Appeals by what a neighbour may know of them; those taken down are left out. */
  groups: AppealGroup[];
  /** Public ids of takedowns that are among the appeals. */
  takenDown: Set<string>;
}

/**
 * Reads the merged appeals once.
 *
 * @param takedowns public ids; publicId is asked only where there are any
 * @param withTexts false where no text is published
 */
export async function surveyAppeals(store: Pick<AppealStore, "appeals">, takedowns: ReadonlySet<string>, publicId: (source: string, id: string) => string, withTexts: boolean): Promise<Survey> {
  const texts: string[] = [];
  const groups = new Map<string, AppealGroup>();
  const takenDown = new Set<string>();
  for await (const appeals of store.appeals()) {
    for (const { source, id, topic, place, agency, channel, received, text } of appeals) {
      if (withTexts && text !== "" && texts.length < textsRead) texts.push(plainText(text));
      const known = takedowns.size === 0 ? "" : publicId(source, id);
      if (takedowns.has(known)) {
        takenDown.add(known);
        continue;
      }
      const month = isoDateOfDay(received.day).slice(0, 7);
      const key = [topic, place, agency, month, channel].join("\n");
      const group = groups.get(key);
      if (group) group.days.push(received.day);
      else groups.set(key, { topic, place, agency, month, channel, days: [received.day] });
    }
  }
  return { placeNames: learnPlaceNames(texts), groups: [...groups.values()], takenDown };
}
