import { type Subject } from "../model/facts.ts";
import { receivedBy, subjectsOf } from "../model/subjectsOfFacts.ts";
import { type Telling } from "../words/telling.ts";

/** A program that fetches figures of this portal, ready to run. */
export interface ApiExample {
  tool: "curl" | "duckdb" | "pandas" | "r";
  code: string;
}

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
              "WHERE first_reply_deadline IN ('over', 'overdue')",
              "   OR closing_deadline IN ('over', 'overdue')",
              "GROUP BY ALL ORDER BY ALL;",
            ].join("\n"),
          },
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
