import type { Dimension, Facts, Subject } from "../../model/facts.ts";
import { nameOf } from "../downloads/subjectTable.ts";
import { cubeFiles } from "./tableCube.ts";

/** Folders of the subjects that have files of their own. */
export const apiFolders = {
  agency: "agencies",
  topic: "topics",
  place: "places",
  channel: "channels",
} as const satisfies Partial<Record<Dimension, string>>;

/** The files of the static API, by their paths below /api/v1/, one after the other: none but the facts is kept in memory. */
export function* apiFiles(facts: Facts): Generator<readonly [path: string, content: object]> {
  const { portal, edition, periods, norms, calendar, vocabulary, definitions, comparisons, subjects } = facts;
  const { date } = edition;
  const told = (subject: Subject): object => ({
    edition: date,
    name: nameOf(facts, subject.dimension, subject.code),
    subject,
  });
  const { takedowns: _takedowns, takenBack: _takenBack, ...inGeneral } = edition;
  yield ["edition.json", { portal, edition: inGeneral, periods, norms, calendar }];
  yield ["vocabulary.json", { edition: date, vocabulary }];
  yield ["definitions.json", { edition: date, definitions }];
  yield ["comparisons.json", { edition: date, comparisons }];
  for (const subject of subjects) if (subject.dimension === "region") yield ["region.json", told(subject)];
  for (const [dimension, folder] of Object.entries(apiFolders)) {
    const own = subjects.filter((subject) => subject.dimension === dimension && subject.code !== "");
    yield [
      `${folder}.json`,
      {
        edition: date,
        subjects: own.map(({ code }) => ({
          code,
          name: nameOf(facts, dimension as Dimension, code),
          file: `${folder}/${code}.json`,
        })),
      },
    ];
    for (const subject of own) yield [`${folder}/${subject.code}.json`, told(subject)];
  }
  yield* cubeFiles(facts);
}
