import type { Subject } from "../model/facts.ts";
import type { ChartDefinition } from "./definition.ts";
import { subjectCharts } from "./subjectCharts.ts";
import type { Telling } from "../words/telling.ts";

const folders = { agency: "agencies", topic: "topics", place: "places" } as const;

/** The page of a subject inside the portal, without slashes at its ends; "" is the overview. null: it has none. */
export function pageOf({ dimension, code }: Subject): string | null {
  if (dimension === "region") return "";
  return dimension === "channel" || code === "" ? null : `${folders[dimension]}/${code}`;
}

/** Every chart of the portal with what it is of and the page it stands on. */
export function allCharts(telling: Telling): { subject: Subject; page: string; chart: ChartDefinition }[] {
  const { facts } = telling;
  return facts.subjects.flatMap((subject) => {
    const page = pageOf(subject);
    if (page === null) return [];
    return Object.values(subjectCharts(telling, subject)).flatMap((chart: ChartDefinition | null) =>
      chart ? [{ subject, page, chart }] : [],
    );
  });
}

/** What each file of a chart ends in. The picture has no address: whoever asks for one makes it from the drawing. */
const chartEndings = { png: ".png", csv: ".csv", excel: "-excel.csv" } as const;

/** Address of a file of a chart: "/agencies/minobr/charts/curve.csv". */
export function chartFile(page: string, chart: string, kind: Exclude<keyof typeof chartEndings, "png">): string {
  return `${page === "" ? "" : `/${page}`}/charts/${chart}${chartEndings[kind]}`;
}

/** The name under which a file of a chart is saved: whose figures of which edition it holds, where dozens lie in one folder. */
export function savedAs(page: string, chart: string, kind: keyof typeof chartEndings, edition: string): string {
  return `${page === "" ? "overview" : page.replaceAll("/", "-")}-${chart}-${edition}${chartEndings[kind]}`;
}
