import { type Appeal } from "../../src/model/appeal.ts";
import { type Finding, type FindingCode } from "../../src/model/finding.ts";
import { isoDateOfDay } from "../../src/model/moment.ts";
import { type AppealGroup } from "../../src/model/appealGroup.ts";
import { learnPlaceNames, type PlaceNames, textsOfUnknownAuthors } from "../../src/privacy/placeNames.ts";
import { plainText } from "../../src/privacy/plainText.ts";
import { type AppealStore } from "../../src/store/appealStore.ts";
import { type KnownTakedowns, type TakenDown } from "./knownTakedowns.ts";

/** Texts enough to meet every street that matters often enough; more would only cost memory. */
const textsRead = 50_000;

/** So few appeals with the same few words are one appeal that was sent again; more of them are an idiom. */
const mostRare = 2;

/** What has to be known of all appeals before the first can pass the gate. */
export interface Survey {
  /** Names of streets and places from the newest texts, so that they are not taken for people. */
  placeNames: PlaceNames;
  /** Appeals by what a neighbour may know of them; those taken down are left out. */
  groups: AppealGroup[];
  /** By public id: the appeals that are not published, those that are like one that was taken down among them. */
  down: ReadonlyMap<string, TakenDown>;
  /** Where such appeals stand in the exports. */
  findings: Finding[];
}

/**
 * Reads the merged appeals once.
 *
 * @param withTexts false where no text is published
 */
export async function surveyAppeals(store: Pick<AppealStore, "appeals">, takedowns: KnownTakedowns, publicId: (source: string, id: string) => string, withTexts: boolean): Promise<Survey> {
  const texts: string[] = [];
  const groups = new Map<string, AppealGroup>();
  const down = new Map(takedowns.down);
  const alike: Appeal[] = [];
  const short = new Map<string, { appeal: Appeal; down: TakenDown }[]>();
  const toGroup = ({ topic, place, agency, channel, received }: Appeal): void => {
    const month = isoDateOfDay(received.day).slice(0, 7);
    const key = [topic, place, agency, month, channel].join("\n");
    const group = groups.get(key);
    if (group) group.days.push(received.day);
    else groups.set(key, { topic, place, agency, month, channel, days: [received.day] });
  };
  for await (const appeals of store.appeals()) {
    for (const appeal of appeals) {
      if (withTexts && appeal.text !== "" && texts.length < textsRead) texts.push(plainText(appeal.text));
      if (down.size > 0) {
        const id = publicId(appeal.source, appeal.id);
        if (down.has(id)) continue;
        const likeness = takedowns.likenessOf(appeal);
        if (likeness !== null) {
          const { how, takedown: { reason, date } } = likeness;
          const asDown = { takedown: { id, reason, date }, alike: how !== "same" };
          if (how === "short") {
            short.set(likeness.of, [...(short.get(likeness.of) ?? []), { appeal, down: asDown }]);
            continue;
          }
          down.set(id, asDown);
          if (asDown.alike) alike.push(appeal);
          continue;
        }
      }
      toGroup(appeal);
    }
  }
  const idioms: Appeal[] = [];
  for (const same of short.values()) {
    for (const { appeal, down: asDown } of same) {
      if (same.length > mostRare) {
        idioms.push(appeal);
        toGroup(appeal);
        continue;
      }
      down.set(asDown.takedown.id, asDown);
      alike.push(appeal);
    }
  }
  const findings = [...placesOf("TAKEDOWN_ALIKE", alike), ...placesOf("TAKEDOWN_SHORT", idioms)];
  return { placeNames: learnPlaceNames(texts, textsOfUnknownAuthors), groups: [...groups.values()], down, findings };
}

/** One finding a file, with the lines of its appeals. */
function placesOf(code: FindingCode, appeals: readonly Appeal[]): Finding[] {
  const byFile = Map.groupBy(appeals, ({ edition, file }) => `${edition}/${file}`);
  return [...byFile]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([file, rows]) => {
      const lines = rows.map(({ line }) => line).sort((one, other) => one - other);
      return { code, file, line: lines[0]!, count: lines.length, lines: lines.slice(0, linesTold) };
    });
}

const linesTold = 20;
