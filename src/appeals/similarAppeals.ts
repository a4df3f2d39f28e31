import type { ListedAppeal } from "../edition/listedAppeal.ts";

const shown = 5;

type Placed = Pick<ListedAppeal, "id" | "topic" | "place">;

/** Appeals of one kind in order of time, and where each stands among them. */
class Groups<Listed extends Placed> {
  readonly #groups = new Map<string, Listed[]>();
  readonly #positions = new Map<string, number>();

  add(key: string, appeal: Listed): void {
    const group = this.#groups.get(key);
    if (group === undefined) this.#groups.set(key, [appeal]);
    else group.push(appeal);
    this.#positions.set(appeal.id, (group?.length ?? 1) - 1);
  }

  /** Those nearest to an appeal; undefined where it is alone. */
  around(key: string, id: string): Listed[] | undefined {
    const group = this.#groups.get(key);
    if (group === undefined || group.length < 2) return undefined;
    const at = this.#positions.get(id) ?? 0;
    // The lists are in order of time, so the nearest are around it; at an end the other side gives more.
    const from = Math.max(0, Math.min(at - Math.floor(shown / 2), group.length - 1 - shown));
    return group.slice(from, from + shown + 1).filter((other) => other.id !== id);
  }
}

/**
 * For each appeal the others of the same topic and place that are nearest to it in time; of the same topic where it is alone.
 *
 * @param appeals in order of time
 */
export function similarAppeals<Listed extends Placed>(appeals: readonly Listed[]): (appeal: Placed) => Listed[] {
  const ofPlace = new Groups<Listed>();
  const ofTopic = new Groups<Listed>();
  for (const appeal of appeals) {
    if (appeal.topic === null) continue;
    ofTopic.add(appeal.topic, appeal);
    if (appeal.place !== null) ofPlace.add(`${appeal.topic} ${appeal.place}`, appeal);
  }
  return ({ id, topic, place }) => {
    if (topic === null) return [];
    return (place === null ? undefined : ofPlace.around(`${topic} ${place}`, id)) ?? ofTopic.around(topic, id) ?? [];
  };
}
