import type { Appeal } from "../model/appeal.ts";
import type { Finding, FindingCode } from "../model/finding.ts";
import { isoDateOfDay } from "../model/moment.ts";
import type { AppealGroup } from "../model/appealGroup.ts";
import { learnPlaceNames, type PlaceNames, textsOfUnknownAuthors } from "../privacy/placeNames.ts";
import { commonStems } from "../replies/marks/commonStems.ts";
import { plainText } from "../privacy/plainText.ts";
import type { AppealStore } from "../store/appealStore.ts";
import { quotedWhole, type KnownTakedowns, type TakenDown } from "./knownTakedowns.ts";

/** Texts enough to meet every street that matters often enough; more would only cost memory. */
const textsRead = 50_000;

/** So few appeals with the same few words are one appeal that was sent again; more of them are an idiom. */
const mostRare = 2;

/** A dozen words that more appeals than this have in common are a law's, a form's or a campaign's, and nobody's own. */
const mostQuoting = 10;

/** What has to be known of all appeals before the first can pass the gate. */
export interface Survey {
  /** Names of streets and places from the newest texts, so that they are not taken for people. */
  placeNames: PlaceNames;
  /** Appeals by what a neighbour may know of them; those taken down are left out. */
  groups: AppealGroup[];
  /** By public id: the appeals that are not published, those that are like one that was taken down among them. */
  down: ReadonlyMap<string, TakenDown>;
  /** By public id: the appeals whose texts repeat words of one that was taken down, and are not published for that. */
  quoting: ReadonlySet<string>;
  /** Stems of words that too many appeals have to tell what one of them is about. */
  common: ReadonlySet<string>;
  /** Where such appeals stand in the exports. */
  findings: Finding[];
}

/**
 * Reads the merged appeals once.
 *
 * @param withTexts false where no text is published
 */
export async function surveyAppeals(
  store: Pick<AppealStore, "appeals">,
  takedowns: KnownTakedowns,
  publicId: (source: string, id: string) => string,
  withTexts: boolean,
): Promise<Survey> {
  const texts: string[] = [];
  const groups = new Map<string, AppealGroup>();
  const down = new Map(takedowns.down);
  const alike: Appeal[] = [];
  const short = new Map<string, { appeal: Appeal; down: TakenDown }[]>();
  const possible: Appeal[] = [];
  const quotations: { appeal: Appeal; id: string; runs: readonly number[] }[] = [];
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
        const runs = withTexts ? takedowns.quotedIn(appeal) : [];
        if (runs.length > 0) quotations.push({ appeal, id, runs: [...new Set(runs)] });
        const likeness = takedowns.likenessOf(appeal);
        if (likeness?.how === "possible") possible.push(appeal);
        else if (likeness !== null) {
          const {
            how,
            takedown: { reason, date },
          } = likeness;
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
  const published = quotations.filter(({ id }) => !down.has(id));
  const heard = Map.groupBy(
    published.flatMap(({ runs }) => runs),
    (run) => run,
  );
  const isOwn = (run: number): boolean => run === quotedWhole || heard.get(run)!.length <= mostQuoting;
  const quoting = published.filter(({ runs }) => runs.some(isOwn));
  const common = published.filter(({ runs }) => !runs.some(isOwn)).map(({ appeal }) => appeal);
  const findings = [
    ...placesOf("TAKEDOWN_ALIKE", alike),
    ...placesOf(
      "TAKEDOWN_QUOTED",
      quoting.map(({ appeal }) => appeal),
    ),
    ...placesOf("TAKEDOWN_POSSIBLE", possible),
    ...placesOf("TAKEDOWN_SHORT", [...idioms, ...common.filter((appeal) => !idioms.includes(appeal))]),
  ];
  return {
    placeNames: learnPlaceNames(texts, textsOfUnknownAuthors),
    groups: [...groups.values()],
    down,
    common: commonStems(texts),
    quoting: new Set(quoting.map(({ id }) => id)),
    findings,
  };
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
