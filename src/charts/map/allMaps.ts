import { findSubject } from "../../model/subjectsOfFacts.ts";
import type { Telling } from "../../words/telling.ts";
import { pageOf } from "../chartFiles.ts";
import { type MapDefinition, mapsOf } from "./mapDefinition.ts";

/** The page that shows the maps of all topics, without slashes at its ends. */
export const mapPage = "places";

/** Every map of the portal with the page it stands on. @param span of their figures, in words */
export function allMaps(telling: Telling, span: string): { page: string; map: MapDefinition }[] {
  const { facts } = telling;
  const topics = new Set(facts.map?.figures.map(({ topic }) => topic));
  return [...topics].flatMap((topic) => {
    const subject = topic === "" ? undefined : findSubject(facts, "topic", topic);
    const page = topic === "" ? mapPage : subject === undefined ? null : pageOf(subject);
    return page === null ? [] : mapsOf(telling, topic, span).map((map) => ({ page, map }));
  });
}
