import type { ReportKey, ReportWords } from "../words/reportStrings.ts";

/** What is wrong with a file of a built site, as the check tells it. */
export interface ToldProblem {
  file: string;
  reason: string;
  classes?: readonly string[];
  found?: readonly { appeal: string | null; field: string | null }[];
}

/** Appeals and fields named in one line: a list that comes again in every file is none the better for its length. */
const mostNamed = 5;

/** «appeals/2026-10/index.html: personal-data phone (личные сведения): обращение b7bp8ync84, поле text»: never what was found. */
export function problemLine({ file, reason, classes = [], found = [] }: ToldProblem, words: ReportWords): string {
  const places = found.flatMap(({ appeal, field }) => {
    if (appeal !== null)
      return [field === null ? words.say("verify.in.appeal", { appeal }) : words.say("verify.in", { appeal, field })];
    return field === null ? [] : [words.say("verify.in.field", { field })];
  });
  const named = places.slice(0, mostNamed);
  if (places.length > mostNamed)
    named.push(words.say("verify.in.more", { count: words.number(places.length - mostNamed) }));
  return `${file}: ${[reason, ...classes].join(" ")} (${words.say(`verify.${reason}` as ReportKey)})${named.length === 0 ? "" : `: ${named.join("; ")}`}`;
}
