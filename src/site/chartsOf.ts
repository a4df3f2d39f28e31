import type { Subject } from "../model/facts.ts";
import { subjectCharts, type SubjectCharts } from "../charts/subjectCharts.ts";
import { telling } from "./current.ts";

const known = new WeakMap<Subject, SubjectCharts>();

/** The charts of a subject's page. They stand on its page for frames as well, and are made and drawn once. */
export function chartsOf(subject: Subject): SubjectCharts {
  const charts = known.get(subject) ?? subjectCharts(telling, subject);
  known.set(subject, charts);
  return charts;
}
