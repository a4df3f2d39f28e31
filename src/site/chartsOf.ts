import { type Subject } from "../model/facts.ts";
import { subjectCharts, type SubjectCharts } from "../charts/subjectCharts.ts";
import { telling } from "./current.ts";

const known = new WeakMap<Subject, SubjectCharts>();

/** The charts of a subject's page. Those of an agency stand on its page for frames as well, and are made once. */
export function chartsOf(subject: Subject): SubjectCharts {
  const charts = known.get(subject) ?? subjectCharts(telling, subject);
  if (subject.dimension === "agency") known.set(subject, charts);
  return charts;
}
