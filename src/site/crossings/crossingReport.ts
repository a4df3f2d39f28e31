import type { ListedAppeal } from "../../edition/listedAppeal.ts";
import { type Crossing, subjectOfCrossing } from "../../model/crossings.ts";
import type { Slice } from "../../model/facts.ts";
import { hasPage } from "../../model/subjectsOfFacts.ts";
import { subjectListAddress } from "../../appeals/subjectLists.ts";
import { crossingWords } from "../../words/crossingWords.ts";
import { capitalised, type HeadlineText, headlineText, periodText } from "../../words/headline.ts";
import type { Telling } from "../../words/telling.ts";
import { breakdownRows, type BarRow } from "../breakdownRows.ts";
import { type AppealLine, latestAppeals } from "../latestAppeals.ts";
import { crossedAppeals } from "./crossedAppeals.ts";
import { overdueAppeals, type OverdueAppeal } from "../overdue.ts";

/** What the page of a topic in one place says. */
export interface CrossingReport {
  title: string;
  lead: string;
  /** Figures of the twelve months; null where none is told. */
  year: {
    headline: HeadlineText;
    slice: Slice;
    agencies: BarRow[];
    /** Appeals of the agencies that are not named; null: there are none. */
    others: string | null;
  } | null;
  /** Why something is not counted; null where everything is. */
  untold: string | null;
  overdue: { count: number; longest: OverdueAppeal[] };
  /** null where no appeal is published. */
  latest: { lines: AppealLine[]; search: string; list: string } | null;
}

const mostOverdue = 3;

/** @param appeals those of the edition; none where figures alone are published */
export function crossingReport(telling: Telling, crossing: Crossing, appeals: ListedAppeal[]): CrossingReport {
  const { facts, voice, names, links } = telling;
  const c = crossingWords(voice);
  const { topic, place, untold } = crossing;
  const own = crossedAppeals(appeals, crossing);
  const ids = new Set(own.map(({ id }) => id));
  const overdue = overdueAppeals(appeals, facts.edition.date).filter(({ appeal }) => ids.has(appeal.id));
  const words = { topic: names.topic(topic), place: names.place(place) };
  const appealsText = voice.counted(crossing.received, "appeal");
  return {
    title: c("title", words),
    lead: capitalised(
      c("lead", {
        ...words,
        appeals: appealsText,
        span: voice.t("span.all"),
        year: periodText(telling, "year"),
      }),
    ),
    year: yearOf(telling, crossing),
    untold:
      untold.length === 0
        ? null
        : c("untold", {
            where: new Intl.ListFormat(voice.language).format(untold.map(names.inChannel)),
            shown: facts.portal.minimum.shown,
          }),
    overdue: { count: overdue.length, longest: overdue.slice(0, mostOverdue) },
    latest:
      own.length === 0
        ? null
        : {
            lines: latestAppeals(telling, own, "place", place),
            search: links.appeals({ topic, place }),
            list: links.shared(subjectListAddress("place", place)),
          },
  };
}

function yearOf(telling: Telling, crossing: Crossing): CrossingReport["year"] {
  const { facts, voice, names, links, figureText } = telling;
  const subject = subjectOfCrossing(crossing);
  if (subject === null || crossing.year === undefined) return null;
  const slice = subject.periods.year;
  const { otherAgencies } = crossing.year;
  return {
    headline: headlineText(telling, subject),
    slice,
    agencies: breakdownRows(
      slice.agencies,
      {
        name: names.agencyShort,
        href: (code) => (hasPage(facts, "agency", code) ? links.agency(code) : null),
      },
      figureText,
    ),
    others:
      otherAgencies === 0
        ? null
        : crossingWords(voice)("answered.other", { appeals: voice.counted(otherAgencies, "appeal") }),
  };
}
