import type { Subject } from "../model/facts.ts";
import { receivedBy, subjectsOf } from "../model/subjectsOfFacts.ts";
import type { Telling } from "../words/telling.ts";

/** A program that fetches figures of this portal, ready to run. */
export interface ApiExample {
  tool: "curl" | "duckdb" | "question" | "pandas" | "r";
  code: string;
}

/**
 * Which rows of appeals.csv are late, as the codebook tells it: those of the pages, where the deadline of whoever was closed
 * without a reply had passed by then.
 */
const late = [
  "first_reply_deadline IN ('over', 'overdue')",
  "first_reply_deadline = 'never' AND first_reply_followed_days > first_reply_norm_days",
  "closing_deadline IN ('over', 'overdue')",
];

/** Examples with this portal's own address and codes; each is run by a test. Those of single appeals only where they are published. */
export function apiExamples({ facts, links }: Telling): ApiExample[] {
  const home = links.absoluteShared("/");
  const received = ({ periods }: Subject): number => receivedBy(periods.year.measures);
  const [largest] = subjectsOf(facts, "agency").sort((a, b) => received(b) - received(a) || (a.code < b.code ? -1 : 1));
  const agency = largest?.code ?? "";
  return [
    {
      tool: "curl",
      code: `curl -s ${home}api/v1/agencies/${agency}.json | jq '.subject.periods.year.measures.received.value'`,
    },
    ...(facts.portal.appeals === "full"
      ? [
          {
            tool: "duckdb" as const,
            code: [
              "SELECT agency_name, count(*) AS late",
              `FROM read_csv('${home}data/appeals.csv')`,
              `WHERE ${late.join("\n   OR ")}`,
              "GROUP BY ALL ORDER BY ALL;",
            ].join("\n"),
          },
          ...lateQuestion(facts, home),
        ]
      : []),
    {
      tool: "pandas",
      code: [
        "import pandas",
        `agencies = pandas.read_csv("${home}data/agencies.csv")`,
        'year = agencies[(agencies["period"] == "year") & (agencies["channel"] == "all")]',
        'print(year[["code", "answered_in_norm", "answered_in_norm_of"]].to_csv(index=False))',
      ].join("\n"),
    },
    {
      tool: "r",
      code: [
        `months <- read.csv("${home}data/months.csv")`,
        `own <- subset(months, dimension == "agency" & code == "${agency}" & channel == "all")`,
        'print(own[, c("month", "received", "answered_in_norm")])',
      ].join("\n"),
    },
  ];
}

/** Late appeals of the largest place on its most frequent topic in the fullest month, by agency; none where no place is told. */
function lateQuestion({ subjects }: Telling["facts"], home: string): ApiExample[] {
  const most = (one: Subject, other: Subject): number =>
    receivedBy(other.periods.all.measures) - receivedBy(one.periods.all.measures) || (one.code < other.code ? -1 : 1);
  const [place] = subjects.filter(({ dimension, code }) => dimension === "place" && code !== "").sort(most);
  const topic = place?.periods.all.subtopics.find(({ code }) => code !== "")?.code;
  const counted = ({ received }: Subject["months"][number]): number =>
    received.state === "exact" ? received.value : 0;
  const months = place?.months.filter(({ complete }) => complete) ?? [];
  const [month] = [...months].sort((one, other) => counted(other) - counted(one) || (one.month < other.month ? -1 : 1));
  if (place === undefined || topic === undefined || month === undefined) return [];
  return [{ tool: "question", code: lateByAgency(home, { place: place.code, topic, month: month.month }) }];
}

/** How many appeals of a place on a topic, received in a month, were late, by agency: one file answers it. */
export function lateByAgency(
  home: string,
  { place, topic, month }: Record<"place" | "topic" | "month", string>,
): string {
  return [
    "SELECT agency_name, count(*) AS late",
    `FROM read_csv('${home}data/appeals.csv')`,
    `WHERE place = '${place}' AND topic = '${topic}' AND received[:7] = '${month}'`,
    `  AND (${late.join("\n    OR ")})`,
    "GROUP BY ALL ORDER BY ALL;",
  ].join("\n");
}
