import { learnPlaceNames, type PlaceNames } from "../../src/privacy/placeNames.ts";
import { plainText } from "../../src/privacy/plainText.ts";
import { type AppealStore } from "../../src/store/appealStore.ts";

/** Texts enough to meet every street that matters twice; more would only cost memory. */
const textsRead = 50_000;

/** Learns the names of streets and places from the portal's own newest texts, so that they are not taken for people. */
export async function learnFrom(store: AppealStore): Promise<PlaceNames> {
  const texts: string[] = [];
  for await (const appeals of store.appeals()) {
    for (const appeal of appeals) if (appeal.text !== "") texts.push(plainText(appeal.text));
    if (texts.length >= textsRead) break;
  }
  return learnPlaceNames(texts);
}
