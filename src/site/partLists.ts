/** The lists of what the appeals of a subject divide into, in the order of its page, and from how many rows on each says something. */
export const partLists = [
  // One subtopic alone says no more than its topic.
  { id: "topics", head: "table.topic", least: 1 },
  { id: "subtopics", head: "table.topic", least: 2 },
  { id: "agencies", head: "table.agency", least: 1 },
  { id: "places", head: "table.place", least: 1 },
] as const;
