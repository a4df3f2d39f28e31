import type { Subject } from "../../model/facts.ts";
import { subjectCharts } from "../../charts/subjectCharts.ts";
import type { ChartDefinition } from "../../charts/definition.ts";
import { headlineText } from "../../words/headline.ts";
import { keyFigures, labelAlone } from "../../site/keyFigures.ts";
import { statementOf } from "../../site/statement.ts";
import type { Telling } from "../../words/telling.ts";
import { periodOf, regionOf, subjectsOf } from "../../model/subjectsOfFacts.ts";

/** What stands on the picture beside a shared link. */
export interface Card {
  /** Address of the page it belongs to, inside the portal. */
  address: string;
  /** Of what it speaks: an agency, a topic, the region. */
  name: string;
  headline: string;
  figures: { value: string; label: string }[];
  chart: ChartDefinition | null;
  /** Whose figures these are. */
  portal: string;
  /** «Данные на 31 октября 2026» */
  asOf: string;
  /** In a demonstration: that nothing of it is true. */
  mark: string | null;
}

/** Three figures are read at a glance. */
const mostFigures = 3;

/** The pictures of an edition in the language that it is told in: the edition's own, every agency's, every topic's. */
export function cardsOf(telling: Telling): Card[] {
  const { facts, voice, names } = telling;
  const shared = {
    portal: facts.portal.title,
    asOf: voice.t("site.as-of", { date: voice.date(facts.edition.date) }),
    mark: facts.portal.demo ? voice.t("site.demo") : null,
  };

  const card = (subject: Subject, address: string, name: string, headline: string): Card => {
    const { curve, inNorm, received } = subjectCharts(telling, subject);
    const figures = keyFigures(telling, subject.periods[periodOf(facts, subject)]);
    return {
      ...shared,
      address,
      name,
      headline,
      figures: figures
        .slice(0, mostFigures)
        .map((figure) => ({ value: figure.figure.text, label: labelAlone(figure) })),
      chart: curve ?? inNorm ?? received,
    };
  };

  const region = regionOf(facts);
  const statement = statementOf(telling);
  const about = statement
    ? [`${statement.lead} ${statement.received}.`, statement.usual].filter(Boolean).join(" ")
    : voice.t("headline.empty");
  return [
    card(region, "/", facts.portal.region.name, about),
    ...subjectsOf(facts, "agency").map((subject) =>
      card(subject, `/agencies/${subject.code}/`, names.agency(subject.code), headlineText(telling, subject).sentence),
    ),
    ...subjectsOf(facts, "topic").map((subject) =>
      card(subject, `/topics/${subject.code}/`, names.topic(subject.code), headlineText(telling, subject).sentence),
    ),
  ];
}
