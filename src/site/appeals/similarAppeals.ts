import { type PublishedAppeal } from "../edition.ts";

const shown = 5;

/** For each appeal the others of the same topic and place that are nearest to it in time; of the same topic where it is alone. */
export function similarAppeals(appeals: readonly PublishedAppeal[]): (appeal: PublishedAppeal) => PublishedAppeal[] {
  const groups = new Map<string, PublishedAppeal[]>();
  const positions = new Map<string, number>();
  const keysOf = ({ topic, place }: PublishedAppeal): string[] => (topic === null ? [] : [...(place === null ? [] : [`${topic} ${place}`]), topic]);
  for (const appeal of appeals) {
    for (const key of keysOf(appeal)) {
      const group = groups.get(key) ?? [];
      groups.set(key, group);
      positions.set(`${appeal.id} ${key}`, group.push(appeal) - 1);
    }
  }
  return (appeal) => {
    const key = keysOf(appeal).find((candidate) => (groups.get(candidate)?.length ?? 0) > 1);
    if (key === undefined) return [];
    const group = groups.get(key) ?? [];
    const at = positions.get(`${appeal.id} ${key}`) ?? 0;
    // The lists are in order of time, so the nearest are around it; at an end the other side gives more.
    const from = Math.max(0, Math.min(at - Math.floor(shown / 2), group.length - 1 - shown));
    return group.slice(from, from + shown + 1).filter((other) => other.id !== appeal.id);
  };
}
